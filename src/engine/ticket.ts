// What "Copy for the ticket" says, as lines of data; the words are the page's.
import type {TextKey} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {AccountRef, ReadResult, TenantRef} from '../model/run.ts'
import {counts, type CardChip, type CardId, type CardState, type Counts} from './card.ts'
import {own} from './own.ts'
import type {EvidenceRecord, OutputRecord, RunContext, RunStart, RunState, Stamp} from './run.ts'
import {saysOf} from './says.ts'

/** One line of the text for a ticket. */
export type TicketLine =
  | {readonly kind: 'run'; readonly started: RunStart; readonly mode: RunState['mode']}
  | {readonly kind: 'context'; readonly field: keyof RunContext; readonly value: string}
  | {readonly kind: 'tenant'; readonly tenant: TenantRef; readonly account: AccountRef | null}
  | {readonly kind: 'answer'; readonly question: TextKey; readonly options: readonly TextKey[]}
  | {readonly kind: 'counts'; readonly counts: Counts}
  | {
      readonly kind: 'step'
      readonly step: string
      readonly number: string
      readonly chip: CardChip
      readonly declared: Stamp | null
      readonly note: string
    }
  | {
      readonly kind: 'result'
      readonly step: string
      readonly says: TextKey | null
      readonly result: ReadResult
      readonly readAt: string
    }
  | {readonly kind: 'output'; readonly step: string; readonly output: OutputRecord}
  | {readonly kind: 'evidence'; readonly step: string; readonly evidence: EvidenceRecord}
  | {readonly kind: 'baseline'; readonly at: string}
  | {readonly kind: 'imported'; readonly sha256: string}
  | {readonly kind: 'digest'; readonly sha256: string; readonly events: number}

/** What the page shows of a run, and the digest of its export. */
export interface Ticketed {
  readonly state: RunState
  readonly cards: Readonly<Record<string, CardState>>
  readonly digest: {readonly sha256: string; readonly events: number}
}

/** The lines of a run for a ticket: only steps something is known of, in the order of the article. */
export function ticketLines(model: PageModel, {state, cards, digest}: Ticketed): readonly TicketLine[] {
  const shown = model.steps.flatMap(({id}) => cards[id] ?? [])
  const lines: TicketLine[] = []
  if (state.started) lines.push({kind: 'run', started: state.started, mode: state.mode})
  lines.push(...contextLines(state.context))
  if (state.tenant) lines.push({kind: 'tenant', tenant: state.tenant, account: state.account})
  lines.push(...answerLines(model, state), {kind: 'counts', counts: counts(shown)})
  if (state.baseline !== null) lines.push({kind: 'baseline', at: state.baseline})
  for (const {id, number, presses} of model.steps) {
    const card = cards[id]
    if (!card || isQuiet(card)) continue
    const {declared, record} = card
    lines.push({kind: 'step', step: id, number, chip: card, declared, note: record.note})
    for (const press of presses) {
      const done = own(record.presses, press.id)
      if (!done) continue
      for (const result of done.results) {
        const read = press.reads.find(candidate => candidate.id === result.read)
        const says = read ? saysOf(read, result) : null
        lines.push({kind: 'result', step: id, says, result, readAt: done.readAt})
      }
    }
    if (record.output) lines.push({kind: 'output', step: id, output: record.output})
    if (record.evidence) lines.push({kind: 'evidence', step: id, evidence: record.evidence})
  }
  if (state.imported) lines.push({kind: 'imported', sha256: state.imported.sha256})
  return [...lines, {kind: 'digest', ...digest}]
}

const contextFields: readonly (keyof RunContext)[] = ['ticket', 'changeWindow', 'server', 'forest']

function contextLines(context: RunContext): readonly TicketLine[] {
  return contextFields
    .filter(field => context[field] !== '')
    .map(field => ({kind: 'context', field, value: context[field]}))
}

function answerLines(model: PageModel, state: RunState): readonly TicketLine[] {
  return model.before.flatMap(({id, label, options}): readonly TicketLine[] => {
    const given = own(state.answers, id) ?? []
    const words = given.map(option => options.find(candidate => candidate.id === option)?.label ?? option)
    return words.length > 0 ? [{kind: 'answer', question: label, options: words}] : []
  })
}

const quiet: ReadonlySet<CardId> = new Set<CardId>([
  'to-tick',
  'unsigned',
  'not-started',
  'sign-in',
  'ready-portal',
  'ready-read',
])

function isQuiet({id, record}: CardState): boolean {
  return quiet.has(id) && record.note === '' && Object.keys(record.presses).length === 0
}
