// Public face of what carries action files from one revision of an article to the next. Texts in, texts out; no disk.
export {addedBy, carry} from './carry.ts'
export type {Carried} from './carry.ts'
export {formatAdded, formatCarried, formatCounts, formatLost} from './format.ts'
export {readRevision, readRevisions} from './revision.ts'
export {rewrite} from './rewrite.ts'
export type {Rewritten} from './rewrite.ts'
export {transit} from './transition.ts'
export type {Transition} from './transition.ts'
