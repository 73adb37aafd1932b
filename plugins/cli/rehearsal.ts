// The headless run of `src/`, made for Node when it is needed: this side imports nothing of the browser's.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {buildSync} from 'esbuild'
import type {RunbookPage} from '../../src/model/page.ts'

/** A row of the table of `passerelle rehearse`: a scene in one language. */
export interface RehearsedRow {
  readonly runbook: string
  readonly wrong: readonly string[]
}

/** One event of a run that was read. */
interface ReadLine {
  readonly seq: number
  readonly at: string
  readonly step: string | null
  readonly says: string
  readonly clientRequestId: string | null
}

/** What can be said of the file of a run. */
export type ReadRun =
  | {readonly id: 'refused'; readonly why: string}
  | {
      readonly id: 'read'
      readonly sha256: string
      readonly isCanonical: boolean
      readonly backwards: readonly number[]
      readonly runbook: string
      readonly articleHash: string
      readonly build: string
      readonly mode: string
      readonly began: string
      readonly ended: string
      readonly refusedHere: string | null | undefined
      readonly lines: readonly ReadLine[]
    }

/** What `src/rehearsal/index.ts` exports, as this side knows it. */
export interface Rehearsal {
  readonly rehearse: (pages: readonly RunbookPage[]) => Promise<readonly RehearsedRow[]>
  readonly formatRows: (rows: readonly RehearsedRow[]) => string
  readonly formatSize: (rows: readonly RehearsedRow[]) => string
  readonly verifyRun: (
    text: string,
    options: {readonly pageOf: (runbook: string) => RunbookPage | null; readonly now: number},
  ) => Promise<ReadRun>
}

/** Bundles the headless run of this project and loads it. */
export async function loadRehearsal(): Promise<Rehearsal> {
  // In a process of its own: a service of esbuild's would keep this one from ending.
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(new URL('../../src/rehearsal/index.ts', import.meta.url))],
    ...{bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20'},
    logLevel: 'error',
  })
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-rehearsal-'))
  try {
    const path = join(folder, 'rehearsal.mjs')
    writeFileSync(path, outputFiles[0]?.text ?? '')
    return (await import(pathToFileURL(path).href)) as Rehearsal
  } finally {
    rmSync(folder, {recursive: true})
  }
}
