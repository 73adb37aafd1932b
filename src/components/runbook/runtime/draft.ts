// What is being typed about the run stands in this browser until it is in the record, so that a reload loses nothing.
import {contextFields, type RunContext, type RunController} from '../../../engine/index.ts'
import {draftMemory, recall, remember} from '../../../hooks/memory.ts'

/** What was typed about a run and is not in its record yet; null where there is nothing. `run` null: no run is open. */
export function recallDraft(run: string | null): RunContext | null {
  const [of, ...values] = split(recall(draftMemory) ?? '')
  if (of !== (run ?? '') || values.length !== contextFields.length) return null
  const [ticket = '', changeWindow = '', server = '', forest = ''] = values
  return {ticket, changeWindow, server, forest}
}

/** Keeps what is being typed about a run. */
export function rememberDraft(run: string | null, draft: RunContext): void {
  remember(draftMemory, JSON.stringify([run ?? '', ...valuesOf(draft)]))
}

/** Forgets what is in the record now; something typed since stays. */
export function forgetDraft(kept: RunContext): void {
  const [, ...values] = split(recall(draftMemory) ?? '')
  if (values.join('\n') === valuesOf(kept).join('\n')) remember(draftMemory, null)
}

function valuesOf(context: RunContext): readonly string[] {
  return contextFields.map(field => context[field])
}

/** Puts what was typed before a reload into the record of the run that is open. */
export async function keepDraft(
  controller: Pick<RunController, 'getSnapshot' | 'setContext'>,
): Promise<void> {
  const {record} = controller.getSnapshot()
  const draft = record && recallDraft(record.id)
  if (!draft) return
  await controller.setContext(draft)
  forgetDraft(draft)
}

function split(text: string): readonly string[] {
  try {
    const values: unknown = JSON.parse(text)
    return Array.isArray(values) ? values.map(String) : []
  } catch {
    return []
  }
}
