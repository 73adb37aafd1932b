import SkipForward from 'lucide-static/icons/skip-forward.svg'
import {use, type ReactNode} from 'react'
import {isAsFileSays} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {plural} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeSkipped} from './describeKnown.ts'
import {formatMoment} from './format.ts'
import Line from './Line.tsx'
import {focusByKey} from './useKeptFocus.ts'
import {cardOf, useRuntime} from './useRuntime.ts'

/** Why a step was skipped, by whom and when, and the way back. */
export default function SkippedLine({step}: {readonly step: BoundStep}): ReactNode {
  const {run, controller, locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const {skipped} = cardOf(run, step).record
  if (skipped === null) return null
  const {at, utcOffset} = skipped
  const unskip = async () => {
    await controller.unskip(step.id)
    // This button goes away with what it takes back.
    focusByKey(`${step.id}.skip`)
  }
  return (
    <Line icon={SkipForward} time={<time dateTime={at}>{formatMoment(at, utcOffset, locale)}</time>}>
      <p>{describeSkipped(skipped, later)}</p>
      {isAsFileSays(run.state, skipped) && <p>{later.known.fromFile}</p>}
      <p data-print="off">
        <Button dense data-focus-key={`${step.id}.unskip`} onClick={() => void unskip()}>
          {later.skip.unskip}
        </Button>
      </p>
    </Line>
  )
}

/** That what a step rests on was skipped. */
export function RestsOnSkipped({step}: {readonly step: BoundStep}): ReactNode {
  const {run, step: stepById, locale} = useRuntime()
  const {skip: words} = use(loadLaterWords(locale))
  const skipped = cardOf(run, step).restsOnSkipped
  if (skipped.length === 0) return null
  const numbers = new Intl.ListFormat(locale).format(skipped.map(id => stepById(id)?.number ?? id))
  return <Line icon={SkipForward}>{plural(words.restsOn, skipped.length, {locale, numbers})}</Line>
}
