// What can go otherwise between the page, Entra and Graph in a real run: each is a state with its words and a next step,
// and none opens a window that nobody pressed for.
import {describe, expect, test} from 'vitest'
import {filled, patient, presses, tongues} from './runbook-page.ts'
import {verified} from './runs.ts'
import {blockWindowOf} from './tenant/blocked.ts'
import {
  answer,
  asked,
  expectProblem,
  grant,
  opened,
  readAccount,
  readPrerequisites,
  signIn,
  visitTenant,
} from './tenant/visit.ts'

const batch = {on: 'graph', path: '/v1.0/$batch', times: 1} as const
const auditLog = 'AuditLog.Read.All'

describe.each(tongues)('%s', tongue => {
  test('a permission that is declined, or asked of nobody who may give it, is gone without', async () => {
    const seen = await visitTenant(tongue)
    const {book} = seen
    await readAccount(seen)
    await book.press('2.1', presses[tongue].roles)
    const window = await opened(seen, book.run('2.1', book.say.card.grant))
    await answer(window, 'Decline as Amira Haddad')
    await expectProblem(book, '2.1', book.say.problem['consent-declined'])
    await book.expectChip('2.1', verified[tongue].account)

    const other = await visitTenant(tongue, {situation: 'consent-declined'})
    await signIn(other, 'Continue as Amira Haddad')
    await other.book.expectChip('2.1', verified[tongue].account)
    await other.book.press('2.5', presses[tongue].search)
    const button = other.book.run('2.5', book.say.card.grant)
    const approval = await opened(other, button)
    await approval.getByText('Need admin approval').waitFor()
    await answer(approval, 'Back without consent as Amira Haddad')
    const [one = ''] = book.say.problem['admin-consent-required'].split('|')
    await expectProblem(other.book, '2.5', one.replace('{scopes}', auditLog))
  })

  test('a window that was closed is waited for until the person stops it; the next press opens another', async () => {
    const seen = await visitTenant(tongue)
    const {book} = seen
    const window = await opened(seen, book.run('2.1', presses[tongue].account))
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
    await blockWindowOf(seen, book.run('2.1', presses[tongue].account), book.card('2.1'))
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
    await blockWindowOf(seen, book.run('2.1', book.say.card.grant), book.card('2.1'))
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
    const {book, contoso} = seen
    await readPrerequisites(seen)
    await contoso.strike({...batch, times: 9, make: {kind: 'claims', acrs: 'c1'}})
    const before = contoso.asked.length
    await book.press('2.2', book.say.card.again)
    const button = book.run('2.2', book.say.bar.signIn)
    const window = await opened(seen, button)
    await window.getByText('your organization asks you to confirm again').waitFor()
    await answer(window, 'Continue as Amira Haddad')
    await book.expectChip('2.2', verified[tongue].prerequisites)
    const graph = contoso.asked
      .slice(before)
      .filter(({method, path}) => method === 'POST' && path === batch.path)
    expect(graph.map(({status}) => status)).toEqual([401, 200])
  })

  test('a token that Graph takes no more is asked for anew, by a press', async () => {
    const seen = await visitTenant(tongue)
    const {book, contoso} = seen
    await readPrerequisites(seen)
    await contoso.strike({...batch, times: 9, make: {kind: 'token-expired'}})
    await book.press('2.2', book.say.card.again)
    await expectProblem(book, '2.2', book.say.problem['sign-in-required'])
    await contoso.change(state => ({...state, faults: []}))
    await answer(await opened(seen, book.run('2.2', book.say.bar.signIn)), 'Continue as Amira Haddad')
    await book.expectChip('2.2', verified[tongue].prerequisites)
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
    await answer(await opened(seen, button), 'Continue as Amira Haddad')
    await book.expectChip('2.2', verified[tongue].prerequisites)
  },
)

test('a sign-in that takes more than ten minutes is given up, and the next press begins another', async () => {
  const seen = await visitTenant('fr-FR', {movableClock: true})
  const {book} = seen
  const button = book.run('2.1', presses['fr-FR'].account)
  await asked(await opened(seen, button))
  await book.page.clock.fastForward('10:01')
  await expectProblem(book, '2.1', book.say.problem['sign-in-timed-out'])
  await readAccount(seen)
})

test('answers that another page could have made are refused: verifier, nonce, redirect URI', async () => {
  const seen = await visitTenant('en-US')
  const {book, contoso} = seen
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
  await answer(await opened(seen, again), 'Continue as Amira Haddad')
  await expectProblem(book, '2.1', book.say.problem.unexpected)
  expect(contoso.asked.at(-1)).toMatchObject({path: '/organizations/oauth2/v2.0/token', status: 200})
  // Nobody was signed in by either, and Graph was asked nothing.
  expect(contoso.asked.filter(({host}) => host === 'graph.microsoft.com')).toEqual([])

  const stray = await visitTenant('en-US', {redirectUri: 'https://another.example/auth/redirect.html'})
  const button = stray.book.run('2.1', presses['en-US'].account)
  const window = await opened(stray, button)
  await window.getByText('AADSTS50011').waitFor()
  await stray.close(/status of 400/)
})

/** A text of the catalogue before its placeholder, wherever it stands. */
function filledAnywhere(text: string): RegExp {
  return new RegExp(text.split('{')[0] ?? text)
}
