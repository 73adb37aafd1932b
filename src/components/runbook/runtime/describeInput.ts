import type {InputKind} from '../../../model/action.ts'
import type {LocaleTag} from '../../../model/locale.ts'
import {nameCountry} from './countries.ts'

/** A given value as the page shows it: a country under its name, anything else as it was kept. */
export function describeInput(
  kind: InputKind | undefined,
  {value, shown}: {readonly value: string; readonly shown: string},
  locale: LocaleTag,
): string {
  return kind === 'country' ? nameCountry(value, locale) : shown
}
