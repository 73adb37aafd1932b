// What only paper has: a box, initials and a time for each step, and what to write down and carry back.
import clsx from 'clsx'
import Check from 'lucide-static/icons/check.svg'
import type {ReactNode} from 'react'
import type {BoundStep, CarriedResult, OutputVerifier, PilotProof} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import styles from './paper.module.css'

/** A time to write down. */
const clock = '_____:_____'

/** The heads of the columns. */
export function PaperHead(): ReactNode {
  const {words} = usePage()
  return (
    <p className={styles['columns']}>
      <span>{words.sheetDone}</span>
      <span>{words.sheetInitials}</span>
      <span>{words.sheetTime}</span>
      <span>{words.sheetStep}</span>
    </p>
  )
}

/**
 * Box, initials, time and reference of a step. `declaredAt`: the step is marked done, and when, as it is written in the
 * locale. `verdict`: what its chip says is a result that no line below repeats.
 */
export function PaperMarks({
  of: step,
  declaredAt,
  verdict = false,
}: {
  readonly of: BoundStep
  readonly declaredAt?: string | undefined
  readonly verdict?: boolean
}): ReactNode {
  const ticked = declaredAt !== undefined
  return (
    <p className={styles['marks']} data-verdict={verdict || undefined}>
      <PaperBox ticked={ticked} />
      <span className={styles['initials']} />
      <span className={styles['time']}>{declaredAt ?? clock}</span>
      <span className={styles['reference']}>{step.number}</span>
    </p>
  )
}

/** A box to tick by hand, or ticked; `small` within a line of text. */
export function PaperBox({
  ticked = false,
  small = false,
}: {
  readonly ticked?: boolean
  readonly small?: boolean
}): ReactNode {
  return (
    <span
      className={clsx(styles['box'], small && styles['small'])}
      data-box=""
      data-ticked={ticked || undefined}
    >
      {ticked && <Icon of={Check} size={14} />}
    </span>
  )
}

/** What a command's output says, to write down at the server and carry back: one blank after another. */
export function PaperResult({of: verify}: {readonly of: OutputVerifier}): ReactNode {
  const {words} = usePage()
  return (
    <p className={styles['line']}>
      <strong>{words.sheetResult}</strong>{' '}
      {verify.carry?.map(carried => (
        <span key={carried.id} className={styles['carried']}>
          <Say of={carried.label} /> <Blank of={carried.blank} />
        </span>
      )) ??
        verify.report.map(report => (
          <span key={report.id} className={styles['carried']}>
            <Say of={report.label} /> <PaperBox small />
          </span>
        ))}
    </p>
  )
}

function Blank({of: blank}: {readonly of: CarriedResult['blank']}): ReactNode {
  const {words} = usePage()
  if (blank === 'time') return <span className={styles['blank']}>{clock}</span>
  return [words.sheetYes, words.sheetNo].map(answer => (
    <span key={answer}>
      {answer} <PaperBox small />
    </span>
  ))
}

/** The time of a search in the audit log is noted by hand; what finding nothing means stands beside it. */
export function PaperAudit(): ReactNode {
  const {words} = usePage()
  return <p className={styles['line']}>{words.sheetAudit}</p>
}

/** The proof that a pilot user gives, with room for the time of its event. */
export function PaperPilot({of: pilot}: {readonly of: PilotProof}): ReactNode {
  const {words} = usePage()
  return (
    <p className={styles['line']}>
      <Say of={pilot.text} /> <strong>{fill(words.sheetEvent, {event: pilot.eventId})}</strong>{' '}
      <span className={styles['blank']}>{clock}</span>
    </p>
  )
}
