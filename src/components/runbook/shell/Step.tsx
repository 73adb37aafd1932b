import {createContext, useContext, type ReactNode} from 'react'
import clsx from 'clsx'
import type {BoundStep} from '../../../model/action.ts'
import PlaceMarker from '../../PlaceMarker/index.tsx'
import {fill} from '../words/fill.ts'
import Lane from './Lane.tsx'
import Notes from './Notes.tsx'
import {usePage} from './page.ts'
import {PaperAudit, PaperMarks, PaperPilot} from './Paper.tsx'
import Pilot from './Pilot.tsx'
import PortalPlace from './PortalPlace.tsx'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import Verifier from './Verifier.tsx'
import styles from './step.module.css'

const StepContext = createContext<BoundStep | null>(null)

/** One step of the article as a card. `number` is `part.step`. */
export function RunbookStep({
  number,
  children,
}: {
  readonly number: string
  readonly children?: ReactNode
}): ReactNode {
  const {page} = usePage()
  const step = page.model.steps.find(candidate => candidate.number === number)
  if (step === undefined) return children
  return (
    <StepContext value={step}>
      <Slot name="Fold" props={{step}} />
      <article
        id={step.id}
        data-step={step.number}
        aria-labelledby={`${step.id}-title`}
        className={styles['card']}
      >
        <Notes of={step} />
        {children}
        <div className={styles['body']}>
          {step.why !== undefined && (
            <p className={styles['why']}>
              <Say of={step.why} />
            </p>
          )}
          {step.verify && <Verifier of={step.verify} />}
          <Slot name="Result" props={{step}} />
          <PortalPlace of={step} />
        </div>
        {step.kind === 'tick' ? (
          <Slot name="Foot" props={{step}} />
        ) : (
          <Slot name="Foot" props={{step}}>
            {step.pilot && <Pilot of={step.pilot} />}
            <div className={styles['foot']} />
          </Slot>
        )}
        {step.evidence && <PaperAudit />}
        {step.pilot && <PaperPilot of={step.pilot} />}
        <Slot name="Paper" props={{step}}>
          <PaperMarks of={step} />
        </Slot>
      </article>
    </StepContext>
  )
}

/** The article's own sentence: the heading of the card, with the step's number before and its state after it. */
export function StepSentence({children}: {readonly children?: ReactNode}): ReactNode {
  const step = useContext(StepContext)
  const {words} = usePage()
  if (step === null) return <p>{children}</p>
  return (
    <div className={clsx(styles['head'], styles[step.kind === 'tick' ? 'withTick' : 'withChip'])}>
      <h3 id={`${step.id}-title`} className={styles['title']}>
        <Slot name="Marker" props={{step}}>
          <PlaceMarker place={step.place}>{step.ordinal}</PlaceMarker>
        </Slot>
        <span className={styles['sentence']}>
          <span className="sr-only">{fill(words.stepNumber, {number: step.number})}. </span>
          {children}
        </span>{' '}
        <span className={styles['chip']}>
          <Slot name="Chip" props={{step}} />
        </span>
      </h3>
      {step.kind === 'tick' && (
        <div className={styles['tick']} data-print="off">
          <Slot name="Tick" props={{step}}>
            <span className={styles['blankTick']}>
              <span aria-hidden="true" className={styles['box']} />
              {words.done}
            </span>
          </Slot>
        </div>
      )}
      {step.kind !== 'tick' && <Lane of={step} />}
    </div>
  )
}

/** What the article says below the step's sentence. */
export function StepProse({children}: {readonly children?: ReactNode}): ReactNode {
  return <div className={styles['prose']}>{children}</div>
}
