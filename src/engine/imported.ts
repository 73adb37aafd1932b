// A file taken in for one page: its events are copied only where the page's runbook has what they name.
import type {Change, ChangeValue, ChangeValues} from '../model/change.ts'
import type {PageModel} from '../model/page.ts'
import {mostAhead} from '../model/output.ts'
import type {RunEvent, RunRecord} from '../model/run.ts'
import {isInput} from './inputs.ts'
import {keptFields} from './kept.ts'
import {operationOf} from './operation.ts'
import type {Clock} from './ports.ts'
import {importRecord, mostBytes, type Imported} from './record.ts'
import {toIso} from './time.ts'

/** A file as the browser gives it: its size is known before it is read. */
export type RunFile = Pick<Blob, 'size' | 'text'>

/**
 * The run in a file, for the page of `model`. Refused where it belongs to another runbook, names a step, press, visit or
 * question that the page does not have, or says what no run ever says: a clock's time that is still to come at `now`
 * (milliseconds since the epoch), for one.
 */
export async function importRun(file: RunFile, model: PageModel, now: number): Promise<Imported> {
  if (file.size > mostBytes) return {refused: 'too-large'}
  const imported = await importRecord(await file.text())
  if ('refused' in imported) return imported
  const {record, sha256} = imported
  const [start] = record.events
  if (start?.type !== 'run-started' || start.runbook !== model.runbook) return {refused: 'other-runbook'}
  if (start.mode === 'practice' && record.events.some(({type}) => type === 'mode-changed'))
    return {refused: 'event-invalid'}
  if (record.events.flatMap(timesOf).some(time => Date.parse(time) > now + mostAhead))
    return {refused: 'from-future'}
  const isKnown = knownTo(model)
  if (!record.events.every(isKnown)) return {refused: 'other-revision'}
  const events = record.events.map(event => withKept(asTyped(event), model))
  return {record: {...record, events}, sha256}
}

/** The run as this browser keeps it: under an id of its own, and ending with the mark of the file it came from. */
export function markImported(
  {record, sha256}: Exclude<Imported, {readonly refused: unknown}>,
  id: string,
  clock: Pick<Clock, 'now' | 'utcOffset'>,
): RunRecord {
  const moment = {v: 1, at: toIso(clock.now()), utcOffset: clock.utcOffset()} as const
  const mark = {type: 'run-imported', sha256, ...moment, seq: record.events.length} as const
  return {...record, id, events: [...record.events, mark]}
}

/** The times that a clock gave; one that a person typed is that person's word. */
function timesOf(event: RunEvent): readonly string[] {
  switch (event.type) {
    case 'press-done':
    case 'change-read':
    case 'change-stale':
    case 'operation-read':
      return [event.at, event.readAt]
    case 'baseline-set':
      return [event.at, event.baseline]
    case 'evidence-searched':
      return [event.at, event.since, event.readAt, ...event.events.map(({at}) => at)]
    default:
      return [event.at]
  }
}

// What a log may name is bounded by the page: replaying it costs no more than a run of the page does.
function knownTo(model: PageModel): (event: RunEvent) => boolean {
  const steps = new Map(model.steps.map(step => [step.id, step]))
  const visits = new Set(model.visits.map(({id}) => id))
  const questions = new Set(model.before.map(({id}) => id))
  const inputs = new Map(model.inputs.map(({id, kind}) => [id, kind]))
  return event => {
    if ('step' in event && !steps.has(event.step)) return false
    if ('steps' in event && !isSetOf(steps, event.steps)) return false
    if ('visit' in event && !visits.has(event.visit)) return false
    if ('question' in event && !questions.has(event.question)) return false
    if (event.type === 'input-set') {
      const kind = inputs.get(event.input)
      return kind !== undefined && isInput(kind, event.value)
    }
    const change = 'step' in event ? steps.get(event.step)?.change : undefined
    if (event.type.startsWith('change-') && !change) return false
    if (event.type === 'operation-read' && !change?.follow) return false
    if (event.type === 'change-answered' && !isOfOperation(change, event.operation)) return false
    if (!valuesOf(event).every(values => isOfChange(change, values))) return false
    if (!('press' in event) || (change && ofChange.has(event.press))) return true
    const press = steps.get(event.step)?.presses.find(({id}) => id === event.press)
    if (press === undefined || !('results' in event)) return press !== undefined
    const reads = new Set(press.reads.map(({id}) => id))
    return isSetOf(
      reads,
      event.results.map(({read}) => read),
    )
  }
}

const ofChange: ReadonlySet<string> = new Set(['change', 'send'])

function valuesOf(event: RunEvent): readonly ChangeValues[] {
  switch (event.type) {
    case 'change-read':
      return [event.values]
    case 'change-stale':
      return [event.confirmed, event.found]
    case 'change-sent':
      return [event.before, event.wanted]
    default:
      return []
  }
}

/** Each value is of something that the change reads, and of its kind; what is wanted may be an input of the run. */
function isOfChange(change: Change | undefined, values: ChangeValues): boolean {
  const kinds = new Map<string, (value: ChangeValue) => boolean>([
    ...(change?.properties ?? []).map(
      ({id, wanted}) => [id, (value: ChangeValue) => typeof value === typeof wanted] as const,
    ),
    ...(change?.requires ?? []).map(
      ({id}) => [id, (value: ChangeValue) => typeof value === 'boolean'] as const,
    ),
    ...(change?.carries ?? []).map(({id}) => [id, (value: ChangeValue) => Array.isArray(value)] as const),
  ])
  return Object.entries(values).every(([id, value]) => {
    const isOfKind = kinds.get(id)
    return isOfKind !== undefined && (value === null || isOfKind(value))
  })
}

/** Where the end of an operation is read is below the path that was compiled. */
function isOfOperation(change: Change | undefined, operation: string | null): boolean {
  if (operation === null) return true
  const key = /\/users\/([^/]+)\//.exec(operation)?.[1] ?? ''
  return change?.follow !== undefined && operationOf(change.follow.path, key, operation) !== null
}

/** Each of these ids is known and stands once. */
function isSetOf(known: {readonly has: (id: string) => boolean}, ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length && ids.every(id => known.has(id))
}

/** How a value is shown is the page's word, not the file's. */
function asTyped(event: RunEvent): RunEvent {
  return event.type === 'input-set' ? {...event, shown: event.value} : event
}

/** Of a pasted output only what the command of its step allows, in its formats. */
function withKept(event: RunEvent, model: PageModel): RunEvent {
  if (event.type !== 'output-judged') return event
  const verify = model.steps.find(({id}) => id === event.step)?.verify
  if (verify === undefined || event.verdict === 'not-understood') return {...event, kept: {}}
  const said = new Map(Object.entries(event.kept))
  return {...event, kept: keptFields(verify, ({name}) => said.get(name))}
}
