import ListChecks from 'lucide-static/icons/list-checks.svg'
import Play from 'lucide-static/icons/play.svg'
import Printer from 'lucide-static/icons/printer.svg'
import RotateCcw from 'lucide-static/icons/rotate-ccw.svg'
import {useEffect, useEffectEvent, useState, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {currentStep, isBegun} from './current.ts'
import {describeCounts} from './describe.ts'
import Late from './Late.tsx'
import {AnotherRun} from './lazyForms.ts'
import {isLeft, keepPlace, whenScrolled} from './outOfSight.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './bar.module.css'

const startKey = 'head.start'

/** The actions of the page's head: start or resume, start over, print. */
export default function Actions(): ReactNode {
  const {run, page, words, say, stage, controller, locale, announce} = useRuntime()
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
