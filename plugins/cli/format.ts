import type {VFile} from 'vfile'
import {formatMessages, severityOf, visible} from '../runbook/index.ts'

/** How findings are printed. */
export const formats = {
  text: formatMessages,
  json: (files: readonly VFile[]) => JSON.stringify(files.flatMap(messagesOf), null, 2),
  github: (files: readonly VFile[]) => files.flatMap(messagesOf).map(toWorkflowCommand).join('\n'),
} as const

/** Whether a typed value names a format. */
export function isFormat(value: unknown): value is keyof typeof formats {
  return typeof value === 'string' && Object.hasOwn(formats, value)
}

/** How many errors and warnings the files have. */
export function severities(files: readonly VFile[]): Readonly<Record<'error' | 'warning' | 'info', number>> {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of files.flatMap(messagesOf)) counts[severity] += 1
  return counts
}

interface Message {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly rule: string
  readonly text: string
  readonly fix: string
  readonly url: string
}

function messagesOf(file: VFile): readonly Message[] {
  return file.messages.map(message => ({
    file: file.path,
    line: message.line ?? 1,
    column: message.column ?? 1,
    severity: severityOf(message),
    rule: message.ruleId ?? '',
    text: message.reason,
    fix: message.note ?? '',
    url: message.url ?? '',
  }))
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function toWorkflowCommand({file, line, column, severity, rule, text, fix}: Message): string {
  const command = severity === 'info' ? 'notice' : severity
  const properties = {file: visible(file), line: String(line), col: String(column), title: rule}
  const listed = Object.entries(properties).map(
    ([key, value]) => `${key}=${escape(value).replace(/[:,]/g, percent)}`,
  )
  return `::${command} ${listed.join(',')}::${escape(`${visible(text)}\nfix: ${visible(fix)}`)}`
}

function escape(text: string): string {
  return text.replace(/[%\r\n]/g, percent)
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
