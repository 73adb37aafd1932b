// A change in words: its values, what goes from what to what, and who is asked about which tenant.
import type {
  Change,
  ChangeCondition,
  ChangeProperty,
  ChangeValue,
  ChangeValues,
} from '../../../model/change.ts'
import type {ObjectRef} from '../../../model/run.ts'
import {fill} from '../words/fill.ts'
import type {LaterWords} from '../words/index.ts'
import type {Speech} from './describe.ts'
import {tellDay} from './format.ts'
import {formatFound} from './formatFound.ts'

type ChangeSpeech = Speech & {readonly later: LaterWords}

/** A value in the words of its property; `null`: Graph did not return it. */
export function describeValue(
  property: Pick<ChangeProperty, 'words'>,
  value: ChangeValue,
  {say, locale, text, later}: ChangeSpeech,
): string {
  if (value === null) return later.change.notReturned
  const word = Object.hasOwn(property.words, String(value)) ? property.words[String(value)] : undefined
  if (word !== undefined) return text(word).text
  return formatFound(value, typeof value === 'number' ? 'number' : 'text', {locale, words: say.found})
}

/** The parts of a change that its values are of. */
type Described = Pick<Change, 'properties' | 'requires' | 'carries'>

/**
 * `Soft match: Blocked; Hard match: Allowed`. A condition is told where it does not hold; what only an undo needs is not
 * told.
 */
export function describeValues(
  change: Described | undefined,
  values: ChangeValues,
  view: ChangeSpeech,
): string {
  return listed(change, values, view, (property, id) => {
    const value = describeOf(property, values[id] ?? null, view)
    return fill(view.later.change.value, {label: labelOf(property, id, view), value})
  })
}

/** `Soft match: Allowed, then Blocked`, of what a request sets. */
export function describeSent(
  change: Described | undefined,
  {before, wanted}: {readonly before: ChangeValues; readonly wanted: ChangeValues},
  view: ChangeSpeech,
): string {
  return listed(change, wanted, view, (property, id) =>
    fill(view.later.change.fromTo, {
      label: labelOf(property, id, view),
      before: describeOf(property, before[id] ?? null, view),
      after: describeOf(property, wanted[id] ?? null, view),
    }),
  )
}

/** Values and whom they are of: `Licence: yes (lena@contoso.example)`; by its id where Graph gave it no name. */
export function ofObject(values: string, {id, name}: ObjectRef, {later}: ChangeSpeech): string {
  if (values === '') return name ?? id ?? ''
  return name === null ? values : fill(later.change.ofObject, {values, object: name})
}

/** A time as it ends a sentence: `10:43`, `à 10:43`; of another day with its date. */
export function tellMoment(time: string | number, {say, locale}: Pick<Speech, 'say' | 'locale'>): string {
  const told = tellDay(time, locale)
  return told.date === null
    ? fill(say.found.at, {time: told.time})
    : fill(say.found.otherDay, {date: told.date, time: told.time})
}

/** A label within a sentence, `block soft match`; a first word in capitals stays as it is. */
export function lowered(label: string): string {
  const [first = '', second = ''] = label
  return second === second.toLowerCase() ? first.toLowerCase() + label.slice(first.length) : label
}

// A record from a file may name properties that the page does not have: they are told by their ids.
function listed(
  change: Described | undefined,
  values: ChangeValues,
  view: ChangeSpeech,
  say: (property: ChangeProperty | undefined, id: string) => string,
): string {
  const {properties = [], requires = [], carries = []} = change ?? {}
  return Object.keys(values)
    .filter(id => !carries.some(carried => carried.id === id))
    .flatMap(id => {
      const condition = requires.find(each => each.id === id)
      const property = properties.find(each => each.id === id)
      return condition === undefined ? say(property, id) : describeCondition(condition, values[id], view)
    })
    .join(view.later.change.and)
}

function describeCondition(
  {says}: ChangeCondition,
  holds: ChangeValue | undefined,
  {text, later}: ChangeSpeech,
): readonly string[] {
  // Within a list no sentence ends.
  const lacking = text(says).text.replace(/\.$/, '')
  if (holds === true) return []
  return [holds === false ? lacking : fill(later.change.needUnclear, {says: lacking})]
}

function labelOf(property: ChangeProperty | undefined, id: string, {text}: ChangeSpeech): string {
  return property === undefined ? id : text(property.label).text
}

function describeOf(property: ChangeProperty | undefined, value: ChangeValue, view: ChangeSpeech): string {
  return describeValue(property ?? {words: {}}, value, view)
}
