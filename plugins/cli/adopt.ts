import {existsSync} from 'node:fs'
import {dirname} from 'node:path'
import {adopt as adoptDocuments} from '../adopt/index.ts'
import {formatMessages} from '../runbook/index.ts'
import {readFrontMatter, scan} from '../bilingual/index.ts'
import type {Run} from './command.ts'
import {assertWritable, readText, writeText} from './files.ts'
import {UsageError} from './usage-error.ts'

/**
 * `passerelle adopt`: plain Markdown, with its translation or without, as a bilingual article. Exits with 1, and writes
 * nothing, where the two documents do not have the same blocks.
 */
export const adopt: Run = async ({options: {target, locale, out}, paths}) => {
  const [path, ...others] = paths
  if (path === undefined || others.length > 0) throw new UsageError('Missing EN.md: one document in English')
  const source = {path, text: readText(path)}
  const translation = typeof target === 'string' ? {path: target, text: readText(target)} : null
  const {text, diagnostics} = adoptDocuments({
    source,
    target: translation,
    locale: localeOf(locale, translation?.text),
  })
  const found = formatMessages(diagnostics)
  if (found !== '') process.stderr.write(`${found}\n`)
  if (text === null) return 1
  if (typeof out !== 'string') process.stdout.write(text)
  else {
    assertWritable(
      dirname(out),
      [out],
      [source, ...(translation ? [translation] : [])].map(each => each.path),
    )
    assertNoTranslation(out)
    writeText(out, text)
  }
  return 0
}

/** @throws UsageError where a translated article would be written over. */
function assertNoTranslation(path: string): void {
  if (!existsSync(path)) return
  const isTranslated = scan(readText(path)).segments.some(({target}) => target.text.trim() !== '')
  if (isTranslated)
    throw new UsageError(
      `Unexpected target \`${path}\`: it holds a translation; move it away, or write elsewhere`,
    )
}

/** The locale as typed, else the translation's own, else French. @throws UsageError where it is no BCP-47 tag. */
function localeOf(typed: unknown, translation: string | undefined): string {
  const own = readFrontMatter(scan(translation ?? ''), 'target').attributes['ms.contentlocale']
  const tag = typeof typed === 'string' ? typed : typeof own === 'string' ? own : 'fr-FR'
  try {
    return new Intl.Locale(tag).toString()
  } catch {
    throw new UsageError(`Unexpected locale \`${tag}\`, expected a BCP-47 tag such as \`fr-FR\``)
  }
}
