import History from 'lucide-static/icons/history.svg'
import {use, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import {fill, plural} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {tellTime} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** That all that is known of a step is of another text, or of another build of the site. */
export function OutdatedLine({step}: {readonly step: BoundStep}): ReactNode {
  const {run, say, locale} = useRuntime()
  const {outdated: words} = use(loadLaterWords(locale))
  const card = cardOf(run, step)
  for (const chip of [card, ...card.also])
    if (chip.id === 'out-of-date')
      return (
        <Line icon={History} tone="need">
          {fill(words[chip.because], {time: tellTime(chip.at, locale, say.found)})}
        </Line>
      )
  return null
}

/** How many steps are out of date, and the way to the first. */
export function OutdatedSteps(): ReactNode {
  const {run, locale} = useRuntime()
  const {announce, outdated: words} = use(loadLaterWords(locale))
  const steps = run.outdated?.steps ?? []
  return (
    steps.length > 0 && (
      <>
        {plural(announce['out-of-date'], steps.length, {locale})} <a href={`#${steps[0]}`}>{words.first}</a>
      </>
    )
  )
}
