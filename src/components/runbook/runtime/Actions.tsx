import ListChecks from 'lucide-static/icons/list-checks.svg'
import Play from 'lucide-static/icons/play.svg'
import Printer from 'lucide-static/icons/printer.svg'
import {useState, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {fill, plural} from '../words/fill.ts'
import {currentStep} from './current.ts'
import Late from './Late.tsx'
import {PlanPanel, RunActions, RunHint} from './lazyForms.ts'
import {useRuntime, type RuntimeView} from './useRuntime.ts'
import styles from './bar.module.css'

const startKey = 'head.start'
const checkKey = 'head.check'

/** The actions of the page's head: start or resume, start over, check the tenant, print. */
export default function Actions(): ReactNode {
  const view = useRuntime()
  const {run, page, say, stage, controller} = view
  const {phase, checkedAt, problem} = run.plan
  const checks = run.session.mayRun && page.model.steps.some(step => step.presses.length > 0 || step.change)
  const practice = run.session.mode === 'practice'
  const isOpen = run.record !== null
  const [found] = useState(run.record?.id ?? null)
  const begin = async () => {
    if (!isOpen) await controller.start(run.session.mode, stage.situation())
    const step = currentStep(page.model, controller.getSnapshot()) ?? page.model.steps.at(-1)?.id ?? ''
    stage.folds.open(step)
    requestAnimationFrame(() => goTo(step))
  }
  const label = isOpen ? say.header.resume : practice ? say.header.startPractice : say.header.start
  return (
    <>
      <Button kind="primary" icon={Play} data-focus-key={startKey} onClick={() => void begin()}>
        {label}
      </Button>
      {checks && (
        <Button
          icon={ListChecks}
          off={!['idle', 'press-again', 'asks'].includes(phase.id)}
          data-focus-key={checkKey}
          onClick={() => void controller.checkTenant()}
          onPointerEnter={controller.prepare}
          onPointerDown={controller.prepare}
          onFocus={controller.prepare}
        >
          {checkLabel(view)}
        </Button>
      )}
      <Button icon={Printer} onClick={() => window.print()}>
        {say.header.print}
      </Button>
      {isOpen && (
        <Late>
          <RunActions found={found} startKey={startKey} />
        </Late>
      )}
      {checks &&
        (phase.id !== 'idle' || checkedAt !== null || problem !== null || run.state.approval !== null) && (
          <Late>
            <PlanPanel focusKey={checkKey} />
          </Late>
        )}
      <p className={styles['hint']}>
        {isOpen && (
          <Late>
            <RunHint />
          </Late>
        )}
        {!stage.graphConfigured && say.mode.onlyTwo}
      </p>
    </>
  )
}

/** What the next press does: where it asks a person in practice, it says so. */
function checkLabel({run, say, locale}: RuntimeView): string {
  const {phase, checkedAt} = run.plan
  const label =
    phase.id !== 'asks'
      ? checkedAt === null
        ? say.header.check
        : say.card.again
      : phase.kind === 'sign-in'
        ? say.bar.signIn
        : plural(say.header.grantRest, phase.scopes.length, {locale})
  const asks = phase.id === 'asks' || run.session.account === null
  return asks && run.session.mode === 'practice' ? fill(say.card.practiceSuffix, {label}) : label
}

/** Takes the person to a step: address, view and focus. */
function goTo(step: string): void {
  const card = document.getElementById(step)
  if (card === null) return
  window.history.replaceState(window.history.state, '', `#${step}`)
  card.scrollIntoView()
  const first = card.querySelector<HTMLElement>('[data-focus-key]')
  if (first === null) card.tabIndex = -1
  ;(first ?? card).focus({preventScroll: true})
}
