import type {FoundFormat, KeptFormat} from '../../../model/action.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {ReadResult} from '../../../model/run.ts'
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
  const [date, today] = [new Date(time), new Date(now)]
  const clock = new Intl.DateTimeFormat(dayFirst(locale), {timeStyle: 'short', hourCycle: 'h23'}).format(date)
  if (today.toDateString() === date.toDateString()) return clock
  const year = today.getFullYear() === date.getFullYear() ? undefined : 'numeric'
  const day = new Intl.DateTimeFormat(dayFirst(locale), {day: 'numeric', month: 'short', year}).format(date)
  return fill(otherDay, {date: day, time: clock})
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

/** A found value in the words of the locale. */
export function formatFound(
  value: ReadResult['found'],
  as: FoundFormat | KeptFormat,
  {
    locale,
    words,
    now = Date.now(),
  }: {readonly locale: LocaleTag; readonly words: Words['found']; readonly now?: number},
): string {
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'object') {
    return value.length === 0 ? words.none : new Intl.ListFormat(locale).format(value)
  }
  switch (as) {
    case 'number':
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value
    case 'dateTime':
      return Number.isNaN(toTime(value)) ? String(value) : tellTime(toTime(value), locale, words, now)
    case 'age':
      return Number.isNaN(toTime(value)) ? String(value) : formatAge(now - toTime(value), locale)
    case 'text':
    case 'list':
    case 'boolean':
    case 'eventId':
      return String(value)
  }
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

function formatAge(milliseconds: number, locale: LocaleTag): string {
  const [unit, size] = units.find(([, length]) => Math.abs(milliseconds) >= length) ?? ['minute', 60_000]
  return new Intl.RelativeTimeFormat(locale, {numeric: 'always'}).format(
    -Math.round(milliseconds / size),
    unit,
  )
}

function toTime(value: string | number): number {
  return typeof value === 'number' ? value : Date.parse(value)
}

// Dates of this site are written day first in English too.
function dayFirst(locale: LocaleTag): LocaleTag {
  return locale === 'en-US' ? 'en-GB' : locale
}
