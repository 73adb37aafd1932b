import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Finding} from '../bilingual/finding.ts'
import {createPlaces} from '../bilingual/index.ts'
import {ruleOf} from './rules.ts'

/** A file of authored content: the path that messages name, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Name under which the messages of authored content stand. */
const messageSource = 'runbook'

/** A file with the messages of its findings. */
export function diagnose(
  {path, text}: SourceFile,
  findings: readonly Finding[],
  kind: 'plain' | 'runbook' = 'runbook',
): VFile {
  const file = new VFile({path, value: text})
  report(file, findings, kind)
  return file
}

/**
 * A message on the file for each finding, in the order of their places: the only caller of `file.message`. `fatal` is
 * true for errors, false for warnings and undefined for what is only worth knowing; `note` holds the fix. An article
 * without an action file is `plain`: some of its faults are milder.
 */
export function report(
  file: VFile,
  findings: readonly Finding[],
  kind: 'plain' | 'runbook' = 'runbook',
): readonly VFileMessage[] {
  const placeOf = createPlaces(String(file.value))
  return [...findings]
    .sort((a, b) => a.range.start - b.range.start)
    .map(finding => {
      const {plain, text, fix, ...rule} = ruleOf(finding)
      const severity = kind === 'plain' ? (plain ?? rule.severity) : rule.severity
      const place = {start: placeOf(finding.range.start), end: placeOf(finding.range.end)}
      const message = file.message(text(finding.args), {place, source: messageSource, ruleId: finding.ruleId})
      const {actual, expected} = finding.args
      message.fatal = severity === 'info' ? undefined : severity === 'error'
      message.note = fix(finding.args)
      message.url = `docs/_architecture/diagnostics.md#${finding.ruleId}`
      if (actual !== undefined) message.actual = String(actual)
      if (expected !== undefined)
        message.expected = Array.isArray(expected) ? expected.map(String) : [String(expected)]
      return message
    })
}
