// The card of a change: one chunk, loaded on the pages that have one.
export {default as ChangePress} from './ChangePress.tsx'
export {default as ChangeResult} from './ChangeResult.tsx'
