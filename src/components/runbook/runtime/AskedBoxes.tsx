import {use, useRef, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import {plural} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import Tick from './Tick.tsx'
import {useReturnedFocus} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The boxes of a visit that are asked for before its *Saved*. */
export default function AskedBoxes({
  step,
  missing,
}: {
  readonly step: BoundStep
  readonly missing: readonly BoundStep[]
}): ReactNode {
  const {locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  return (
    <div className={styles['asks']}>
      <p>
        {plural(later.save.asksBoth, missing.length, {
          locale,
          numbers: new Intl.ListFormat(locale).format(missing.map(({number}) => number)),
        })}
      </p>
      {missing.map(box => (
        <AskedBox key={box.id} step={step} box={box} />
      ))}
    </div>
  )
}

/** A box that is asked for; once it is ticked it goes, and *Saved* is next. */
function AskedBox({step, box}: {readonly step: BoundStep; readonly box: BoundStep}): ReactNode {
  const {controller, say, text} = useRuntime()
  const asked = useRef<HTMLSpanElement>(null)
  useReturnedFocus(asked, `${step.id}.saved`)
  return (
    <span ref={asked}>
      <Tick
        checked={false}
        label={`${box.number} ${say.card.boxTicked}${box.box ? ` (${text(box.box.label).text})` : ''}`}
        focusKey={`${step.id}.asks.${box.id}`}
        onChange={() => controller.tickBox(box.id)}
      />
    </span>
  )
}
