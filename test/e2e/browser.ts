// A fresh profile on the built site, watched: what it asks for and what it complains of.
import {writeFile} from 'node:fs/promises'
import type {Browser, BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, expect, inject, onTestFinished} from 'vitest'
import {launchChromium} from '../../plugins/cli/chromium.mjs'

// Each test file has this module to itself, and so a browser of its own, which can reach nothing but this machine.
let launched: Promise<Browser> | null = null
afterAll(async () => (await launched)?.close())

/** A fresh profile on the site, with everything it asked for and everything it complained of. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Where the site is served, without a slash at its end. */
  readonly origin: string
  /** Every address that was asked for, prefetch included. */
  readonly requests: readonly string[]
  /**
   * Closes the profile. Fails where another host was asked for, the policy was violated, or the console showed an error
   * that is not due. Called without anything due for a test that does not call it.
   */
  readonly close: (due?: RegExp) => Promise<void>
}

/** How a profile is opened. */
export interface VisitOptions extends BrowserContextOptions {
  /** The page's clock goes on as usual, and `page.clock` can move it. */
  readonly movableClock?: boolean
  /** Another site than the one without a client id, in a browser of its own. */
  readonly site?: {
    readonly origin: string
    readonly browser: Browser
    /** Origins that may be asked besides the site's. */
    readonly others: readonly string[]
    /** What the console may show of them. */
    readonly due: RegExp
  }
}

/**
 * Opens a fresh profile, closed with its test. `path` is below the site's origin. Where `PASSERELLE_SHOTS` names a folder,
 * a failed test leaves there what its page looked like.
 */
export async function visit(
  path: string,
  {movableClock = false, site, ...options}: VisitOptions = {},
): Promise<Visit> {
  const origin = site?.origin ?? inject('origin')
  const browser = site?.browser ?? (await (launched ??= launchChromium()))
  const own = [origin, ...(site?.others ?? [])].map(one => `${one}/`)
  const context = await browser.newContext({baseURL: origin, reducedMotion: 'reduce', ...options})
  const requests: string[] = []
  const complaints: string[] = []
  context.on('request', request => requests.push(request.url()))
  context.on('weberror', error => complaints.push(String(error.error())))
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  const page = await context.newPage()
  let isJudged = false
  const close = async (due?: RegExp) => {
    isJudged = true
    await context.close()
    const violations = complaints.filter(complaint => complaint.includes('Content Security Policy'))
    expect(violations, 'violations of the policy').toEqual([])
    const foreign = requests.filter(
      url => ![...own, 'data:', 'blob:', 'about:'].some(start => url.startsWith(start)),
    )
    expect(foreign, 'requests to other hosts').toEqual([])
    const undue = complaints.filter(
      complaint => ![due, site?.due].some(pattern => pattern?.test(complaint) === true),
    )
    expect(undue, 'errors in the console').toEqual([])
  }
  onTestFinished(async ({task}) => {
    const isFailed = task.result?.state === 'fail'
    if (isFailed) await keepLook(page, task.name, complaints)
    // A test that forgets to close is judged all the same.
    await (isFailed || isJudged ? context.close() : close())
  })
  if (movableClock) await page.clock.install()
  await page.goto(path)
  return {context, page, origin, requests, close}
}

async function keepLook(page: Page, test: string, complaints: readonly string[]): Promise<void> {
  const folder = process.env['PASSERELLE_SHOTS']
  if (folder === undefined || page.isClosed()) return
  const name = `${folder}/${test.replaceAll(/\W+/g, '-')}`
  await page.screenshot({path: `${name}.png`})
  const shown = await page.locator('body').ariaSnapshot()
  await writeFile(`${name}.txt`, [page.url(), shown, ...complaints].join('\n'))
}
