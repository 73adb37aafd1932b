import type {FoundFormat, KeptFormat} from '../../../model/action.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import type {ReadResult} from '../../../model/run.ts'
import type {Words} from '../words/index.ts'
import {tellTime} from './format.ts'

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
    const each = value.map(entry =>
      as === 'dateTime' ? formatFound(entry, as, {locale, words, now}) : entry,
    )
    return each.length === 0 ? words.none : new Intl.ListFormat(locale).format(each)
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
