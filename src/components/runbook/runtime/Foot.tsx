import type {ReactNode} from 'react'
import type {PortalVisit} from '../../../model/action.ts'
import type {SlotProps} from '../shell/Slot.tsx'
import {fill} from '../words/fill.ts'
import BoxTick from './BoxTick.tsx'
import DoneTick from './DoneTick.tsx'
import Late from './Late.tsx'
import Disclosure from './Disclosure.tsx'
import {ChangePress, SkipForm} from './lazyForms.ts'
import More from './More.tsx'
import Paste from './Paste.tsx'
import Pilot from './Pilot.tsx'
import {OpenPortal, ReopenPortal} from './PortalLink.tsx'
import Press, {SearchPress} from './Press.tsx'
import SaveTick from './SaveTick.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import Ways from './Ways.tsx'
import styles from './controls.module.css'

/** The foot of a card: one primary button, at most two others, and the person's own word apart from them. */
export default function Foot({step}: SlotProps['Foot']): ReactNode {
  const {run} = useRuntime()
  if (step.kind === 'tick') {
    return (
      <div className={styles['tickFoot']} data-print="off">
        {step.verify && <Paste key={run.turn} step={step} verify={step.verify} />}
        <TouchedMore step={step} />
      </div>
    )
  }
  return <CloudFoot step={step} />
}

function CloudFoot({step}: SlotProps['Foot']): ReactNode {
  const {run, page, say} = useRuntime()
  const card = cardOf(run, step)
  const visit = page.model.visits.find(candidate => candidate.id === step.visit)
  const saves = visit?.save === step.id
  return (
    <div data-print="off">
      {step.pilot && <Pilot key={run.turn} step={step} pilot={step.pilot} />}
      <div className={styles['foot']}>
        {card.portal === 'link' && <OpenPortal step={step} kind="primary" />}
        {card.mayRun &&
          card.presses.map((press, index) => (
            <Press key={press.id} step={step} press={press} first={index === 0 && card.portal !== 'link'} />
          ))}
        {step.change && card.mayRun && (
          <Late>
            <ChangePress key={run.turn} step={step} change={step.change} />
          </Late>
        )}
        {step.evidence && card.mayRun && <SearchPress step={step} />}
        {card.portal === 'offered' && <OpenPortal step={step} kind={card.mayRun ? 'quiet' : 'secondary'} />}
        <AfterStep step={step} visit={visit} />
        {step.box ? (
          <BoxTick step={step} visit={visit} />
        ) : saves ? (
          <SaveTick step={step} visit={visit} />
        ) : (
          <DoneTick step={step} />
        )}
        {card.portal === 'again' && <ReopenPortal step={step} />}
      </div>
      {(step.presses.length > 0 || step.evidence || step.change) && <Ways step={step} />}
      {run.record !== null && card.maySkip && (
        <Disclosure
          key={run.turn}
          summary={say.card.skip}
          className={styles['more']}
          focusKey={`${step.id}.skip`}
        >
          <SkipForm step={step} />
        </Disclosure>
      )}
      <TouchedMore step={step} />
    </div>
  )
}

/** A note belongs to something that happened: an untouched card stays short. */
function TouchedMore({step}: SlotProps['Foot']): ReactNode {
  const {run} = useRuntime()
  return run.state.steps[step.id] === undefined ? null : <More step={step} />
}

/** Order is advice: a hint, never a bar. */
function AfterStep({step, visit}: SlotProps['Foot'] & {readonly visit: PortalVisit | undefined}): ReactNode {
  const {run, say, step: stepById} = useRuntime()
  const index = visit?.steps.indexOf(step.id) ?? -1
  const before = stepById(visit?.steps[index - 1] ?? '')
  if (before === undefined) return null
  const {record, declared} = cardOf(run, before)
  if (declared !== null || record.box !== null || record.portalOpened !== null) return null
  return <span className={styles['hint']}>{fill(say.card.afterStep, {number: before.number})}</span>
}
