// Faults that an author makes, one at a time, in every place of an action file.
import {isMap, isScalar, isSeq, parseDocument} from 'yaml'
import type {Document} from 'yaml'
import {createRandom} from '../../plugins/conformance/random.ts'
import type {Random} from '../../plugins/conformance/random.ts'

/** An action file with one fault: which kind, at which path of keys, and what was put there. */
export interface Mutant {
  readonly kind:
    | 'dropped'
    | 'mistyped'
    | 'key misspelt'
    | 'value misspelt'
    | 'verb'
    | 'kind of step'
    | 'scope'
    | 'placeholder'
  readonly path: readonly (string | number)[]
  readonly put: string
  /** Made when it is asked for: a file has thousands of mutants. */
  readonly text: () => string
}

/** Every mutant of a file; the same ones for the same seed. */
export function mutantsOf(text: string, scopes: readonly string[], seed: number): readonly Mutant[] {
  const random = createRandom(seed)
  return placesIn(parseDocument(text).contents).flatMap(place => {
    const {path} = place
    const make = (kind: Mutant['kind'], put: unknown, change: (document: Document) => void): Mutant => {
      const write = () => {
        const document = parseDocument(text)
        change(document)
        return document.toString({lineWidth: 0})
      }
      return {kind, path, put: JSON.stringify(put), text: write}
    }
    const set = (kind: Mutant['kind'], value: unknown) => make(kind, value, to => to.setIn(path, value))
    const rename = (kind: Mutant['kind'], key: string) => make(kind, key, to => renameIn(to, path, key))
    const key = path.at(-1)
    return [
      make('dropped', null, to => to.deleteIn(path)),
      ...mistyped(place.value).map(value => set('mistyped', value)),
      ...(typeof key === 'string' ? [rename('key misspelt', misspelt(key, random))] : []),
      ...(key === 'get' || key === 'patch' || key === 'post'
        ? verbs.filter(verb => verb !== key).map(verb => rename('verb', verb))
        : []),
      ...(key === 'do'
        ? kinds.filter(kind => kind !== place.value).map(kind => set('kind of step', kind))
        : []),
      ...(path.at(-2) === 'scopes'
        ? scopes.filter(scope => scope !== place.value).map(scope => set('scope', scope))
        : []),
      ...(typeof place.value === 'string' ? [set('value misspelt', misspelt(place.value, random))] : []),
      ...(typeof place.value === 'string' ? placed(place.value).map(value => set('placeholder', value)) : []),
    ]
  })
}

const verbs = ['get', 'post', 'patch', 'put', 'delete']
const kinds = ['tick', 'read', 'portal', 'change']

const placeholders = ['{user}', '{licence}', '{country}', '{account}', '{key}', '{password}', '{nobody}']

/** The text with each of its placeholders put in the place of another. */
function placed(text: string): readonly string[] {
  return [...new Set(text.match(/\{[a-z-]+\}/g) ?? [])].flatMap(own =>
    placeholders.filter(other => other !== own).map(other => text.replaceAll(own, other)),
  )
}

interface Place {
  readonly path: readonly (string | number)[]
  /** A scalar's value; `undefined` for a mapping or a list. */
  readonly value: unknown
}

function placesIn(node: unknown, path: readonly (string | number)[] = []): readonly Place[] {
  const own = path.length === 0 ? [] : [{path, value: isScalar(node) ? node.value : undefined}]
  if (isMap(node))
    return [
      ...own,
      ...node.items.flatMap(({key, value}) =>
        placesIn(value, [...path, String(isScalar(key) ? key.value : key)]),
      ),
    ]
  if (isSeq(node)) return [...own, ...node.items.flatMap((item, index) => placesIn(item, [...path, index]))]
  return own
}

/** Values of other types than the one that stands there. */
function mistyped(value: unknown): readonly unknown[] {
  if (value === undefined) return ['text', 7]
  return typeof value === 'string' ? [[value], {of: value}, 7] : [JSON.stringify(value), [value]]
}

/** A word with one letter too few, too many, exchanged with the next, or another; never the word itself. */
function misspelt(word: string, random: Random): string {
  for (;;) {
    const at = random.below(word.length)
    const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const wrong = random.pick([
      before + after,
      before + letter + letter + after,
      before + after.charAt(0) + letter + after.slice(1),
      before + random.pick(['e', 'x', 'n']) + after,
    ])
    // A blank too many is none after folding, and a blank at an end is none in YAML.
    if (wrong.trim() !== '' && wrong.replace(/\s+/g, ' ').trim() !== word.replace(/\s+/g, ' ').trim())
      return wrong
  }
}

function renameIn(document: Document, path: readonly (string | number)[], key: string): void {
  const parent = document.getIn(path.slice(0, -1))
  const map = path.length === 1 ? document.contents : parent
  if (!isMap(map)) return
  const pair = map.items.find(each => String(isScalar(each.key) ? each.key.value : each.key) === path.at(-1))
  if (pair !== undefined) pair.key = document.createNode(key)
}
