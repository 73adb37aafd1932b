// What a person gives for a run: declared, listed by a read, asked for before it is used, and named only where it fits.
import type {Finding} from '../bilingual/finding.ts'
import type {ActionFile, InputEntry, ReadEntry, StepEntry} from './action-file.ts'
import type {Anchoring} from './anchors.ts'
import {nameOf, inputKindsOf, placeholdersFor, placeholdersOf} from './placeholders.ts'
import type {InputKinds} from './placeholders.ts'
import {meantBy} from './reads.ts'
import type {ArticleProcedure} from './steps.ts'
import type {Places} from './yaml-places.ts'

/** The entries of a file in the order of the article's steps; those without a step last, in the order of the file. */
export function stepOrder(
  procedures: readonly ArticleProcedure[],
  {stepEntryOf}: Pick<Anchoring, 'stepEntryOf'>,
  {steps}: ActionFile,
): readonly StepEntry[] {
  const bound = procedures.flatMap(each => each.steps).flatMap(step => stepEntryOf.get(step) ?? [])
  return [...bound, ...steps.filter(step => !bound.includes(step))]
}

/** Every fault of the inputs of a file beyond their shape; `order` is that in which the steps are carried out. */
export function checkInputs(
  file: ActionFile,
  order: readonly StepEntry[],
  places: Places,
): readonly Finding[] {
  const inputs = inputKindsOf(file)
  return [
    ...(file.inputs ?? []).flatMap(input => checkList(input, order, places)),
    ...order.flatMap(step => checkAsks(step, inputs, places)),
    ...(file.inputs ?? []).flatMap(input => checkUse(input, order, places)),
    ...order.flatMap(step => checkExpressions(step, inputs, places)),
  ]
}

function checkAsks({asks = []}: StepEntry, inputs: InputKinds, places: Places): readonly Finding[] {
  return asks.flatMap((actual, index): Finding[] => {
    if (actual === '' || inputs.has(actual)) return []
    const expected = [...inputs.keys()]
    const args = {actual, expected, meant: meantBy(actual, expected)}
    return [{ruleId: 'input-unknown', args, range: places.value(asks, index)}]
  })
}

/** Steps that use an input before anybody asked for it, and an input that nothing uses. */
function checkUse(input: InputEntry, order: readonly StepEntry[], places: Places): readonly Finding[] {
  const {id} = input
  if (id === '') return []
  const users = order.filter(({presses, change, evidence}) =>
    JSON.stringify({presses, change, evidence}).includes(`{${id}}`),
  )
  const [first] = users
  if (first === undefined)
    return [{ruleId: 'input-unused', args: {actual: id}, range: places.value(input, 'id')}]
  const asking = order.findIndex(({asks = []}) => asks.includes(id))
  if (asking >= 0 && asking <= order.indexOf(first)) return []
  const args = {actual: `{${id}}`, step: first.id, later: order[asking]?.id ?? ''}
  return [{ruleId: 'input-unasked', args, range: places.value(first, 'id')}]
}

function checkList(input: InputEntry, order: readonly StepEntry[], places: Places): readonly Finding[] {
  const {id, kind, from} = input
  if (kind !== 'option')
    return from === undefined || !['upn', 'country'].includes(kind)
      ? []
      : [{ruleId: 'input-list-unexpected', args: {input: id}, range: places.key(input, 'from')}]
  if (from === undefined)
    return [{ruleId: 'input-list-missing', args: {input: id}, range: places.value(input, 'kind')}]
  const names = [from.step, from.press, from.read]
  // A name that is empty has a finding of its own.
  if (names.includes('')) return []
  const lists = order.flatMap(step =>
    (step.presses ?? []).flatMap(press =>
      press.reads.map(read => ({step, read, name: [step.id, press.id, read.id].join(' · ')})),
    ),
  )
  const list = lists.find(each => each.name === names.join(' · '))
  if (list === undefined) {
    const args = {actual: names.join(' · '), expected: lists.map(each => each.name)}
    return [{ruleId: 'input-list-unknown', args, range: places.of(from)}]
  }
  const asking = order.findIndex(({asks = []}) => asks.includes(id))
  const late = asking >= 0 && asking < order.indexOf(list.step)
  return [
    ...(late
      ? [
          {
            ruleId: 'input-list-late',
            args: {input: id, asks: order[asking]?.id ?? '', step: list.step.id},
            range: places.value(from, 'step'),
          },
        ]
      : []),
    ...checkNames(id, list.read, places),
  ]
}

/** Ids and their names have to come in one order, so they are one expression up to its last name. */
function checkNames(input: string, read: ReadEntry, places: Places): readonly Finding[] {
  const {value, found} = read
  const fault = (reason: string): readonly Finding[] => [
    {
      ruleId: 'input-list-mismatched',
      args: {actual: value, other: found?.value ?? '', reason},
      range: places.value(read, found === undefined ? 'value' : 'found'),
    },
  ]
  if (JSON.stringify(read).includes(`{${input}}`)) return fault(`it rests on \`{${input}}\` itself`)
  if (found === undefined) return fault('it has no names')
  if (value === '' || found.value === '') return []
  if (found.as !== 'list') return fault('the names are no list')
  const start = (text: string) => /^(.*\])\.[A-Za-z]+$/s.exec(text)?.[1] ?? null
  if (start(value) === null || start(value) !== start(found.value))
    return fault('they are not of the same items')
  return value.endsWith('Id') ? [] : fault('it gives no ids')
}

interface Expression {
  readonly branch: object
  readonly key: string
  readonly text: string
  /** Placeholders of the page's own. */
  readonly own?: readonly string[]
  /** Nothing is put in there. */
  readonly isFixed?: true
}

function checkExpressions(step: StepEntry, inputs: InputKinds, places: Places): readonly Finding[] {
  const options = placeholdersFor(inputs, ['option'])
  return expressionsOf(step).flatMap(({branch, key, text, own = [], isFixed}) => {
    const known = isFixed ? own : [...own, ...options]
    const range = places.value(branch, key)
    return [...new Set(placeholdersOf(text))].flatMap((actual): Finding[] => {
      const where = 'the expression'
      if (!known.includes(actual)) {
        const kind = inputs.get(nameOf(actual))
        if (kind === undefined)
          return [{ruleId: 'placeholder-unknown', args: {actual, expected: known}, range}]
        const expected = isFixed ? 'no input there' : 'an input of kind `option`'
        return [{ruleId: 'placeholder-misplaced', args: {actual, where, expected}, range}]
      }
      const isWhole = text.split(actual).length === text.split(`'${actual}'`).length
      if (isWhole) return []
      return [{ruleId: 'placeholder-misplaced', args: {actual, where, expected: `\`'${actual}'\``}, range}]
    })
  })
}

function expressionsOf({presses = [], evidence, change}: StepEntry): readonly Expression[] {
  const fixed = {isFixed: true} as const
  return [
    ...presses.flatMap(({reads}) => reads.flatMap(read => ofRead(read))),
    ...(evidence === undefined
      ? []
      : [
          ...ofRead(evidence.read).map(each => ({...each, ...fixed})),
          {branch: evidence, key: 'events', text: evidence.events, ...fixed},
        ]),
    ...(change === undefined
      ? []
      : [
          {branch: change, key: 'key', text: change.key, ...fixed},
          {branch: change, key: 'name', text: change.name ?? '', ...fixed},
          ...(change.requires ?? []).map(each => {
            return {branch: each, key: 'when', text: each.when, own: ['{account}']}
          }),
          ...[...change.properties, ...(change.carries ?? [])].map(each => {
            return {branch: each, key: 'value', text: each.value}
          }),
        ]),
  ]
}

function ofRead(read: ReadEntry): readonly Expression[] {
  const value = {branch: read, key: 'value', text: read.value}
  return read.found === undefined
    ? [value]
    : [value, {branch: read.found, key: 'value', text: read.found.value}]
}
