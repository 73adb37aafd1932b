// What a step's card says: one chip, and beside it all that the card shows.
import type {BoundStep} from '../model/action.ts'
import type {ChangeProperty, ChangeValues} from '../model/change.ts'
import type {PageModel} from '../model/page.ts'
import type {ProblemRecord} from '../model/run.ts'
import {blocksOf, maySkip, restsOn} from './blocks.ts'
import {contextOf, type CardContext} from './card-context.ts'
import {differences, undoOf, type ChangeOutcome, type ChangeRecord} from './change.ts'
import type {CardChip, CardId, PressState} from './chip.ts'
import {missingInputs, withInputs} from './inputs.ts'
import type {LiveStep} from './live.ts'
import {chipsOf} from './precedence.ts'
import {ownChange, stepOf} from './run.ts'
import {decidingOutput} from './step-record.ts'
import type {Stamp} from './moment.ts'
import type {RunState} from './run.ts'
import type {EvidenceRecord, FailureRecord, StepRecord} from './step-record.ts'
import type {SessionView} from './session.ts'

/** What a card shows beside its chip. */
export interface CardFacts {
  readonly step: string
  /** The other states that hold too, strongest first; for the list of needs. */
  readonly also: readonly CardChip[]
  readonly record: StepRecord
  /** Who declared the step done: ticked or saved. What was reported of it stands in the record. */
  readonly declared: Stamp | null
  readonly presses: readonly PressState[]
  /** Steps that this one rests on and that were skipped: it may fail for that. */
  readonly restsOnSkipped: readonly string[]
  /** It can be decided not to do the step: it is not done, nothing goes on, and no request of it is open. */
  readonly maySkip: boolean
  /** Inputs of the run that the step rests on and that nobody has given yet. */
  readonly missing: readonly string[]
  /** The search of the audit log of this step, with its own scopes. */
  readonly search: {
    readonly scopes: readonly string[]
    readonly done: EvidenceRecord | null
    readonly failure: FailureRecord | null
  } | null
  /** The change of this step: what came of it, what stands otherwise, and whether it can be undone. */
  readonly change: {
    readonly outcome: ChangeOutcome
    readonly differences: readonly ChangeProperty[]
    readonly undo: {readonly wanted: ChangeValues; readonly changedSince: boolean} | null
    readonly record: ChangeRecord
  } | null
  /** The newest thing that went wrong and was not put right since. */
  readonly problem: ProblemRecord | null
  readonly live: LiveStep | null
  /**
   * `link`: the portal link is the primary now. `again`: it was opened, so it is secondary, with its warning;
   * on the other steps of a visit too, where it is the link of the visit's `open` step.
   */
  readonly portal: 'none' | 'offered' | 'link' | 'again'
  /** On the step that saves: steps whose box has to be ticked first. */
  readonly saveBlockedBy: readonly string[]
  /** False: no request may be sent (`SessionView.mayRun`). */
  readonly mayRun: boolean
}

/** One card: its chip (`id` and that chip's values) and its facts. */
export type CardState = CardFacts & CardChip

/** How far a run is; a step counts once. Only what was read in this page load is verified. */
export interface Counts {
  readonly verified: number
  readonly declared: number
  /** Steps that a pasted output confirms, declared or not. */
  readonly confirmed: number
  readonly total: number
}

/** What the card of a step shows now. Pure; `live` is what goes on at the step, never recorded. */
export function cardState(
  step: BoundStep,
  model: PageModel,
  state: RunState,
  live: LiveStep | undefined,
  session: SessionView,
): CardState {
  const shown = {model, state, session}
  const context = contextOf(step, shown, live)
  const {record, presses} = context
  const [chip, ...also] = chipsOf({...context, blocks: blocksOf(context, shown)})
  const visit = model.visits.find(({id}) => id === step.visit)
  const unticked = visit?.boxes.filter(box => !stepOf(state, box).box) ?? []
  return {
    ...chip,
    step: step.id,
    also,
    record,
    declared: record.saved ?? record.ticked,
    presses,
    restsOnSkipped: restsOn(step, model).filter(id => stepOf(state, id).skipped),
    maySkip: maySkip(context),
    missing: missingInputs(step, model, state.inputs),
    search: step.evidence
      ? {scopes: step.evidence.read.scopes, done: record.evidence, failure: record.evidenceFailure}
      : null,
    change: changeOf(withInputs(step, state.inputs), state, context),
    problem: newestProblem(record),
    live: live ?? null,
    portal: portalOf(
      step,
      record,
      session,
      visit !== undefined && stepOf(state, visit.open).portalOpened !== null,
    ),
    saveBlockedBy: visit?.save === step.id ? unticked : [],
    mayRun: session.mayRun,
  }
}

/** How far these cards are. A step counts once, under the stronger; a running check takes nothing away. */
export function counts(cards: readonly CardState[]): Counts {
  const settled = cards.map(card => ({
    card,
    chip: [card, ...card.also].find(({id}) => !passing.has(id)) ?? card,
  }))
  const verified = settled.filter(({chip}) => read.has(chip.id))
  const declared = settled.filter(
    ({card, chip}) => !read.has(chip.id) && !isUndecided(chip) && card.declared !== null,
  )
  const confirmed = cards.filter(({record}) => decidingOutput(record)?.verdict === 'confirmed')
  return {
    verified: verified.length,
    declared: declared.length,
    confirmed: confirmed.length,
    total: cards.length,
  }
}

/** States that say of the tenant what was read in this page load. */
const read: ReadonlySet<CardId> = new Set<CardId>([
  'read-verified',
  'change-done',
  'done-by-other',
  'already-so',
])

// Another build of the site takes nothing from what was declared of the article.
function isUndecided(chip: CardChip): boolean {
  return chip.id === 'skipped' || (chip.id === 'out-of-date' && chip.because === 'article')
}

const passing: ReadonlySet<CardId> = new Set<CardId>(['throttled', 'running', 'consent', 'sign-in'])

// A file may say anything of what stood there before: its values are never sent.
function changeOf(
  {id: step, change}: BoundStep,
  state: RunState,
  {record, change: outcome}: CardContext,
): CardFacts['change'] {
  if (!change || !outcome) return null
  const {reading} = record.change
  return {
    outcome,
    differences: reading ? differences(change, reading.values) : [],
    undo: undoOf(change, ownChange(state, step)),
    record: record.change,
  }
}

function newestProblem(record: StepRecord): ProblemRecord | null {
  const failures = [
    ...Object.values(record.failures),
    ...(record.evidenceFailure ? [record.evidenceFailure] : []),
  ]
  return failures.sort((a, b) => b.seq - a.seq)[0]?.problem ?? null
}

function portalOf(
  step: BoundStep,
  record: StepRecord,
  session: SessionView,
  visited: boolean,
): CardFacts['portal'] {
  if (!step.portal) return visited ? 'again' : 'none'
  if (record.portalOpened) return 'again'
  // Without sign-in there is nothing to run first: the link is all there is.
  return session.mode === 'unsigned' || Object.keys(record.presses).length > 0 ? 'link' : 'offered'
}
