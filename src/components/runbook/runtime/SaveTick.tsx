import {useRef, useState, type ReactNode} from 'react'
import type {BoundStep, PortalVisit} from '../../../model/action.ts'
import {plural} from '../words/fill.ts'
import Tick from './Tick.tsx'
import {useReturnedFocus} from './useKeptFocus.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** *Saved*: turns the boxes of the visit into *Marked done*. Asks for boxes that are not ticked; never ticks them itself. */
export default function SaveTick({
  step,
  visit,
}: {
  readonly step: BoundStep
  readonly visit: PortalVisit
}): ReactNode {
  const {run, controller, say, locale, step: stepById} = useRuntime()
  const [asked, setAsked] = useState(false)
  const card = cardOf(run, step)
  const missing = card.saveBlockedBy.flatMap(id => stepById(id) ?? [])
  const change = async (checked: boolean) => {
    if (!checked) return controller.withdrawSave(visit.id)
    const saved = await controller.save(visit.id)
    setAsked(!saved)
  }
  return (
    <>
      <Tick
        checked={card.record.saved !== null}
        label={say.card.saved}
        number={step.number}
        focusKey={`${step.id}.saved`}
        onChange={change}
      />
      {asked && missing.length > 0 && (
        <div className={styles['asks']}>
          <p>
            {plural(say.card.asksBoth, missing.length, {
              locale,
              numbers: new Intl.ListFormat(locale).format(missing.map(({number}) => number)),
            })}
          </p>
          {missing.map(box => (
            <AskedBox key={box.id} step={step} box={box} />
          ))}
        </div>
      )}
    </>
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
