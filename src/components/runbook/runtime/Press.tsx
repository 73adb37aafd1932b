import KeyRound from 'lucide-static/icons/key-round.svg'
import LogIn from 'lucide-static/icons/log-in.svg'
import Play from 'lucide-static/icons/play.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import type {ReactNode} from 'react'
import type {CardState, LiveStep, PressState} from '../../../engine/index.ts'
import type {BoundStep, TextKey} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import Late from './Late.tsx'
import {AskWindow} from './lazyForms.ts'
import {cardOf, useRuntime, type RuntimeView} from './useRuntime.ts'
import styles from './controls.module.css'

/** One Run of a card: signs in if nobody is, asks for what is missing on a press of its own, reads. */
export default function Press({
  step,
  press,
  first,
}: {
  readonly step: BoundStep
  readonly press: PressState
  readonly first: boolean
}): ReactNode {
  const {controller} = useRuntime()
  return (
    <RunButton
      step={step}
      id={press.id}
      label={press.label}
      again={step.presses.find(({id}) => id === press.id)?.again}
      done={press.done !== null && press.fresh}
      alone={step.presses.length === 1}
      primary={first && !(press.done !== null && press.fresh)}
      act={() => void controller.press(step.id, press.id)}
    />
  )
}

/** The search of the audit log. */
export function SearchPress({step}: {readonly step: BoundStep}): ReactNode {
  const {controller, run} = useRuntime()
  const card = cardOf(run, step)
  if (step.evidence === undefined) return null
  return (
    <RunButton
      step={step}
      id={null}
      label={step.evidence.label}
      again={undefined}
      done={false}
      alone
      primary={card.search?.done === null}
      act={() => void controller.searchEvidence(step.id)}
    />
  )
}

function RunButton({
  step,
  id,
  label,
  again,
  done,
  alone,
  primary,
  act,
}: {
  readonly step: BoundStep
  readonly id: string | null
  readonly label: TextKey
  readonly again: TextKey | undefined
  readonly done: boolean
  /** The only button that reads on its card: done, it need not say what. */
  readonly alone: boolean
  readonly primary: boolean
  readonly act: () => void
}): ReactNode {
  const view = useRuntime()
  const {controller, run, say} = view
  const card = cardOf(run, step)
  const live = card.live?.press === id ? card.live : null
  const waiting = card.live !== null && inTheAir(card.live)
  const focusKey = `${step.id}.${id ?? 'search'}`
  const {text, icon} = labelOf(view, {step, card, live, label, again, done, alone})
  return (
    <>
      <Button
        kind={primary ? 'primary' : 'secondary'}
        icon={icon}
        off={waiting}
        data-focus-key={focusKey}
        onClick={act}
        onPointerEnter={controller.prepare}
        onPointerDown={controller.prepare}
        onFocus={controller.prepare}
      >
        {text}
      </Button>
      {live !== null && waiting && (
        <Button
          kind="quiet"
          onClick={event => {
            // This button goes away with the wait; the one that began it stays.
            const began = event.currentTarget.previousElementSibling
            if (began instanceof HTMLElement) began.focus()
            controller.stop(step.id)
          }}
        >
          {say.card.stop}
        </Button>
      )}
      {live !== null && <span className={styles['hint']}>{hintOf(view, live)}</span>}
      {live !== null && run.session.mode === 'graph' && asks(live) && (
        <Late>
          <AskWindow step={step.id} focusKey={focusKey} />
        </Late>
      )}
    </>
  )
}

function labelOf(
  {run, say, text}: RuntimeView,
  {
    step,
    card,
    live,
    label,
    again,
    done,
    alone,
  }: {
    readonly step: BoundStep
    readonly card: CardState
    readonly live: LiveStep | null
    readonly label: TextKey
    readonly again: TextKey | undefined
    readonly done: boolean
    readonly alone: boolean
  },
): {readonly text: string; readonly icon: IconShape} {
  const practice = run.session.mode === 'practice'
  const named = (words: string) => (practice ? fill(say.card.practiceSuffix, {label: words}) : words)
  if (live?.phase === 'consent-required') return {text: named(say.card.grant), icon: KeyRound}
  if (live?.phase === 'sign-in-required') return {text: named(say.bar.signIn), icon: LogIn}
  if (done && again !== undefined) return {text: text(again).text, icon: RefreshCw}
  if (done && alone) return {text: step.box ? say.card.checkAgain : say.card.again, icon: RefreshCw}
  const signsIn = step.kind === 'read' && run.session.account === null
  if (signsIn) return {text: named(text(label).text), icon: LogIn}
  return {text: text(label).text, icon: done || card.search?.done ? RefreshCw : Play}
}

function hintOf({say, run}: RuntimeView, live: LiveStep): string | null {
  switch (live.phase) {
    case 'preparing':
      return say.card.loading
    case 'press-again':
      return say.card.ready
    case 'sign-in-required':
    case 'consent-required':
      return run.session.mode === 'practice' ? say.card.signInPractice : say.card.signInFirst
    case 'searching':
      return say.card.looking
    case 'signing-in':
    case 'consenting':
    case 'running':
    case 'throttled':
    case 'confirming':
    case 'sending':
    case 'verifying':
      return null
  }
}

function asks(live: LiveStep): boolean {
  return live.phase === 'signing-in' || live.phase === 'consenting'
}

function inTheAir(live: LiveStep): boolean {
  return ['signing-in', 'consenting', 'running', 'searching', 'throttled'].includes(live.phase)
}
