import ListChecks from 'lucide-static/icons/list-checks.svg'
import RotateCcw from 'lucide-static/icons/rotate-ccw.svg'
import {useEffect, useEffectEvent, useState, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import AnotherRun from './AnotherRun.tsx'
import {isBegun} from './current.ts'
import {describeCounts} from './describe.ts'
import {OutdatedSteps} from './OutdatedLines.tsx'
import {isLeft, keepPlace, whenScrolled} from './outOfSight.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'

/** The actions of the page's head that an open run adds: start over, fold needs and *Before you start*. */
export function RunActions({
  found,
  startKey,
}: {
  /** The run that was open when the page was loaded. */
  readonly found: string | null
  readonly startKey: string
}): ReactNode {
  const {run, words, say, controller, announce} = useRuntime()
  const open = run.record?.id ?? null
  const hasSteps = Object.keys(run.state.steps).length > 0
  const [foldedRun, setFoldedRun] = useState(hasSteps && found === open ? open : null)
  const folded = foldedRun === open
  const [unfoldedRun, setUnfoldedRun] = useState<string | null>(null)
  useHeadLeft(!folded && unfoldedRun !== open, () => setFoldedRun(open))
  const [asking, setAsking] = useState(false)
  const startOver = async () => {
    setAsking(false)
    await controller.start(run.session.mode, run.state.started?.situation ?? null)
    // The button went away with its run.
    focusByKey(startKey)
    announce(say.announceAlso['run-started'])
  }
  return (
    <>
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
      {asking && (
        <AnotherRun
          to={{kind: 'startOver'}}
          focusKey={startKey}
          onGo={() => void startOver()}
          onStay={() => setAsking(false)}
        />
      )}
      {folded && <span data-head-folded="" />}
    </>
  )
}

/** How far the open run is, and what of it belongs to another version of the page. */
export function RunHint(): ReactNode {
  const {run, page, say, locale} = useRuntime()
  return (
    <>
      {fill(say.header.progress, describeCounts(run.counts, {say, locale}))}.{' '}
      {run.state.started?.articleHash !== page.model.articleHash && <>{say.record.older} </>}
      {run.outdated !== null && <OutdatedSteps />}
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
  useEffect(() => {
    if (!mayFold) return
    // The person may have gone on before this was loaded.
    const frame = requestAnimationFrame(() => act())
    const stop = whenScrolled(act)
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [mayFold])
}
