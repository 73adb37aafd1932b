import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@site': root,
      '@words/shell': `${root}src/components/runbook/words/shell.en-US.ts`,
      '@words/home': `${root}src/components/words/home.en-US.ts`,
      '@words/consent': `${root}src/components/words/consent.en-US.ts`,
      '@words/notFound': `${root}src/components/words/notFound.en-US.ts`,
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/network.ts'],
    restoreMocks: true,
    // By default one processor is left idle; of two, that is half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 40_000,
    coverage: {
      include: ['plugins/bilingual/**', 'plugins/runbook/**', 'src/engine/**'],
    },
  },
})
