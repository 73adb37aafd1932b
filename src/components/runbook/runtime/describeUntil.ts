import type {LocaleTag} from '../../../model/locale.ts'
import {fill} from '../words/fill.ts'
import type {LaterWords} from '../words/index.ts'
import {tellDay} from './format.ts'

/** `Role active until 14:30`, of another day with its date. */
export function describeUntil(
  until: string,
  {locale, later}: {readonly locale: LocaleTag; readonly later: LaterWords},
  now = Date.now(),
): string {
  const {date, time} = tellDay(until, locale, now)
  return date === null ? fill(later.pim.until, {time}) : fill(later.pim.untilOtherDay, {date, time})
}
