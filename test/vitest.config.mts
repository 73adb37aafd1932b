import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: {
      '@site': fileURLToPath(new URL('..', import.meta.url)),
      '@words/shell': fileURLToPath(
        new URL('../src/components/runbook/words/shell.en-US.ts', import.meta.url),
      ),
    },
  },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/network.ts'],
    restoreMocks: true,
    testTimeout: 20_000,
    coverage: {
      include: ['plugins/bilingual/**', 'plugins/runbook/**', 'src/engine/**'],
    },
  },
})
