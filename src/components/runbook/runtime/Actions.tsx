import ListChecks from 'lucide-static/icons/list-checks.svg'
import Play from 'lucide-static/icons/play.svg'
import Printer from 'lucide-static/icons/printer.svg'
import RotateCcw from 'lucide-static/icons/rotate-ccw.svg'
import {useEffect, useEffectEvent, useState, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {fill, plural} from '../words/fill.ts'
import {currentStep, isBegun} from './current.ts'
import {describeCounts} from './describe.ts'
import Late from './Late.tsx'
import {AnotherRun, OutdatedSteps, PlanPanel} from './lazyForms.ts'
import {isLeft, keepPlace, whenScrolled} from './outOfSight.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime, type RuntimeView} from './useRuntime.ts'
import styles from './bar.module.css'

const startKey = 'head.start'
const checkKey = 'head.check'

/** The actions of the page's head: start or resume, start over, check the tenant, print. */
export default function Actions(): ReactNode {
  const view = useRuntime()
  const {run, page, words, say, stage, controller, locale, announce} = view
  const {phase, checkedAt, problem} = run.plan
  const checks = run.session.mayRun && page.model.steps.some(step => step.presses.length > 0 || step.change)
  const practice = run.session.mode === 'practice'
  const open = run.record?.id ?? null
  const [foldedRun, setFoldedRun] = useState(Object.keys(run.state.steps).length > 0 ? open : null)
  const folded = open !== null && foldedRun === open
  const [unfoldedRun, setUnfoldedRun] = useState<string | null>(null)
  useHeadLeft(open !== null && !folded && unfoldedRun !== open, () => setFoldedRun(open))
  const [asking, setAsking] = useState(false)
  const startOver = async () => {
    setAsking(false)
    await controller.start(run.session.mode, run.state.started?.situation ?? null)
    // The button went away with its run.
    focusByKey(startKey)
    announce(say.announceAlso['run-started'])
  }
  const begin = async () => {
    if (run.record === null) await controller.start(run.session.mode, stage.situation())
    const step = currentStep(page.model, controller.getSnapshot()) ?? page.model.steps.at(-1)?.id ?? ''
    stage.folds.open(step)
    requestAnimationFrame(() => goTo(step))
  }
  const label =
    run.record !== null ? say.header.resume : practice ? say.header.startPractice : say.header.start
  return (
    <>
      <Button kind="primary" icon={Play} data-focus-key={startKey} onClick={() => void begin()}>
        {label}
      </Button>
      {run.record !== null && (
        <Button
          icon={RotateCcw}
          data-focus-key="head.startOver"
          onClick={() => {
            if (isBegun(run)) setAsking(true)
            else void startOver()
          }}
        >
          {say.header.startOver}
        </Button>
      )}
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
      {run.record !== null && (
        <Button
          kind="quiet"
          icon={ListChecks}
          aria-expanded={!folded}
          onClick={() => {
            setFoldedRun(folded ? null : open)
            setUnfoldedRun(folded ? open : null)
          }}
        >
          {words.needs} · {words.before}
        </Button>
      )}
      {checks &&
        (phase.id !== 'idle' || checkedAt !== null || problem !== null || run.state.approval !== null) && (
          <Late>
            <PlanPanel focusKey={checkKey} />
          </Late>
        )}
      {asking && (
        <Late>
          <AnotherRun
            to={{kind: 'startOver'}}
            focusKey={startKey}
            onGo={() => void startOver()}
            onStay={() => setAsking(false)}
          />
        </Late>
      )}
      {folded && <span data-head-folded="" />}
      <p className={styles['hint']}>
        {run.record !== null && <>{fill(say.header.progress, describeCounts(run.counts, {say, locale}))}. </>}
        {run.record !== null && run.state.started?.articleHash !== page.model.articleHash && (
          <>{say.record.older} </>
        )}
        {run.outdated !== null && (
          <Late>
            <OutdatedSteps />
          </Late>
        )}
        {!stage.graphConfigured && say.mode.onlyTwo}
      </p>
    </>
  )
}

/**
 * Folds needs and *Before you start* once the person has gone on from both: nothing folds away under the hands of who
 * begins a run, and what was unfolded by hand stays.
 */
function useHeadLeft(mayFold: boolean, fold: () => void): void {
  const act = useEffectEvent(() => {
    if ([...document.querySelectorAll('[data-head]')].every(isLeft)) keepPlace(fold)
  })
  useEffect(() => (mayFold ? whenScrolled(act) : undefined), [mayFold])
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
