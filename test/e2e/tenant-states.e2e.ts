// What can go otherwise between the page, Entra and Graph in a real run: each is a state with its words and a next step,
// and none opens a window that nobody pressed for.
import type {Locator} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import {filled, patient, presses, tongues, type RunbookPage, type StepNumber} from './runbook-page.ts'
import {verified} from './runs.ts'
import {answer, asked, grant, opened, signIn, visitTenant, type TenantVisit} from './tenant/visit.ts'

const batch = {on: 'graph', path: '/v1.0/$batch', times: 1} as const
const auditLog = 'AuditLog.Read.All'

describe.each(tongues)('%s', tongue => {
  test('a permission that is declined, or asked of nobody who may give it, is gone without', async () => {
    const seen = await visitTenant(tongue)
    const {context, book} = seen
    await readAccount(seen)
    await book.press('2.1', presses[tongue].roles)
    const window = await opened(context, book.run('2.1', book.say.card.grant), book.say.card.ready)
    await answer(window, 'Decline as Amira Haddad')
    await expectProblem(book, '2.1', book.say.problem['consent-declined'])
    await book.expectChip('2.1', verified[tongue].account)

    const other = await visitTenant(tongue, {situation: 'consent-declined'})
    await signIn(other, 'Continue as Amira Haddad')
    await other.book.expectChip('2.1', verified[tongue].account)
    await other.book.press('2.5', presses[tongue].search)
    const button = other.book.run('2.5', book.say.card.grant)
    const approval = await opened(other.context, button, book.say.card.ready)
    await approval.getByText('Need admin approval').waitFor()
    await answer(approval, 'Back without consent as Amira Haddad')
    const [one = ''] = book.say.problem['admin-consent-required'].split('|')
    await expectProblem(other.book, '2.5', one.replace('{scopes}', auditLog))
  })

  test('a window that was closed is waited for until the person stops it; the next press opens another', async () => {
    const seen = await visitTenant(tongue)
    const {context, book} = seen
    const window = await opened(context, book.run('2.1', presses[tongue].account), book.say.card.ready)
    await asked(window)
    await window.close()
    await book.card('2.1').getByRole('button', {name: book.say.card.stop, exact: true}).click()
    await book.expectSaid(book.say.announce.stopped)
    await readAccount(seen)
  })

  test('a window that Chromium blocked says so; the sign-in goes on in the page, and back to the same step', async () => {
    const seen = await visitTenant(tongue)
    const {context, page, book} = seen
    await book.tick('1.1')
    const back = new URL('#account', page.url()).href
    await blockWindowOf(seen, '2.1', book.run('2.1', presses[tongue].account))
    await book.card('2.1').getByRole('button', {name: book.say.ask.here, exact: true}).click()
    await page.waitForURL(/^https:\/\/login\.microsoftonline\.com\//)
    expect(await asked(page)).toEqual(['User.Read'])
    await page.getByRole('button', {name: 'Accept as Amira Haddad', exact: true}).click()
    await page.waitForURL(back)
    await book.card('2.1').getByText(book.say.card.ready, {exact: true}).waitFor(patient)
    expect(await book.done('1.1').isChecked()).toBe(true)
    // The page was left for the sign-in and has loaded anew: what was pressed waits for a press.
    expect(await book.chipText('2.1')).not.toBe(verified[tongue].account)
    await book.press('2.1', presses[tongue].account)
    await book.expectChip('2.1', verified[tongue].account)

    // A permission goes the same way.
    await book.press('2.1', presses[tongue].roles)
    await blockWindowOf(seen, '2.1', book.run('2.1', book.say.card.grant))
    await book.card('2.1').getByRole('button', {name: book.say.ask.here, exact: true}).click()
    await page.waitForURL(/^https:\/\/login\.microsoftonline\.com\//)
    await page.getByRole('button', {name: 'Accept as Amira Haddad', exact: true}).click()
    await page.waitForURL(back)
    await book.card('2.1').getByText(book.say.card.ready, {exact: true}).waitFor(patient)
    await book.press('2.1', presses[tongue].roles)
    await book.expectChip('2.1', verified[tongue].roles)
    expect(context.pages()).toEqual([page])
  })

  test('a claims challenge is met by one more sign-in and one stronger token', async () => {
    const seen = await visitTenant(tongue)
    const {context, book, contoso} = seen
    await readPrerequisites(seen)
    await contoso.strike({...batch, times: 9, make: {kind: 'claims', acrs: 'c1'}})
    const before = contoso.asked.length
    await book.press('2.2', book.say.card.again)
    const button = book.run('2.2', book.say.bar.signIn)
    const window = await opened(context, button, book.say.card.ready)
    await window.getByText('your organization asks you to confirm again').waitFor()
    await answer(window, 'Continue as Amira Haddad')
    await book.expectChip('2.2', verified[tongue].prerequisites)
    const graph = contoso.asked
      .slice(before)
      .filter(({method, path}) => method === 'POST' && path === batch.path)
    expect(graph.map(({status}) => status)).toEqual([401, 200])
  })

  test('a refusal says that the permission is missing, or the role, and never both', async () => {
    const without = {active: ['158c047a-c907-4556-b7ef-446551a6b5f7']}
    const roleless = await visitTenant(tongue, {changed: without})
    await readAccount(roleless)
    await roleless.book.press('2.5', presses[tongue].search)
    await grant(roleless, '2.5')
    const {book} = roleless
    await expectProblem(book, '2.5', book.say.problem['role-missing'])
    expect(await book.card('2.5').innerText()).not.toMatch(
      filledAnywhere(book.say.problem['consent-required']),
    )

    const scopeless = await visitTenant(tongue)
    await readAccount(scopeless)
    await scopeless.book.press('2.5', presses[tongue].search)
    await scopeless.book.run('2.5', book.say.card.grant).waitFor(patient)
    // The person grants it, and the tenant takes it away before the token is made.
    scopeless.contoso.beforeToken(state => ({
      ...state,
      grants: state.grants.filter(({scope}) => scope !== auditLog),
    }))
    await grant(scopeless, '2.5')
    const [one = ''] = book.say.problem['consent-required'].split('|')
    await expectProblem(scopeless.book, '2.5', one.replace('{scopes}', auditLog))
    expect(await scopeless.book.card('2.5').innerText()).not.toContain(book.say.problem['role-missing'])
  })

  test('an account of another tenant stops the run, and nothing more is asked of Graph', async () => {
    const seen = await visitTenant(tongue, {changed: {visitor: true}})
    const {context, book, contoso} = seen
    await readPrerequisites(seen)
    await Promise.all([
      context.waitForEvent('page').then(goodbye => goodbye.waitForEvent('close')),
      book.bar.getByRole('button', {name: book.say.bar.signOut, exact: true}).click(),
    ])
    await book.expectSaid(book.say.announce['signed-out'])
    const before = contoso.asked.length
    await signIn(seen, 'Accept as Noor Visser')
    await expectProblem(book, '2.1', book.say.problem['tenant-changed'])
    expect(contoso.asked.slice(before).filter(({host}) => host === 'graph.microsoft.com')).toEqual([])
  })
})

test.each(tongues)(
  '%s: a wait that Graph asks for, whether or not the page may read how long',
  async tongue => {
    const seen = await visitTenant(tongue, {movableClock: true})
    const {book, contoso} = seen
    await readPrerequisites(seen)
    const waits = [
      [{kind: 'throttled', retryAfter: 45}, 45],
      // Sent, and kept from the page by CORS: the page waits by its own measure.
      [{kind: 'throttled', retryAfter: 45, hidden: true}, 3],
      [{kind: 'throttled', retryAfter: null}, 3],
    ] as const
    for (const [make, seconds] of waits) {
      await contoso.strike({...batch, make})
      await book.press('2.2', book.say.card.again)
      await book.expectChip('2.2', filled(book.say.state.throttled))
      await book.page.clock.fastForward(1000 * seconds)
      await book.expectChip('2.2', verified[tongue].prerequisites)
    }
    // The sign-in host may be too busy as well.
    await contoso.strike({on: 'token', times: 1, make: {kind: 'throttled', retryAfter: null}})
    await book.page.clock.fastForward('02:00:00')
    await book.press('2.2', book.say.card.again)
    await expectProblem(book, '2.2', book.say.problem.throttled)
  },
)

test.each(tongues)('%s: without a connection nothing is lost, and the same press goes on', async tongue => {
  const seen = await visitTenant(tongue)
  const {context, book, close} = seen
  await readPrerequisites(seen)
  await context.setOffline(true)
  await book.press('2.2', book.say.card.again)
  await expectProblem(book, '2.2', book.say.problem.offline)
  await context.setOffline(false)
  await book.press('2.2', book.say.card.again)
  await book.expectChip('2.2', verified[tongue].prerequisites)
  await close(/net::ERR_INTERNET_DISCONNECTED/)
})

test.each(tongues)(
  '%s: a session that ended, or that a policy refuses, is said and begun anew',
  async tongue => {
    const seen = await visitTenant(tongue, {movableClock: true})
    const {context, book, contoso} = seen
    await readPrerequisites(seen)
    const laterOn = () => book.page.clock.fastForward('02:00:00')

    await laterOn()
    contoso.refuseToken({
      error: 'invalid_grant',
      number: 53003,
      description: 'Blocked by Conditional Access.',
    })
    await book.press('2.2', book.say.card.again)
    await expectProblem(book, '2.2', book.say.problem['conditional-access'])

    await contoso.change(state => ({...state, refresh: {}}))
    await book.press('2.2', book.say.card.again)
    // What is wrong has the same button beside it.
    const button = book.run('2.2', book.say.bar.signIn).last()
    await button.waitFor(patient)
    expect(context.pages()).toHaveLength(1)
    await answer(await opened(context, button, book.say.card.ready), 'Continue as Amira Haddad')
    await book.expectChip('2.2', verified[tongue].prerequisites)
  },
)

test('a sign-in that takes more than ten minutes is given up, and the next press begins another', async () => {
  const seen = await visitTenant('fr-FR', {movableClock: true})
  const {context, book} = seen
  const button = book.run('2.1', presses['fr-FR'].account)
  await asked(await opened(context, button, book.say.card.ready))
  await book.page.clock.fastForward('10:01')
  await expectProblem(book, '2.1', book.say.problem['sign-in-timed-out'])
  await readAccount(seen)
})

test('answers that another page could have made are refused: verifier, nonce, redirect URI', async () => {
  const seen = await visitTenant('en-US')
  const {context, book, contoso} = seen
  const changeCodes = (field: 'challenge' | 'nonce') =>
    contoso.beforeToken(state => ({
      ...state,
      codes: Object.fromEntries(
        Object.entries(state.codes).map(([code, issued]) => [code, {...issued, [field]: 'of-another-page'}]),
      ),
    }))
  changeCodes('challenge')
  await signIn(seen)
  await book.run('2.1', book.say.bar.signIn).last().waitFor(patient)
  expect(contoso.asked.at(-1)).toMatchObject({path: '/organizations/oauth2/v2.0/token', status: 400})

  changeCodes('nonce')
  const again = book.run('2.1', book.say.bar.signIn).last()
  await answer(await opened(context, again, book.say.card.ready), 'Continue as Amira Haddad')
  await expectProblem(book, '2.1', book.say.problem.unexpected)
  expect(contoso.asked.at(-1)).toMatchObject({path: '/organizations/oauth2/v2.0/token', status: 200})
  // Nobody was signed in by either, and Graph was asked nothing.
  expect(contoso.asked.filter(({host}) => host === 'graph.microsoft.com')).toEqual([])

  const stray = await visitTenant('en-US', {redirectUri: 'https://another.example/auth/redirect.html'})
  const button = stray.book.run('2.1', presses['en-US'].account)
  const window = await opened(stray.context, button, book.say.card.ready)
  await window.getByText('AADSTS50011').waitFor()
  await stray.close(/status of 400/)
})

/** Presses a button of a step whose window Chromium blocks: another window took the press. Waits until the card says so. */
async function blockWindowOf({context, page, book}: TenantVisit, step: StepNumber, button: Locator) {
  const problem = book.card(step).getByText(book.say.problem['popup-blocked'], {exact: true})
  const again = book.card(step).getByText(book.say.card.ready, {exact: true})
  await button.waitFor(patient)
  await button.evaluate(pressTwice)
  await problem.or(again).waitFor(patient)
  if (await again.isVisible()) await button.evaluate(pressTwice)
  await problem.waitFor(patient)
  await Promise.all(context.pages().flatMap(other => (other === page ? [] : [other.close()])))
}

// Runs in the page: it may use nothing from outside. One press opens one window, and here it is not the button's. Where
// Chromium itself blocks none, which is so for the one without its surface, what a blocker does is done to the page.
function pressTwice(button: HTMLElement): void {
  window.open('about:blank', '_blank', 'popup')
  if (window.open('about:blank', '_blank', 'popup') !== null) window.open = () => null
  button.click()
}

/** Signs in and has the account read: what is pressed before that finds the sign-in still going on. */
async function readAccount(seen: TenantVisit): Promise<void> {
  await signIn(seen)
  await seen.book.expectChip('2.1', verified[seen.book.tongue].account)
}

/** Signs in and has the prerequisites verified. */
async function readPrerequisites(seen: TenantVisit): Promise<void> {
  const {book} = seen
  await readAccount(seen)
  await book.press('2.2', presses[book.tongue].prerequisites)
  await grant(seen, '2.2')
  await book.expectChip('2.2', verified[book.tongue].prerequisites)
}

async function expectProblem(book: RunbookPage, step: StepNumber, text: string): Promise<void> {
  await book.card(step).getByText(text, {exact: true}).waitFor(patient)
}

/** A text of the catalogue before its placeholder, wherever it stands. */
function filledAnywhere(text: string): RegExp {
  return new RegExp(text.split('{')[0] ?? text)
}
