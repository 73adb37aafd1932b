// The runbook that blocks matching, with its change broken in one place.
import type {BoundStep} from '../../src/model/action.ts'
import type {Change} from '../../src/model/change.ts'
import type {RunbookPage} from '../../src/model/page.ts'

type Broken = readonly [string, (page: RunbookPage) => RunbookPage, string]

/** How it is broken, and what the rehearsal has to say to it. */
export const block: readonly Broken[] = [
  [
    'a body that sets another feature',
    changed(({properties}) => ({
      properties: properties.map(each => ({...each, at: 'features.deviceWritebackEnabled'})),
    })),
    'wrong: ends as accepted, has to end as change-done',
  ],
  [
    'the opposite is wanted',
    changed(({properties}) => ({properties: properties.map(each => ({...each, wanted: false}))})),
    'wrong: ends as already-so',
  ],
  ['a verb that is not compiled', changed(() => ({method: 'POST', body: {features: {}}})), 'wrong: '],
  [
    'a text that nobody wrote',
    changed(({says}) => ({says: {...says, done: 'steps.block.nowhere'}})),
    'unannounced in en-US',
  ],
]

function changed(make: (change: Change) => Partial<Change>): (page: RunbookPage) => RunbookPage {
  const ofStep = (step: BoundStep): BoundStep =>
    step.change ? {...step, change: {...step.change, ...make(step.change)}} : step
  return page => ({...page, model: {...page.model, steps: page.model.steps.map(ofStep)}})
}
