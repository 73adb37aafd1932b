// The card of a change, and what a run is about: one chunk, loaded on the pages that have one of them.
export {default as ChangePress} from './ChangePress.tsx'
export {default as ChangeResult} from './ChangeResult.tsx'
export {default as StepInputs} from './StepInputs.tsx'
