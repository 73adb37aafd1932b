import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'
import LongestFirst from './longest-first.ts'

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/site.ts'],
    // Each file has a browser of its own, and they share nothing but the server. A test waits more than it counts.
    maxWorkers: Math.min(3, availableParallelism() + 1),
    sequence: {sequencer: LongestFirst},
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Headless Chromium now and then paints no more frames, and then nothing can be clicked. A test that needed a second
    // try is named at the end (`second-tries.ts`); a name that comes again is a race of ours.
    retry: 1,
  },
})
