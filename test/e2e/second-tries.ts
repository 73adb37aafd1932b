// Names the tests that were green at the second try only, at the end, where they are read.
import type {Reporter, TestCase} from 'vitest/node'

/** A reporter for Vitest: says nothing where each test was green at once. */
export default class SecondTries implements Reporter {
  private readonly lines: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky !== true) return
    this.lines.push(`  ${test.module.relativeModuleId}: ${test.fullName}`)
    for (const {message, stack = ''} of test.result().errors ?? []) {
      const [place = ''] = /test\/e2e\/\S+:\d+/.exec(stack) ?? []
      this.lines.push(`    ${message.split('\n').slice(0, 6).join('\n    ')} ${place}`)
    }
  }

  onTestRunEnd(): void {
    if (this.lines.length > 0)
      console.warn(['\nGreen at the second try only, and why not at the first:', ...this.lines].join('\n'))
  }
}
