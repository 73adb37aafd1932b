// A fresh profile on the site as it is built for a real tenant, with Contoso behind Microsoft's own host names.
import type {Browser, Locator, Page} from 'playwright-core'
import {afterAll, expect, inject} from 'vitest'
import {launchChromium} from '../../../plugins/cli/chromium.mjs'
import type {Situation} from '../../../src/practice/situations.ts'
import {visit, type Visit, type VisitOptions} from '../browser.ts'
import {
  addresses,
  patient,
  presses,
  readRunbookPage,
  type RunbookPage,
  type StepNumber,
  type Tongue,
} from '../runbook-page.ts'
import {verified} from '../runs.ts'
import {openContoso, type Contoso} from './contoso.ts'
import {hosts, startHosts, type Hosts} from './server.ts'

/** A runbook in a run with Graph, and the tenant behind it. */
export interface TenantVisit extends Visit {
  readonly book: RunbookPage
  readonly contoso: Contoso
}

/** How a visit is opened, and how its tenant differs from Contoso with everything in order. */
interface TenantVisitOptions extends VisitOptions {
  readonly situation?: string
  readonly changed?: Partial<Situation>
  /** The page in that language; the flagship's where this says nothing. */
  readonly address?: string
  /** What the tenant has registered; the site's own bridge page where this says nothing. */
  readonly redirectUri?: string
  /** A browser of one's own, with further arguments. */
  readonly launched?: {readonly hosts: Hosts; readonly browser: Browser}
}

// Chromium writes each answer of 400 and above into the console; no page can prevent that. The page's own errors are
// none of these.
const refusals =
  /^Failed to load resource: the server responded with a status of \d{3} .*https:\/\/(login\.microsoftonline|graph\.microsoft)\.com\//

let shared: ReturnType<typeof launchWithHosts> | null = null
afterAll(async () => {
  const {browser, hosts: servers} = (await shared) ?? {}
  await browser?.close()
  await servers?.close()
})

/** A Chromium for which Microsoft's host names lead to servers of its own. */
export async function launchWithHosts(args: readonly string[] = []) {
  const servers = await startHosts()
  return {hosts: servers, browser: await launchChromium({resolver: servers.rules, args})}
}

/** Opens a runbook in the mode *Real run with Graph*; nobody is signed in. */
export async function visitTenant(
  tongue: Tongue,
  {
    situation,
    changed,
    redirectUri,
    launched,
    address = addresses[tongue],
    ...options
  }: TenantVisitOptions = {},
): Promise<TenantVisit> {
  const origin = inject('tenantOrigin')
  if (origin === '') throw new Error('The site for a tenant was not built: `npm test` builds it.')
  const {browser, hosts: servers} = launched ?? (await (shared ??= launchWithHosts()))
  const contoso = openContoso(redirectUri ?? `${origin}/auth/redirect.html`, situation, changed)
  servers.answerWith(contoso.answer)
  const seen = await visit(address, {
    viewport: {width: 1280, height: 900},
    ignoreHTTPSErrors: true,
    site: {origin, browser, others: Object.values(hosts).map(host => `https://${host}`), due: refusals},
    ...options,
  })
  const book = await readRunbookPage(seen.page, tongue)
  await book.chooseMode('graph')
  return {...seen, book, contoso}
}

/** Microsoft's window, opened by a press. Where the page was still loading the sign-in, it says so, and by the second press. */
export async function opened({context, book}: TenantVisit, button: Locator): Promise<Page> {
  const window = context.waitForEvent('page', {timeout: patient.timeout})
  // Where the press itself fails, that is what the test says.
  window.catch(() => undefined)
  const before = book.said.length
  const ready = book.say.announce['press-again']
  await button.click()
  await expect
    .poll(() => context.pages().length > 1 || book.said.slice(before).includes(ready), patient)
    .toBe(true)
  if (context.pages().length === 1) await button.click()
  return window
}

/** Presses a button of the sign-in page, which sends the window back to the site, where it closes itself. */
export async function answer(window: Page, button: string): Promise<void> {
  const closed = window.waitForEvent('close')
  closed.catch(() => undefined)
  await window.getByRole('button', {name: button, exact: true}).click()
  await closed
}

/** The scopes that the sign-in page asks an account for. */
export async function asked(window: Page, account = 'Amira Haddad'): Promise<readonly string[]> {
  const form = window.locator('form').filter({has: window.getByRole('heading', {name: account})})
  await form.waitFor()
  return form.getByRole('listitem').allInnerTexts()
}

/** Signs in from step 2.1, as the sign-in page's button says, with the permission that is asked with it. */
export async function signIn(seen: TenantVisit, decision = 'Accept as Amira Haddad'): Promise<void> {
  const button = seen.book.run('2.1', presses[seen.book.tongue].account)
  await answer(await opened(seen, button), decision)
}

/** Grants what a step asks for, once it asks; the scopes that Microsoft's window named. */
export async function grant(seen: TenantVisit, step: StepNumber, label: string = seen.book.say.card.grant) {
  const window = await opened(seen, seen.book.run(step, label))
  const scopes = await asked(window)
  await answer(window, 'Accept as Amira Haddad')
  return scopes
}

/** Fails where another host was asked than the site's and the two of the cloud, or one of them was not. */
export function expectHosts({origin, requests, contoso}: TenantVisit): void {
  const own = [new URL(origin).host, ...Object.values(hosts)].sort()
  const addressed = requests.filter(url => /^(https?|wss?):/.test(url)).map(url => new URL(url).host)
  expect([...new Set(addressed)].sort(), 'hosts that the browser asked').toEqual(own)
  const answered = contoso.asked.map(({host}) => host)
  expect([...new Set(answered)].sort(), 'hosts that answered').toEqual(Object.values(hosts).sort())
}

/** Signs in and has the account read: what is pressed before that finds the sign-in still going on. */
export async function readAccount(seen: TenantVisit): Promise<void> {
  await signIn(seen)
  await seen.book.expectChip('2.1', verified[seen.book.tongue].account)
}

/** Signs in and has the prerequisites verified. */
export async function readPrerequisites(seen: TenantVisit): Promise<void> {
  const {book} = seen
  await readAccount(seen)
  await book.press('2.2', presses[book.tongue].prerequisites)
  await grant(seen, '2.2')
  await book.expectChip('2.2', verified[book.tongue].prerequisites)
}

/** Waits until a card says what went wrong. */
export async function expectProblem(book: RunbookPage, step: StepNumber, text: string): Promise<void> {
  await book.card(step).getByText(text, {exact: true}).waitFor(patient)
}
