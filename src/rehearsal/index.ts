// What the command line bundles for Node: the whole run of a runbook, headless, and records that are read there.
export {rehearse, type Row, type Runbook} from './matrix.ts'
export {formatRows, formatSize} from './table.ts'
export {verifyRun, type Verified} from './verify.ts'
