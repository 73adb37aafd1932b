import type {IsoDate} from '../../../model/action.ts'
import type {LocaleTag} from '../../../model/locale.ts'

/** A date written out: `22 November 2026`, `22 novembre 2026`. Anything that is no date stays as it is. */
export function formatDate(date: IsoDate, locale: LocaleTag): string {
  const time = Date.parse(date)
  if (Number.isNaN(time)) return date
  // en-US would write `November 22, 2026`; dates of this site are written day first in English too.
  const tag = locale === 'en-US' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, {dateStyle: 'long', timeZone: 'UTC'}).format(time)
}
