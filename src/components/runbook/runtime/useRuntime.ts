import {useContext} from 'react'
import type {CardState, RunController, RunSnapshot} from '../../../engine/index.ts'
import type {Stage} from '../../../hooks/stage.ts'
import {useRun} from '../../../hooks/useRun.ts'
import type {BoundStep} from '../../../model/action.ts'
import {RuntimeContext, usePage, type PageView} from '../shell/page.ts'
import type {Words} from '../words/index.ts'

/** What an interactive part works with. */
export interface RuntimeView extends PageView {
  readonly run: RunSnapshot
  readonly controller: RunController
  readonly stage: Stage
  /** The words of the interactive parts; `words` are those of the served page. */
  readonly say: Words
  readonly announce: (text: string, options?: {readonly assertive: boolean}) => void
}

/** The run of the page and the means to show it. Throws a `TypeError` before the interactive parts are loaded. */
export function useRuntime(): RuntimeView {
  const page = usePage()
  const runtime = useContext(RuntimeContext)
  if (runtime === null) throw new TypeError('An interactive part stands outside the runtime.')
  const {controller, stage, say, announce} = runtime
  return {...page, run: useRun(controller), controller, stage, say, announce}
}

/** The card of a step. Throws a `TypeError` where the engine knows no such step. */
export function cardOf(run: RunSnapshot, step: Pick<BoundStep, 'id'>): CardState {
  const card = run.cards[step.id]
  if (card === undefined) throw new TypeError(`No card of step ${step.id}.`)
  return card
}
