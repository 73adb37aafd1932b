// What can be pressed on a page, and how a person does it.
import type {BoundStep} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import type {RunController} from '../engine/index.ts'

/** Something that a person does at a step. */
export interface Deed {
  readonly kind: 'read' | 'search' | 'look' | 'send' | 'undo'
  readonly step: BoundStep
  /** Of a `read`. */
  readonly press: string | null
  /** Its calls go in one batch. */
  readonly isBatch: boolean
}

/** All that can be pressed on a page, in its order; ticks send nothing. */
export function deedsOf({steps}: PageModel): readonly Deed[] {
  return steps.flatMap((step): readonly Deed[] => {
    const reads = step.presses.map(({id, reads: {length}}) => ({
      ...({kind: 'read', step, press: id} as const),
      isBatch: length > 1,
    }))
    const of = (kind: Deed['kind']) => ({kind, step, press: null, isBatch: false})
    const {change} = step
    return [
      ...reads,
      ...(step.evidence ? [of('search')] : []),
      ...(change ? [of('look'), of('send')] : []),
      ...(change?.says.undo ? [of('undo')] : []),
    ]
  })
}

/** The name of a deed in tables: `block send`, `prerequisites check`. */
export function nameOf({kind, step, press}: Deed): string {
  return `${step.id} ${press ?? kind}`
}

/** Does it, once; a request that changes something only after the question was answered. */
export async function act(controller: RunController, {kind, step, press}: Deed): Promise<void> {
  switch (kind) {
    case 'read':
      return controller.press(step.id, press ?? '')
    case 'search':
      return controller.searchEvidence(step.id)
    case 'look':
      return controller.lookAtChange(step.id)
    case 'send':
    case 'undo':
      return controller.confirmChange(step.id, nameToType(controller, step))
  }
}

/** What the dialog shows to be typed. */
function nameToType(controller: RunController, {id, change}: BoundStep): string {
  const {live, state} = controller.getSnapshot()
  const phase = live[id]
  if (change?.object === 'tenant') return state.tenant?.name ?? ''
  return phase?.phase === 'confirming' ? (phase.proposal.object.name ?? '') : ''
}
