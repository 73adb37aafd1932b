import type {LocaleTag} from '../../../model/locale.ts'
import {fill} from '../words/fill.ts'
import type {Words} from '../words/index.ts'

/** A time as a person reads it, `10:43`; of another day with its date. */
export function formatTime(time: string | number, locale: LocaleTag, now = Date.now()): string {
  const date = new Date(time)
  const sameDay = new Date(now).toDateString() === date.toDateString()
  const clock = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const
  return new Intl.DateTimeFormat(
    dayFirst(locale),
    sameDay ? clock : {...clock, day: 'numeric', month: 'short', year: 'numeric'},
  ).format(date)
}

/** A time within a sentence: `10:43`; of another day `21 Nov at 10:43`, `le 21 nov. à 10:43`, with the year where it is another. */
export function tellTime(
  time: string | number,
  locale: LocaleTag,
  {otherDay}: Words['found'],
  now = Date.now(),
): string {
  const told = tellDay(time, locale, now)
  return told.date === null ? told.time : fill(otherDay, {date: told.date, time: told.time})
}

/** A time as part of a sentence about something that was done then: `10:43`, `à 10:43`, `le 21 nov. à 10:43`. */
export function tellAt(time: string | number, locale: LocaleTag, {at, otherDay}: Words['found']): string {
  const told = tellDay(time, locale)
  return told.date === null ? fill(at, {time: told.time}) : fill(otherDay, {time: told.time, date: told.date})
}

/** `10:43` and, of another day, `21 Nov`, with the year where it is another. */
export function tellDay(
  time: string | number,
  locale: LocaleTag,
  now = Date.now(),
): {readonly date: string | null; readonly time: string} {
  const [date, today] = [new Date(time), new Date(now)]
  const clock = new Intl.DateTimeFormat(dayFirst(locale), {timeStyle: 'short', hourCycle: 'h23'}).format(date)
  if (today.toDateString() === date.toDateString()) return {date: null, time: clock}
  const year = today.getFullYear() === date.getFullYear() ? undefined : 'numeric'
  const day = new Intl.DateTimeFormat(dayFirst(locale), {day: 'numeric', month: 'short', year}).format(date)
  return {date: day, time: clock}
}

/** A time with its seconds, `10:42:07`. */
export function formatSeconds(time: number, locale: LocaleTag): string {
  return new Intl.DateTimeFormat(dayFirst(locale), {timeStyle: 'medium', hourCycle: 'h23'}).format(time)
}

/** A moment in the zone where it was entered, `10:43 UTC+01:00`. */
export function formatMoment(at: string, utcOffset: number, locale: LocaleTag): string {
  const shifted = new Date(Date.parse(at) + utcOffset * 60_000)
  const clock = new Intl.DateTimeFormat(dayFirst(locale), {
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  return `${clock.format(shifted)} UTC${formatOffset(utcOffset)}`
}

/** `+01:00` of 60 minutes. */
export function formatOffset(minutes: number): string {
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(Math.abs(minutes) % 60)}`
}

// Dates of this site are written day first in English too.
function dayFirst(locale: LocaleTag): LocaleTag {
  return locale === 'en-US' ? 'en-GB' : locale
}
