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

function formatMessage(path: string, message: VFileMessage): string {
  const {line = 1, column = 1, ruleId, reason, note, url} = message
  const place = `${path}:${String(line)}:${String(column)}`
  return `${place}  ${severityOf(message)}  ${ruleId ?? ''}  ${reason}\n  fix: ${note ?? ''}  (${url ?? ''})`
}
