// Chromium for the browser tests: the system's if there is one, otherwise the npm-packaged one.
import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import {chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page} from 'playwright-core'
import {expect, inject} from 'vitest'

const closedNetwork = '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1'
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-sandbox',
]

/** Starts a Chromium that can reach nothing but this machine. */
export async function launchBrowser(): Promise<Browser> {
  const system = systemChromium()
  if (system !== null) return chromium.launch({executablePath: system, args: [...quiet, closedNetwork]})
  // The package unpacks the libraries it needs only where it believes to run in this environment.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const {default: packaged} = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args, ...quiet, closedNetwork],
    headless: true,
  })
}

function systemChromium(): string | null {
  const named = process.env['PASSERELLE_CHROMIUM']
  if (named === 'packaged') return null
  if (named !== undefined && named !== '') return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A fresh profile on the site, with everything it asked for and everything it complained of. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Every address that was asked for, prefetch included. */
  readonly requests: readonly string[]
  /** Fails where another host was asked for, or the console showed an error. Closes the profile. */
  close(): Promise<void>
}

/** Opens a fresh profile. `path` is below the site's origin. */
export async function visit(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const origin = inject('origin')
  const context = await browser.newContext({baseURL: origin, reducedMotion: 'reduce', ...options})
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', request => requests.push(request.url()))
  context.on('weberror', error => complaints.push(String(error.error())))
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const page = await context.newPage()
  await page.goto(path)
  return {
    context,
    page,
    requests,
    close: async () => {
      await context.close()
      const foreign = requests.filter(url => !url.startsWith(`${origin}/`) && !url.startsWith('data:') && !url.startsWith('blob:'))
      expect(foreign, 'requests to other hosts').toEqual([])
      expect(complaints, 'errors in the console').toEqual([])
    },
  }
}
