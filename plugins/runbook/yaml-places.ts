// YAML (and JSON, which is YAML) as plain values that still know where they stand in the file.
import {isAlias, isMap, isScalar, isSeq, parseDocument} from 'yaml'
import type {Alias, Node, Pair} from 'yaml'
import type {Finding} from '../bilingual/finding.ts'
import type {Range} from '../bilingual/segment.ts'

/** A plain object or list read from YAML. */
export type Branch = Record<string, unknown> | unknown[]

/** Whether a value read from YAML is an object or a list. */
export function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null
}

/** Where the values of one YAML file stand. Objects are known by identity, so edits of the values keep their places. */
export interface Places {
  /** Range of a whole object or list; the start of the file where it is unknown. */
  of(branch: object): Range
  /** Range of the value under a key; of the key where it is empty, of the branch's first line where it is absent. */
  value(branch: object, key: string | number): Range
  /** Range of a key, or of the branch's first line where the key is absent. */
  key(branch: object, key: string | number): Range
}

/**
 * YAML text → plain value, the places of its nodes, and what cannot be read as findings of the rule given. Never
 * throws. Where it is no YAML, the first fault is the one finding and the value null: the rest is guessed. Aliases are refused: a file that a person reviews says what it says where it says it.
 */
export function readYaml(
  text: string,
  ruleId: string,
): {value: unknown; places: Places; findings: Finding[]} {
  const origins = new Map<object, Node>()
  const places = createPlaces(text, origins)
  const findings: Finding[] = []
  const refuse = (reason: string, start: number, end: number, args: Finding['args'] = {}) =>
    findings.push({ruleId, args: {reason, ...args}, range: within(text, start, end)})
  try {
    const document = parseDocument(text, {prettyErrors: false, logLevel: 'error'})
    const broken = document.errors.find(({code}) => code !== 'DUPLICATE_KEY')
    if (broken !== undefined) {
      refuse(broken.message, broken.pos[0], broken.pos[1])
      return {value: null, places, findings}
    }
    for (const {pos} of document.errors) {
      const twice = keyAt(text, pos[0])
      refuse(`the key ${twice} stands twice`, pos[0], pos[1], {twice})
    }
    const value = plain(document.contents, origins, alias => {
      refuse(`The alias *${alias.source} is not read`, alias.range?.[0] ?? 0, alias.range?.[1] ?? 0)
    })
    return {value, places, findings}
  } catch (error) {
    // Nesting of some thousand levels exhausts the parser's stack.
    refuse(error instanceof Error ? error.message : String(error), 0, 0)
    return {value: null, places, findings}
  }
}

/** A key as it is written; the reader gives only where a second one begins. */
function keyAt(text: string, start: number): string {
  const written = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s:,{}[\]]+/y
  written.lastIndex = start
  return written.exec(text)?.[0].replace(/^(["'])(.*)\1$/s, '$2') ?? ''
}

function plain(node: unknown, origins: Map<object, Node>, onAlias: (alias: Alias) => void): unknown {
  if (isAlias(node)) onAlias(node)
  if (isScalar(node)) return node.value
  if (!isMap(node) && !isSeq(node)) return null
  const branch: Branch = isMap(node) ? {} : []
  if (isMap(node)) {
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
      // `defineProperty`: a key such as `__proto__` is a key like any other.
      Object.defineProperty(branch, key, {
        value: plain(pair.value, origins, onAlias),
        configurable: true,
        enumerable: true,
        writable: true,
      })
    }
  } else if (Array.isArray(branch)) {
    for (const item of node.items) branch.push(plain(item, origins, onAlias))
  }
  origins.set(branch, node)
  return branch
}

function createPlaces(text: string, origins: ReadonlyMap<object, Node>): Places {
  const rangeOf = (node: unknown): Range | null => {
    const range = (node as Partial<Node> | null)?.range
    return range ? within(text, range[0], range[1]) : null
  }
  const pairOf = (branch: object, key: string | number): Pair | null => {
    const node = origins.get(branch)
    if (!isMap(node)) return null
    return node.items.find(({key: found}) => isScalar(found) && String(found.value) === String(key)) ?? null
  }
  const of = (branch: object) => rangeOf(origins.get(branch)) ?? {start: 0, end: 0}
  const firstLine = (branch: object) => {
    const {start, end} = of(branch)
    const line = text.indexOf('\n', start)
    return {start, end: line < 0 ? end : Math.min(end, line)}
  }
  return {
    of,
    value(branch, key) {
      const node = origins.get(branch)
      const found = isSeq(node) ? node.items[Number(key)] : pairOf(branch, key)?.value
      const range = rangeOf(found)
      // An empty value has no letter to point at.
      return range === null || range.start === range.end ? this.key(branch, key) : range
    },
    key: (branch, key) => rangeOf(pairOf(branch, key)?.key) ?? firstLine(branch),
  }
}

function within(text: string, start: number, end: number): Range {
  const from = Math.min(Math.max(start, 0), text.length)
  return {start: from, end: Math.min(Math.max(end, from), text.length)}
}
