// What the browser fetched, prefetch included: nothing of sign-in, of the Graph client or of the practice tenant before
// somebody wants to sign in, and nothing from another host at any time.
import {gzipSync} from 'node:zlib'
import type {BrowserContext} from 'playwright-core'
import {expect, test} from 'vitest'
import {visit} from './browser.ts'
import {addresses, presses, readRunbookPage, tongues, type Tongue} from './runbook-page.ts'
import {declareVisit, findEvent, readAccount, readPrerequisites, readRoles} from './runs.ts'

// Texts that only the code of each holds; the control below finds every one of them once somebody signs in.
const markers = {
  'MSAL, its library name': 'msal.js.browser',
  'MSAL, its silent request': 'acquireTokenSilent',
  'Graph client, its SDK name': 'graph-js',
  'Graph client, its SDK header': 'SdkVersion',
  'practice tenant, its sign-in': 'login.practice.invalid',
  'practice tenant, its Graph': 'graph.practice.invalid',
}

const desktop = {viewport: {width: 1280, height: 900}}

test('runbook pages fetch no sign-in code, 10 s idle, until somebody wants it', async () => {
  const open = async (tongue: Tongue) => {
    const {context, page, close} = await visit('about:blank', desktop)
    const answers = collect(context)
    await page.goto(addresses[tongue])
    return {tongue, page, answers, close, book: await readRunbookPage(page, tongue)}
  }
  const visits = await Promise.all(tongues.map(open))
  await Promise.all(visits.map(({page}) => page.waitForTimeout(10_000)))

  for (const {tongue, answers, book, close} of visits) {
    const before = await answers.texts()
    expect(before.map(({path}) => path)).toContain(addresses[tongue])
    expect(before.filter(({path}) => path.endsWith('.js')).length).toBeGreaterThan(2)
    expect(held(before)).toEqual([])
    reportSize(`${tongue}, before the intent to sign in`, before)

    // The control: the very same search finds every marker in what the press brings.
    await book.press('2.1', presses[tongue].account)
    await book.signInDialog.waitFor()
    await expect.poll(async () => held(await answers.texts())).toEqual(Object.keys(markers))
    reportSize(`${tongue}, with the sign-in of the practice tenant open`, await answers.texts())
    await close()
  }
})

test('the home pages fetch no sign-in code, 10 s idle', async () => {
  const look = async (path: string) => {
    const {context, page, close} = await visit('about:blank', desktop)
    const answers = collect(context)
    await page.goto(path)
    await page.waitForTimeout(10_000)
    const before = await answers.texts()
    expect(held(before), path).toEqual([])
    reportSize(path, before)
    await close()
  }
  await Promise.all(['/', '/fr-FR/'].map(look))
})

test.each(tongues)('%s: a whole practice run asks no host but our own', async tongue => {
  const {page, requests, close} = await visit(addresses[tongue], {...desktop, movableClock: true})
  const book = await readRunbookPage(page, tongue)
  await readAccount(book)
  await readRoles(book)
  await readPrerequisites(book)
  await declareVisit(book)
  await findEvent(book)
  await book.expectSaid(book.say.announce['evidence-found'])
  await book.record.getByRole('button', {name: /French|anglais/}).click()

  expect(hosts(requests)).toEqual([new URL(page.url()).host])
  await close()
})

interface Answer {
  readonly path: string
  readonly text: string
  readonly size: number
}

/** Everything that a profile is answered, read as it comes. */
function collect(context: BrowserContext): {readonly texts: () => Promise<readonly Answer[]>} {
  const answers: Promise<readonly Answer[]>[] = []
  context.on('requestfinished', request => {
    answers.push(
      (async () => {
        const body = await (await request.response())?.body()
        if (body === undefined) return []
        const {pathname} = new URL(request.url())
        return [{path: pathname, text: body.toString('latin1'), size: gzipSync(body, {level: 9}).length}]
      })(),
    )
  })
  return {texts: async () => (await Promise.all(answers)).flat()}
}

/** Names of the markers that some answer holds. */
function held(answers: readonly Answer[]): readonly string[] {
  return Object.entries(markers)
    .filter(([, marker]) => answers.some(({text}) => text.includes(marker)))
    .map(([name]) => name)
}

function hosts(requests: readonly string[]): readonly string[] {
  const addressed = requests.filter(url => /^(https?|wss?):/.test(url))
  return [...new Set(addressed.map(url => new URL(url).host))]
}

// Reported, never asserted: the budgets belong to `npm run size`.
function reportSize(when: string, answers: readonly Answer[]): void {
  const scripts = answers.filter(({path}) => path.endsWith('.js'))
  const bytes = scripts.reduce((sum, {size}) => sum + size, 0)
  console.info(`${when}: ${scripts.length} scripts, ${(bytes / 1024).toFixed(1)} KB gzip`)
}
