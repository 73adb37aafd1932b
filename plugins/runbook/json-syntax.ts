/** The first place where a text is no JSON, and what JSON would have there. */
export interface JsonFault {
  readonly reason: string
  readonly offset: number
}

/** The first fault of a text as JSON (RFC 8259 §2); null where it has none. A byte order mark is passed over. */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let offset = skipBlanks(text, text.startsWith('\uFEFF') ? 1 : 0)
  while (expected !== 'end') {
    const token = tokenAt(text, offset)
    const next: Expected | null = token === null ? null : after(token, expected, open)
    if (next === null) return {reason: reasonOf(expected, open), offset}
    expected = next
    offset = skipBlanks(text, offset + (token?.length ?? 0))
  }
  return offset < text.length ? {reason: 'expected nothing after the closing bracket', offset} : null
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'end'

/** What may follow a token, brackets kept in `open`; null where the token may not stand here. */
function after(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  if (expected === 'colon') return token === ':' ? 'value' : null
  if (expected === 'comma or end' && token === ',') return open.at(-1) === '{' ? 'key' : 'value'
  if (expected.endsWith(' or end') && token === closing(open)) {
    open.pop()
    return open.length === 0 ? 'end' : 'comma or end'
  }
  if (expected === 'comma or end') return null
  if (expected.startsWith('key')) return token.startsWith('"') ? 'colon' : null
  if (token === '{' || token === '[') {
    open.push(token)
    return token === '{' ? 'key or end' : 'value or end'
  }
  if (/^[\]},:]/.test(token)) return null
  return open.length === 0 ? 'end' : 'comma or end'
}

function closing(open: readonly ('{' | '[')[]): string {
  return open.at(-1) === '{' ? '}' : ']'
}

function reasonOf(expected: Expected, open: readonly ('{' | '[')[]): string {
  const end = expected.endsWith(' or end') ? ` or \`${closing(open)}\`` : ''
  if (expected === 'colon') return 'expected `:`'
  if (expected === 'comma or end') return `expected \`,\`${end}`
  return `expected a ${expected.startsWith('key') ? 'key in double quotes' : 'value'}${end}`
}

const anyToken =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*"|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?)(?![\w.])/y

function tokenAt(text: string, offset: number): string | null {
  anyToken.lastIndex = offset
  return anyToken.exec(text)?.[0] ?? null
}

function skipBlanks(text: string, offset: number): number {
  let at = offset
  while (' \t\r\n'.includes(text[at] ?? 'x')) at += 1
  return at
}
