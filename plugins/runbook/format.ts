import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** Messages in the words of a terminal: place, severity, rule, text; the fix on a line of its own. Empty without any. */
export function formatMessages(files: readonly VFile[]): string {
  return files.flatMap(file => file.messages.map(message => formatMessage(file.path, message))).join('\n')
}

/** `error`, `warning` or `info`, as the rule says. */
export function severityOf({fatal}: VFileMessage): 'error' | 'warning' | 'info' {
  if (fatal === undefined || fatal === null) return 'info'
  return fatal ? 'error' : 'warning'
}

/**
 * A text with its control characters spelt out, so that what an author wrote cannot end a line of a log or command a
 * terminal: `\u{1b}` for an escape. Marks that turn the direction of writing count as such.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}

function formatMessage(path: string, message: VFileMessage): string {
  const {line = 1, column = 1, ruleId, reason, note, url} = message
  const place = `${visible(path)}:${String(line)}:${String(column)}`
  const fix = `  fix: ${visible(note ?? '')}  (${url ?? ''})`
  return `${place}  ${severityOf(message)}  ${ruleId ?? ''}  ${visible(reason)}\n${fix}`
}
