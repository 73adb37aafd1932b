// What "Copy for the ticket" says, as lines of data; the words are the page's.
import type {BeforeQuestion, BoundStep, TextKey} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {AccountRef, ProblemRecord, ReadResult, TenantRef} from '../model/run.ts'
import {counts, type CardState, type Counts} from './card.ts'
import type {ChangeReading, SentChange, StaleChange} from './change.ts'
import type {CardChip, CardId} from './chip.ts'
import {chosenOf, forestsOf} from './forests.ts'
import {own} from './own.ts'
import {type Moment, type Stamp} from './moment.ts'
import {
  contextFields,
  isAsFileSays,
  stepOf,
  type InputRecord,
  type RunContext,
  type RunStart,
  type RunState,
} from './run.ts'
import {decidingOutput, type EvidenceRecord, type OutputRecord, type StepRecord} from './step-record.ts'
import {saysOf} from './says.ts'

/** What stands in a line only because the file that the run was opened from says so. */
interface FromFile {
  readonly fromFile: boolean
}

/** One line of the text for a ticket. */
export type TicketLine =
  | {readonly kind: 'run'; readonly started: RunStart; readonly mode: RunState['mode']}
  | ({readonly kind: 'context'; readonly field: keyof RunContext; readonly value: string} & FromFile)
  | ({readonly kind: 'tenant'; readonly tenant: TenantRef} & FromFile)
  | ({readonly kind: 'account'; readonly account: AccountRef} & FromFile)
  | ({
      readonly kind: 'answer'
      readonly question: TextKey
      /** Null: the question is answered once. */
      readonly forest: string | null
      readonly options: readonly TextKey[]
    } & FromFile)
  /** What the run is about. */
  | ({readonly kind: 'input'; readonly input: string; readonly given: InputRecord} & FromFile)
  | {readonly kind: 'counts'; readonly counts: Counts}
  | {
      readonly kind: 'step'
      readonly step: string
      readonly number: string
    }
  /** A step of which nothing is known; `reads`: something could have been read there. */
  | {readonly kind: 'untouched'; readonly number: string; readonly reads: boolean}
  | ({readonly kind: 'chip'; readonly chip: CardChip} & FromFile)
  | ({readonly kind: 'declared'; readonly stamp: Stamp} & FromFile)
  | ({readonly kind: 'skipped'; readonly skipped: NonNullable<StepRecord['skipped']>} & FromFile)
  | ({readonly kind: 'note'; readonly note: string} & FromFile)
  | ({
      readonly kind: 'result'
      readonly step: string
      readonly says: TextKey | null
      readonly result: ReadResult
      readonly readAt: string
    } & FromFile)
  /** `earlier`: something newer has been said since. */
  | ({
      readonly kind: 'output'
      readonly step: string
      readonly output: OutputRecord
      readonly earlier: boolean
    } & FromFile)
  | ({
      readonly kind: 'report'
      readonly step: string
      readonly reported: NonNullable<StepRecord['reported']>
      readonly earlier: boolean
    } & FromFile)
  | ({readonly kind: 'pilot'; readonly pilot: NonNullable<StepRecord['pilot']>} & FromFile)
  | ({readonly kind: 'evidence'; readonly step: string; readonly evidence: EvidenceRecord} & FromFile)
  /** What was sent of a change, or of its undo, and what came back. */
  | ({readonly kind: 'change-sent'; readonly step: string; readonly sent: SentChange} & FromFile)
  | ({readonly kind: 'change-stale'; readonly step: string; readonly stale: StaleChange} & FromFile)
  /** How the properties of a change stood when they were last read. */
  | ({readonly kind: 'change-read'; readonly step: string; readonly reading: ChangeReading} & FromFile)
  | ({readonly kind: 'baseline'; readonly at: string} & FromFile)
  | {readonly kind: 'imported'; readonly sha256: string}
  | {readonly kind: 'digest'; readonly sha256: string; readonly events: number}

/** What the page shows of a run, and the digest of its export. */
export interface Ticketed {
  readonly state: RunState
  readonly cards: Readonly<Record<string, CardState>>
  readonly digest: {readonly sha256: string; readonly events: number}
}

/** The lines of a run for a ticket, its steps in the order of the article; one that was left alone has one line. */
export function ticketLines(model: PageModel, {state, cards, digest}: Ticketed): readonly TicketLine[] {
  const shown = model.steps.flatMap(({id}) => cards[id] ?? [])
  return [
    ...startLines(state),
    ...contextLines(state),
    ...sessionLines(state),
    ...answerLines(model, state),
    ...inputLines(state),
    {kind: 'counts', counts: counts(shown)},
    ...baselineLines(state),
    ...model.steps.flatMap(step => {
      const card = cards[step.id]
      if (card === undefined || state.started === null) return []
      return isQuiet(card) ? [untouchedLine(step)] : stepLines(step, card, state)
    }),
    {kind: 'digest', ...digest},
  ]
}

// That a file was opened stands beside the mode, before anything that the file says.
function startLines({started, mode, imported}: RunState): readonly TicketLine[] {
  const lines: TicketLine[] = started ? [{kind: 'run', started, mode}] : []
  return imported ? [...lines, {kind: 'imported', sha256: imported.sha256}] : lines
}

function contextLines({context, imported}: RunState): readonly TicketLine[] {
  return contextFields
    .filter(field => context[field] !== '')
    .map(field => {
      const value = context[field]
      return {kind: 'context', field, value, fromFile: imported?.said.context[field] === value}
    })
}

// What nothing has changed since the file is the same object as in what the file said.
function sessionLines({tenant, account, imported}: RunState): readonly TicketLine[] {
  if (!tenant) return []
  const said = imported?.said
  const line: TicketLine = {kind: 'tenant', tenant, fromFile: said?.tenant === tenant}
  return account ? [line, {kind: 'account', account, fromFile: said?.account === account}] : [line]
}

function answerLines(model: PageModel, state: RunState): readonly TicketLine[] {
  return model.before.flatMap(question => {
    if (question.kind === 'perForest') return forestLines(question, state)
    const given = chosenOf(state, question.id)
    const fromFile = own(state.imported?.said.answers ?? {}, question.id) === given
    return given.length > 0 ? [answerLine(question, null, given, fromFile)] : []
  })
}

function forestLines(question: BeforeQuestion, state: RunState): readonly TicketLine[] {
  const said = state.imported ? forestsOf(state.imported.said, question.id) : {}
  return Object.entries(forestsOf(state, question.id)).map(([forest, given]) => {
    const fromFile = own(said, forest)?.join('\n') === given.join('\n')
    return answerLine(question, forest, given, fromFile)
  })
}

function answerLine(
  {label, options}: BeforeQuestion,
  forest: string | null,
  given: readonly string[],
  fromFile: boolean,
): TicketLine {
  const words = given.map(option => options.find(({id}) => id === option)?.label ?? option)
  return {kind: 'answer', question: label, forest, options: words, fromFile}
}

function inputLines({inputs, imported}: RunState): readonly TicketLine[] {
  return Object.entries(inputs).map(([input, given]) => {
    return {kind: 'input', input, given, fromFile: own(imported?.said.inputs ?? {}, input) === given}
  })
}

function baselineLines({baseline, imported}: RunState): readonly TicketLine[] {
  const at = baseline ?? imported?.said.baseline ?? null
  return at === null ? [] : [{kind: 'baseline', at, fromFile: baseline === null}]
}

function stepLines(
  {id, number, presses}: BoundStep,
  card: CardState,
  state: RunState,
): readonly TicketLine[] {
  const {declared, record} = card
  const {note, pilot, evidence, skipped} = record
  const fromFile = (moment: Moment) => isAsFileSays(state, moment)
  const lines: TicketLine[] = [{kind: 'step', step: id, number}]
  const chipLine = (chip: CardChip): TicketLine => {
    return {kind: 'chip', chip, fromFile: isChipOfFile(chip, record, state)}
  }
  if (card.id !== 'marked-done') lines.push(chipLine(card))
  const beside = (known: ReadonlySet<CardId>) => card.also.filter(chip => known.has(chip.id)).map(chipLine)
  lines.push(...beside(unchecked))
  if (declared) lines.push({kind: 'declared', stamp: declared, fromFile: fromFile(declared)})
  if (skipped) lines.push({kind: 'skipped', skipped, fromFile: fromFile(skipped)})
  if (note !== '') {
    const said = state.imported && stepOf(state.imported.said, id).note
    lines.push({kind: 'note', note, fromFile: said === note})
  }
  for (const press of presses) {
    const done = own(record.presses, press.id)
    for (const result of done?.results ?? []) {
      if (!done) continue
      const read = press.reads.find(candidate => candidate.id === result.read)
      const says = read ? saysOf(read, result) : null
      lines.push({kind: 'result', step: id, says, result, readAt: done.readAt, fromFile: fromFile(done)})
    }
  }
  lines.push(...changeLines(id, record, fromFile))
  lines.push(...saidLines(id, record, {fromFile, unread: beside(unread)}))
  if (pilot) lines.push({kind: 'pilot', pilot, fromFile: fromFile(pilot)})
  if (evidence) lines.push({kind: 'evidence', step: id, evidence, fromFile: fromFile(evidence)})
  return lines
}

/** Each request in its order, what was found instead of what was confirmed, then how things were last read. */
function changeLines(
  step: string,
  {change: {reading, stale, sent}}: StepRecord,
  fromFile: (moment: Moment) => boolean,
): readonly TicketLine[] {
  const lines: TicketLine[] = sent.map(each => {
    return {kind: 'change-sent', step, sent: each, fromFile: fromFile(each)}
  })
  if (stale) lines.push({kind: 'change-stale', step, stale, fromFile: fromFile(stale)})
  else if (reading) lines.push({kind: 'change-read', step, reading, fromFile: fromFile(reading)})
  return lines
}

// What a ticket says beside the strongest state of a step: nobody may take the one for the whole.
const unchecked: ReadonlySet<CardId> = new Set<CardId>(['could-not-check'])
const unread: ReadonlySet<CardId> = new Set<CardId>(['output-not-understood'])

/** What was pasted and reported of a step: what decides, what nobody could read, then what was said before. */
function saidLines(
  step: string,
  record: StepRecord,
  {
    fromFile,
    unread: chips,
  }: {readonly fromFile: (moment: Moment) => boolean; readonly unread: readonly TicketLine[]},
): readonly TicketLine[] {
  const {output, unreadable, earlierOutputs, reported} = record
  const deciding = decidingOutput(record)
  const pasted = (said: OutputRecord, earlier: boolean): TicketLine => {
    return {kind: 'output', step, output: said, earlier, fromFile: fromFile(said)}
  }
  const report = (earlier: boolean): TicketLine[] =>
    reported ? [{kind: 'report', step, reported, earlier, fromFile: fromFile(reported)}] : []
  return [
    ...(deciding ? [pasted(deciding, false)] : report(false)),
    ...chips,
    ...(unreadable ? [pasted(unreadable, false)] : []),
    ...(deciding ? report(true) : output ? [pasted(output, true)] : []),
    ...[...earlierOutputs].reverse().map(said => pasted(said, true)),
  ]
}

function isChipOfFile(chip: CardChip, record: StepRecord, state: RunState): boolean {
  const moments = momentsOf(chip, record).filter(moment => moment !== null)
  return moments.length > 0 && moments.every(moment => isAsFileSays(state, moment))
}

/** The moments of the record that a chip rests on. */
function momentsOf(chip: CardChip, record: StepRecord): readonly (Moment | null)[] {
  switch (chip.id) {
    case 'reported':
    case 'marked-done':
    case 'skipped':
    case 'ticked-not-saved':
      return [chip.stamp]
    case 'output-disagrees':
    case 'confirmed-by-output':
      return [record.output]
    case 'output-inconclusive':
    case 'output-too-old':
    case 'output-not-understood':
      return [chip.output]
    case 'evidence-found':
    case 'opposite-event':
    case 'earlier-event':
    case 'nothing-found':
      return [record.evidence]
    case 'not-as-required':
      return [own(record.presses, chip.press) ?? null]
    case 'read-verified':
    case 'not-read-since':
      return [...Object.values(record.presses), ...readingsOf(record)].filter(
        ({readAt}) => readAt === chip.readAt,
      )
    case 'ready-change':
    case 'already-so':
    case 'done-by-other':
      return readingsOf(record)
    case 'change-done':
    case 'undone':
    case 'accepted':
    case 'sent-unknown':
    case 'operation-failed':
      return [chip.sent]
    case 'stale':
      return [chip.stale]
    case 'failed':
    case 'could-not-check':
      return chip.cause === null
        ? [...silentPresses(record), ...readingsOf(record)]
        : failuresOf(record, chip.cause)
    default:
      return []
  }
}

function silentPresses({presses}: StepRecord): readonly Moment[] {
  return Object.values(presses).filter(({results}) => results.some(({outcome}) => outcome === 'unknown'))
}

function readingsOf({change: {reading}}: StepRecord): readonly ChangeReading[] {
  return reading ? [reading] : []
}

function failuresOf({failures, evidenceFailure}: StepRecord, cause: ProblemRecord): readonly Moment[] {
  const all = [...Object.values(failures), ...(evidenceFailure ? [evidenceFailure] : [])]
  return all.filter(({problem}) => problem === cause)
}

function untouchedLine({number, presses, evidence, change}: BoundStep): TicketLine {
  const reads = presses.length > 0 || evidence !== undefined || change !== undefined
  return {kind: 'untouched', number, reads}
}

const quiet: ReadonlySet<CardId> = new Set<CardId>([
  'to-tick',
  'unsigned',
  'not-started',
  'sign-in',
  'ready-portal',
  'ready-read',
  'blocked',
])

function isQuiet({id, record}: CardState): boolean {
  const {presses, change} = record
  const touched = Object.keys(presses).length > 0 || change.reading !== null || change.sent.length > 0
  return quiet.has(id) && record.note === '' && !touched
}
