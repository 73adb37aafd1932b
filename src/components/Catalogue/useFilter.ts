import {useQueryString} from '@docusaurus/theme-common'
import type {Filter} from './filter.ts'

/** The filter of the address (`?effect=none&licence=…`) and how to change it; empty until the page is live. */
export function useFilter(): readonly [Filter, (filter: Filter) => void] {
  const [effect, setEffect] = useQueryString('effect')
  const [licence, setLicence] = useQueryString('licence')
  return [
    {effect, licence},
    next => {
      if (next.effect !== effect) setEffect(next.effect || null)
      if (next.licence !== licence) setLicence(next.licence || null)
    },
  ]
}
