// How the values of a finding are put into the words of its rule.
import type {Finding} from '../bilingual/finding.ts'

/** Values of a finding by their names. */
export type Args = Finding['args']

/** A value as it is, several with commas between. */
export function plain(args: Args, name: string): string {
  const value = args[name]
  return typeof value === 'object' ? value.join(', ') : String(value ?? '')
}

/** A value in backticks; `empty` where it is a text of no letters. */
export function code(args: Args, name: string): string {
  return inCode(plain(args, name))
}

/** A key with a value in backticks, as YAML reads both: `on: "Start `a`."`. */
export function entry(args: Args, key: string, name: string): string {
  return inCode(`${key}: ${JSON.stringify(plain(args, name))}`)
}

/** Values one by one, `or` before the last. */
export function list(args: Args, name: string, show: (value: string) => string): string {
  const value = args[name]
  const values = typeof value === 'object' ? value : [String(value ?? '')]
  if (values.length <= 1) return values.map(show)[0] ?? 'none'
  return `${values.slice(0, -1).map(show).join(', ')} or ${show(values.at(-1) ?? '')}`
}

/** Values in backticks, `or` before the last. */
export function oneOf(args: Args, name: string): string {
  return list(args, name, inCode)
}

/** What a parser says, without its full stop. */
export function reason(args: Args): string {
  return plain(args, 'reason').replace(/\.$/, '')
}

/** ` in` and the path of the value inside its file, where there is one. */
export function inPath(args: Args): string {
  return args['where'] ? ` in \`${plain(args, 'where')}\`` : ''
}

/** The text most like the one that was looked for, where there is one. */
export function nearestTo(args: Args): string {
  return args['nearest'] ? `; nearest ${plain(args, 'percent')} % alike: ${code(args, 'nearest')}` : ''
}

function inCode(value: string): string {
  if (value === '') return 'empty'
  return value.includes('`') ? `\`\` ${value} \`\`` : `\`${value}\``
}
