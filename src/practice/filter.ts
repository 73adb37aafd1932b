// The $filter subset of the practice Graph: eq ne gt ge lt le, and or not, parentheses, startswith endswith contains.
// Anything else is a loud 400, never an empty list.

/** A row of a Graph collection. */
export type Row = Readonly<Record<string, unknown>>

/** A parsed `$filter`: the test, the properties it names, and whether Graph wants `ConsistencyLevel: eventual` for it. */
export interface Filter {
  readonly test: (row: Row) => boolean
  readonly properties: readonly string[]
  readonly advanced: boolean
}

/** A `$filter` that this subset does not understand. */
export class FilterError extends Error {}

type Test = (row: Row) => boolean
type Operand = {readonly property: string} | {readonly literal: Literal}
type Literal = string | number | boolean | null

const token = /\s*(?:'((?:[^']|'')*)'|([A-Za-z0-9_.:/+-]+)|([(),]))/y
const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
const functions = ['startswith', 'endswith', 'contains'] as const

/** A `$filter` as a test of rows, `activityDateTime ge 2026-11-22T10:00:00Z and result eq 'success'`. */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text)
  const properties: string[] = []
  let advanced = false
  let at = 0

  const peek = () => tokens[at] ?? ''
  const take = () => tokens[at++] ?? ''
  const expect = (wanted: string) => {
    const found = take()
    if (found !== wanted) throw new FilterError(`Syntax error: expected '${wanted}', found '${found}'.`)
  }

  const either = (): Test => {
    const left = both()
    if (peek() !== 'or') return left
    take()
    const right = either()
    return row => left(row) || right(row)
  }
  const both = (): Test => {
    const left = term()
    if (peek() !== 'and') return left
    take()
    const right = both()
    return row => left(row) && right(row)
  }
  const term = (): Test => {
    if (peek() === 'not') {
      take()
      advanced = true
      const test = term()
      return row => !test(row)
    }
    if (peek() === '(') {
      take()
      const test = either()
      expect(')')
      return test
    }
    return isOne(functions, peek()) ? call() : comparison()
  }
  const call = (): Test => {
    const name = take()
    expect('(')
    const property = operand()
    expect(',')
    const part = operand()
    expect(')')
    if (name === 'endswith') advanced = true
    return row => textTest(name, textOf(valueOf(property, row)), textOf(valueOf(part, row)))
  }
  const comparison = (): Test => {
    const left = operand()
    const operator = take()
    if (!isOne(comparisons, operator)) throw new FilterError(`Unsupported operator '${operator}'.`)
    if (operator === 'ne') advanced = true
    const right = operand()
    return row => compare(operator, valueOf(left, row), valueOf(right, row))
  }
  const operand = (): Operand => {
    const word = take()
    const literal = literalOf(word)
    if (literal !== undefined) return {literal}
    if (!/^[A-Za-z][A-Za-z0-9_]*(\/[A-Za-z][A-Za-z0-9_]*)*$/.test(word)) {
      throw new FilterError(`Syntax error at '${word}'.`)
    }
    properties.push(word)
    return {property: word}
  }

  const test = either()
  if (at < tokens.length) throw new FilterError(`Syntax error at '${peek()}'.`)
  return {test, properties, advanced}
}

// A quoted string keeps its opening quote, so that 'and' is not taken for the operator.
function tokenize(text: string): readonly string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (text.slice(token.lastIndex).trim() !== '') {
    const from = token.lastIndex
    const match = token.exec(text)
    if (match === null) throw new FilterError(`Syntax error at position ${from}.`)
    const [, quoted, word, mark] = match
    tokens.push(quoted === undefined ? (word ?? mark ?? '') : `'${quoted.replaceAll("''", "'")}`)
  }
  if (tokens.length === 0) throw new FilterError('The filter is empty.')
  return tokens
}

function literalOf(word: string): Literal | undefined {
  if (word.startsWith("'")) return word.slice(1)
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word)
  return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(word) || isGuid(word) ? word : undefined
}

function isGuid(word: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word)
}

function valueOf(operand: Operand, row: Row): unknown {
  if ('literal' in operand) return operand.literal
  return operand.property
    .split('/')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? (value as Row)[name] : undefined),
      row,
    )
}

function compare(operator: (typeof comparisons)[number], left: unknown, right: unknown): boolean {
  const [a, b] = [comparable(left), comparable(right)]
  switch (operator) {
    case 'eq':
      return a === b
    case 'ne':
      return a !== b
    default:
      return order(operator, a, b)
  }
}

function order(operator: 'gt' | 'ge' | 'lt' | 'le', a: Literal, b: Literal): boolean {
  if (a === null || b === null) return false
  switch (operator) {
    case 'gt':
      return a > b
    case 'ge':
      return a >= b
    case 'lt':
      return a < b
    case 'le':
      return a <= b
  }
}

// Date-times are compared as points in time, texts without regard to case, as Graph does.
function comparable(value: unknown): Literal {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  return /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value.toLowerCase()
}

function textTest(name: string, text: string, part: string): boolean {
  const [whole, piece] = [text.toLowerCase(), part.toLowerCase()]
  if (name === 'startswith') return whole.startsWith(piece)
  return name === 'endswith' ? whole.endsWith(piece) : whole.includes(piece)
}

/** A value as text; empty where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

function isOne<Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text)
}
