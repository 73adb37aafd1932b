// The order of the files: those that take minutes begin first, so that no worker waits for the last of them alone.
import {basename} from 'node:path'
import {BaseSequencer, type TestSpecification} from 'vitest/node'

const minutes = ['tenant.e2e.ts', 'access-en.e2e.ts', 'access-fr.e2e.ts']

/** A sequencer for Vitest. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const takesMinutes = ({moduleId}: TestSpecification) => minutes.includes(basename(moduleId))
    return [...sorted.filter(takesMinutes), ...sorted.filter(file => !takesMinutes(file))]
  }
}
