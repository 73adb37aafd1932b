// A change in words: its values, what goes from what to what, and who is asked about which tenant.
import type {ChangeProperty, ChangeValue, ChangeValues} from '../../../model/change.ts'
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

/** `Soft match: Blocked; Hard match: Allowed`, of the properties that have a value here. */
export function describeValues(
  properties: readonly ChangeProperty[] | undefined,
  values: ChangeValues,
  view: ChangeSpeech,
): string {
  return listed(properties, values, view, (property, id) => {
    const value = describeOf(property, values[id] ?? null, view)
    return fill(view.later.change.value, {label: labelOf(property, id, view), value})
  })
}

/** `Soft match: Allowed, then Blocked`, of what a request sets. */
export function describeSent(
  properties: readonly ChangeProperty[] | undefined,
  {before, wanted}: {readonly before: ChangeValues; readonly wanted: ChangeValues},
  view: ChangeSpeech,
): string {
  return listed(properties, wanted, view, (property, id) =>
    fill(view.later.change.fromTo, {
      label: labelOf(property, id, view),
      before: describeOf(property, before[id] ?? null, view),
      after: describeOf(property, wanted[id] ?? null, view),
    }),
  )
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
  properties: readonly ChangeProperty[] | undefined,
  values: ChangeValues,
  {later}: ChangeSpeech,
  say: (property: ChangeProperty | undefined, id: string) => string,
): string {
  return Object.keys(values)
    .map(id =>
      say(
        properties?.find(property => property.id === id),
        id,
      ),
    )
    .join(later.change.and)
}

function labelOf(property: ChangeProperty | undefined, id: string, {text}: ChangeSpeech): string {
  return property === undefined ? id : text(property.label).text
}

function describeOf(property: ChangeProperty | undefined, value: ChangeValue, view: ChangeSpeech): string {
  return describeValue(property ?? {words: {}}, value, view)
}
