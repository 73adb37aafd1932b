// A file taken in for one page: its events are copied only where the page's runbook has what they name.
import type {OutputVerifier} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {RunEvent} from '../model/run.ts'
import {toKept} from './kept.ts'
import {importRecord, mostBytes, type Imported} from './record.ts'

/** A file as the browser gives it: its size is known before it is read. */
export type RunFile = Pick<Blob, 'size' | 'text'>

/**
 * The run in a file, for the page of `model`. Refused where it belongs to another runbook, names a step, press, visit or
 * question that the page does not have, or says what no run ever says.
 */
export async function importRun(file: RunFile, model: PageModel): Promise<Imported> {
  if (file.size > mostBytes) return {refused: 'too-large'}
  const imported = await importRecord(await file.text())
  if ('refused' in imported) return imported
  const {record, sha256} = imported
  const [start] = record.events
  if (start?.type !== 'run-started' || start.runbook !== model.runbook) return {refused: 'other-runbook'}
  if (start.mode === 'practice' && record.events.some(({type}) => type === 'mode-changed'))
    return {refused: 'event-invalid'}
  const isKnown = knownTo(model)
  if (!record.events.every(isKnown)) return {refused: 'other-revision'}
  return {record: {...record, events: record.events.map(event => withKept(event, model))}, sha256}
}

// What a log may name is bounded by the page: replaying it costs no more than a run of the page does.
function knownTo(model: PageModel): (event: RunEvent) => boolean {
  const steps = new Map(model.steps.map(step => [step.id, step]))
  const visits = new Set(model.visits.map(({id}) => id))
  const questions = new Set(model.before.map(({id}) => id))
  return event => {
    if ('step' in event && !steps.has(event.step)) return false
    if ('steps' in event && !isSetOf(steps, event.steps)) return false
    if ('visit' in event && !visits.has(event.visit)) return false
    if ('question' in event && !questions.has(event.question)) return false
    if (!('press' in event)) return true
    const press = steps.get(event.step)?.presses.find(({id}) => id === event.press)
    if (press === undefined || !('results' in event)) return press !== undefined
    const reads = new Set(press.reads.map(({id}) => id))
    return isSetOf(
      reads,
      event.results.map(({read}) => read),
    )
  }
}

/** Each of these ids is known and stands once. */
function isSetOf(known: {readonly has: (id: string) => boolean}, ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length && ids.every(id => known.has(id))
}

function withKept(event: RunEvent, model: PageModel): RunEvent {
  if (event.type !== 'output-judged') return event
  const verify = model.steps.find(({id}) => id === event.step)?.verify
  return {...event, kept: keptOf(verify, event.kept)}
}

/** The fields that the command of the step allows, in its formats; all others are dropped. */
function keptOf(
  verify: OutputVerifier | undefined,
  kept: Extract<RunEvent, {type: 'output-judged'}>['kept'],
): typeof kept {
  const fields = verify?.keep.filter(({name}) => Object.hasOwn(kept, name)) ?? []
  return Object.fromEntries(fields.map(({name, as}) => [name, toKept(as, kept[name])]))
}
