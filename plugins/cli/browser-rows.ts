// Rows of the rehearsal that need MSAL and a browser: tests in Chromium, by the report that `npm test` leaves.
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** A row that a test in Chromium plays. */
interface BrowserRow {
  /** What goes wrong. */
  readonly fault: string
  /** File below `test/e2e`, and how the name of the test begins after the language. */
  readonly file: string
  readonly test: string
}

/** In the order of the table. */
export const browserRows: readonly BrowserRow[] = [
  {fault: 'window closed', file: 'tenant-states.e2e.ts', test: 'a window that was closed is waited for'},
  {
    fault: 'window closed, asked anew',
    file: 'tenant-accounts.e2e.ts',
    test: 'a window that was closed is asked for',
  },
  {fault: 'window blocked', file: 'tenant-states.e2e.ts', test: 'a window that Chromium blocked says so'},
  {fault: 'permission refused', file: 'tenant-states.e2e.ts', test: 'a permission that is declined'},
  {
    fault: 'sign-in never finished',
    file: 'tenant-states.e2e.ts',
    test: 'a sign-in that takes more than ten minutes',
  },
  {
    fault: 'account of another tenant',
    file: 'tenant-states.e2e.ts',
    test: 'an account of another tenant stops the run',
  },
  {
    fault: '401 claims of a write',
    file: 'tenant-change.e2e.ts',
    test: 'a claims challenge of a write asks the person',
  },
  {
    fault: 'changed from outside',
    file: 'tenant-change.e2e.ts',
    test: 'changed from outside between plan and run',
  },
  {
    fault: 'tab closed between send and answer',
    file: 'tenant-change.e2e.ts',
    test: 'a tab closed between send and answer',
  },
  {
    fault: 'page reloaded after a change',
    file: 'change.e2e.ts',
    test: 'after a reload nothing is green',
  },
]

/** The report of Vitest, as far as it is read. */
interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly {readonly title: string; readonly status: string}[]
  }[]
}

/** The rows with what the last `npm test` saw of them: `seen`, `failed`, or `not run`. */
export function formatBrowserRows(siteDir: string): string {
  const path = join(siteDir, '.cache-passerelle', 'browser.json')
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : {testResults: []}
  return browserRows
    .map(row => ['in Chromium', row.fault, row.file, stateOf(row, report)].join('\t'))
    .map(line => `${line}\n`)
    .join('')
}

function stateOf({file, test}: BrowserRow, {testResults}: Report): string {
  const found = testResults
    .filter(({name}) => name.endsWith(`/${file}`))
    .flatMap(({assertionResults}) => assertionResults)
    .filter(({title, status}) => title.includes(test) && status !== 'skipped' && status !== 'pending')
  if (found.length === 0) return 'not run'
  return found.every(({status}) => status === 'passed') ? 'seen' : 'failed'
}
