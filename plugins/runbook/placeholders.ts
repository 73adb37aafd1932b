// The placeholders of an action file: `{user}` in a path, `'{licence}'` in an expression, `"{country}"` in a body.
import type {InputKind} from '../../src/model/action.ts'
import type {ActionFile} from './action-file.ts'

/** The inputs of an action file by their ids. */
export type InputKinds = ReadonlyMap<string, InputKind>

/** Names that are filled by the page itself, so that no input may have them. */
export const reservedNames: readonly string[] = [
  'account',
  'since',
  'key',
  'operation',
  'found',
  'met',
  'total',
]

/** The inputs that a file declares. */
export function inputKindsOf({inputs = []}: Pick<ActionFile, 'inputs'>): InputKinds {
  return new Map(inputs.filter(({id}) => id !== '').map(({id, kind}) => [id, kind]))
}

/** The placeholders of a text, `{found}`, each as often as it stands there. */
export function placeholdersOf(text: string): readonly string[] {
  return text.match(/\{[A-Za-z][A-Za-z0-9.-]*\}/g) ?? []
}

/** The name in a placeholder. */
export function nameOf(placeholder: string): string {
  return placeholder.slice(1, -1)
}

/** The placeholders of inputs of some kinds, as an author writes them. */
export function placeholdersFor(inputs: InputKinds, kinds: readonly InputKind[]): readonly string[] {
  return [...inputs].flatMap(([id, kind]) => (kinds.includes(kind) ? [`{${id}}`] : []))
}

/**
 * A reviewed text with the ids of inputs in the places of their kinds, `{upn}`: those that `texts` name first, else the
 * first of the file. A kind of which the file has no input stays.
 */
export function named(reviewed: string, texts: readonly string[], inputs: InputKinds): string {
  const ids = [...texts.flatMap(placeholdersOf).map(nameOf), ...inputs.keys()]
  return reviewed.replace(/\{(upn|option|country)\}/g, (whole, kind: InputKind) => {
    const id = ids.find(each => inputs.get(each) === kind)
    return id === undefined ? whole : `{${id}}`
  })
}
