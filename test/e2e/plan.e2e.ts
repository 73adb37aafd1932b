// *Check my tenant*: all that the page may read in one press, and what the rest needs in a second.
import {describe, expect, test} from 'vitest'
import {readFile} from 'node:fs/promises'
import type {Page} from 'playwright-core'
import {expectNoViolations} from './axe.ts'
import {blocking, change} from './block-matching.ts'
import {visit} from './browser.ts'
import {keyboardOf} from './keyboard.ts'
import {changeTenant, readTenant, struck} from './practice.ts'
import {addresses, patient, readRunbookPage, tongues, type RunbookPage, type Tongue} from './runbook-page.ts'
import {verified} from './runs.ts'

const flagshipScopes = ['User.Read', 'Organization.Read.All', 'Domain.Read.All']
const blockingScopes = ['User.Read', 'OnPremDirectorySynchronization.Read.All', 'User.Read.All']
const batch = {on: 'graph', path: '/v1.0/$batch'} as const

const words = {
  'en-US': {
    check: 'Check my tenant',
    again: 'Check again',
    grantThree: 'Grant 3 permissions and check the rest',
    title: 'Plan for Contoso (fictitious tenant)',
    blocking: ['1 to change (step 2.2)', '1 read (step 2.1)', '1 not as required (step 2.3)', '5 by hand'],
    blocked: ['5 by hand', '3 blocked (consent) (steps 2.1, 2.2, and 2.3)'],
    flagship: ['1 read (step 2.1)', '12 by hand'],
    said: /^Check finished: 1 to change, 1 read, 1 not as required, 5 by hand\.$/,
    affected: /^Accounts that are not synchronised, guests included: \d+\. /,
    asks: /^Check finished as far as it may: .*The rest needs User\.Read, OnPremDirectorySynchronization\.Read\.All, and User\.Read\.All: press again/,
    apart: 'Not asked for here: RoleManagement.Read.Directory and AuditLog.Read.All.',
    consent: 'Could not check (consent)',
    stopped: 'Check stopped. What was read before stays.',
    stop: 'Stop checking',
    throttled: /^Microsoft asked to wait\. Retry at /,
  },
  'fr-FR': {
    check: 'Vérifier mon locataire',
    again: 'Vérifier de nouveau',
    grantThree: 'Accorder 3 autorisations et vérifier le reste',
    title: 'Plan pour Contoso (locataire fictif)',
    blocking: ['1 à modifier (étape 2.2)', '1 lue (étape 2.1)', '1 non conforme (étape 2.3)', '5 manuelles'],
    blocked: ['5 manuelles', '3 bloquées (autorisation) (étapes 2.1, 2.2 et 2.3)'],
    flagship: ['1 lue (étape 2.1)', '12 manuelles'],
    said: /^Vérification terminée : 1 à modifier, 1 lue, 1 non conforme, 5 manuelles\.$/,
    affected: /^Comptes non synchronisés, invités compris\s: \d+\. /,
    asks: /^Vérification terminée dans la limite des autorisations accordées : .*Il manque User\.Read, OnPremDirectorySynchronization\.Read\.All et User\.Read\.All pour le reste : appuyez de nouveau/,
    apart: 'Non demandées ici : RoleManagement.Read.Directory et AuditLog.Read.All.',
    consent: 'Impossible à vérifier (autorisation)',
    stopped: 'Vérification arrêtée. Ce qui a été lu avant reste affiché.',
    stop: 'Arrêter la vérification',
    throttled: /^Microsoft demande d’attendre/,
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

async function open(tongue: Tongue, address: string): Promise<RunbookPage> {
  const {page} = await visit(address, {viewport: {width: 1280, height: 900}})
  return readRunbookPage(page, tongue)
}

/** The button of the page's head, whatever it is called now. */
function button({page}: RunbookPage, label: string) {
  return page.getByRole('button', {name: new RegExp(`^${label}( \\(simulation\\))?$`)})
}

/** The button beside *Start*: on the cards another one may say the same. */
function head({page}: RunbookPage) {
  return page.locator('[data-focus-key="head.check"]')
}

/** What the cards say together, line by line; the numbers of many steps left out. */
async function counts({page, say}: RunbookPage): Promise<readonly string[]> {
  const lines = await page.getByRole('list', {name: say.plan.counts}).getByRole('listitem').allInnerTexts()
  return lines.map(line => {
    const told = line.replaceAll(/\s+/g, ' ').trim()
    return (told.match(/\d\.\d/g) ?? []).length > 3 ? told.replace(/ \([^()]*\)$/, '') : told
  })
}

/** axe, with the head of the page in sight: under the bar that stays there it cannot tell what stands before what. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectNoViolations(page, where)
}

/** From now on every batch that Graph gets is counted. Returns how many there were. */
async function countBatches(book: RunbookPage, runbook: string): Promise<() => Promise<number>> {
  const many = 50
  const make = {kind: 'delayed', milliseconds: 1} as const
  await changeTenant(book, state => struck(state, [{...batch, times: many, make}]), runbook)
  return async () => {
    const {faults} = await readTenant(book, runbook)
    return many - (faults.find(({path}) => path === batch.path)?.times ?? 0)
  }
}

describe.each(tongues)('%s', tongue => {
  const says = words[tongue]

  test('RB2: signs in, asks for the permissions together, reads all in one request, and plans', async () => {
    const book = await open(tongue, blocking[tongue])
    const {page} = book
    await button(book, says.check).click()
    await book.expectAsked([])
    await book.answerSignIn('accept')
    await button(book, says.grantThree).waitFor(patient)
    await book.expectSaid(says.asks)
    await expectAccessible(page, 'a plan that asks for permissions')
    const batches = await countBatches(book, 'block-matching')

    await button(book, says.grantThree).click()
    await book.expectAsked(blockingScopes)
    await book.answerSignIn('accept')
    await page.getByRole('heading', {name: says.title, level: 2}).waitFor(patient)
    await expect.poll(() => counts(book), patient).toEqual(says.blocking)
    await book.expectSaid(says.said)
    expect(await batches()).toBe(1)
    await book.expectChip('2.1', change[tongue].counted)
    await book.expectChip('2.2', change[tongue].two)
    await book.expectChip('2.3', change[tongue].notAsRequired)
    // How many the change affects, and the difference of each property, stand on the card.
    await book.card('2.2').getByText(says.affected).first().waitFor(patient)
    expect(await book.card('2.2').getByRole('table').first().getByRole('row').count()).toBe(3)
    await expectAccessible(page, 'a plan')

    // Once more, with all granted: one request, and nobody is asked.
    await head(book).click()
    await expect.poll(batches, patient).toBe(2)
    expect(await book.signInDialog.count()).toBe(0)
    await page.getByRole('list', {name: book.say.plan.counts}).getByRole('link', {name: '2.2'}).click()
    expect(new URL(page.url()).hash).not.toBe('')
  })

  test('the flagship: roles and audit log are left to presses of their own', async () => {
    const book = await open(tongue, addresses[tongue])
    const {page} = book
    await button(book, says.check).click()
    await book.answerSignIn('accept')
    await button(book, says.grantThree).waitFor(patient)
    await page.getByRole('paragraph').filter({hasText: says.apart}).waitFor(patient)
    const batches = await countBatches(book, 'password-writeback')
    await button(book, says.grantThree).click()
    await book.expectAsked(flagshipScopes)
    await book.answerSignIn('accept')
    await expect.poll(() => counts(book), patient).toEqual(says.flagship)
    expect(await batches()).toBe(1)
    await book.expectChip('2.2', verified[tongue].prerequisites)
    const events = await book.events()
    expect(events.join('\n')).not.toMatch(/AuditLog|RoleManagement/)
  })

  test('refused: only the cards that need it could not check', async () => {
    const book = await open(tongue, addresses[tongue])
    await book.chooseSituation('consent-declined')
    await button(book, says.check).click()
    await book.answerSignIn('accept')
    // What an administrator granted before is read first, and that is all.
    await expect.poll(() => counts(book), patient).toEqual(says.flagship)
    await book.expectChip('2.2', verified[tongue].prerequisites)

    const other = await open(tongue, blocking[tongue])
    await button(other, says.check).click()
    await other.answerSignIn('accept')
    await button(other, says.grantThree).click()
    await other.answerSignIn('decline')
    await expect.poll(() => counts(other), patient).toEqual(says.blocked)
    for (const step of ['2.1', '2.2', '2.3'] as const) await other.expectChip(step, says.consent)
    await other.page.getByText(other.say.problem['consent-declined']).first().waitFor(patient)
    await expectAccessible(other.page, 'a plan whose permissions were refused')
  })

  test('by keyboard alone, and a wait that is stopped', async () => {
    const book = await open(tongue, blocking[tongue])
    const {page} = book
    const keyboard = keyboardOf(page)
    await keyboard.use(button(book, says.check))
    await book.signInDialog.waitFor(patient)
    await keyboard.use(
      book.signInDialog.getByRole('button', {name: book.say.practice.signInOnly, exact: true}),
    )
    await button(book, says.grantThree).waitFor(patient)
    await keyboard.look()
    expect(await head(book).evaluate(element => element === document.activeElement)).toBe(true)
    await keyboard.press('Enter')
    await book.signInDialog.waitFor(patient)
    await keyboard.use(book.signInDialog.getByRole('button', {name: book.say.practice.accept, exact: true}))
    await expect.poll(() => counts(book), patient).toEqual(says.blocking)
    await keyboard.look()

    const make = {kind: 'throttled', retryAfter: 60} as const
    await changeTenant(book, state => struck(state, [{...batch, times: 1, make}]), 'block-matching')
    await keyboard.use(head(book))
    await book.expectSaid(says.throttled)
    await expectAccessible(page, 'a plan that waits')
    await keyboard.use(button(book, says.stop))
    await book.expectSaid(says.stopped)
    await keyboard.look()
    expect(await head(book).evaluate(element => element === document.activeElement)).toBe(true)
    expect(await counts(book), 'what was read before stays').toEqual(says.blocking)
  })

  test('a plan goes to a colleague as a file, comes back approved, and is nobody’s own approval', async () => {
    const book = await open(tongue, blocking[tongue])
    await checkAll(book)
    const plan = await saved(book, book.say.planFile.save)
    await openPlan(book, plan)
    await said(book, book.say.planBar.self)
    await expectAccessible(book.page, 'a plan that was opened')

    const colleague = await open(tongue, blocking[tongue])
    await button(colleague, says.check).click()
    await colleague.signInDialog.getByRole('radio', {name: /Lucas Moreau/}).check()
    await colleague.answerSignIn('accept')
    await openPlan(colleague, plan)
    await colleague.page
      .getByText(
        tongue === 'fr-FR'
          ? /^2\.2\s: .*Autorisée, puis Bloquée\s; .*Autorisée, puis Bloquée$/
          : /^2\.2: Soft match: Allowed, then Blocked; Hard-match takeover: Allowed, then Blocked$/,
      )
      .waitFor(patient)
    const approval = await saved(colleague, colleague.say.planFile.approve)

    await openPlan(book, approval.replace('Lucas Moreau', 'Somebody Else').replace('"found"', '"lost"'))
    await said(book, book.say.planRefused['not-a-plan'])
    await openPlan(book, approval)
    await book.page.getByRole('button', {name: book.say.planFile.keep, exact: true}).click()
    await book.expectSaid(book.say.announce['plan-approved'].replace('{name}', 'Lucas Moreau'))
    await book.page.getByText(book.say.planFile.courtesy).waitFor(patient)
    expect((await book.events()).at(-1)).toContain('Lucas Moreau')
  })
})

/** Signs in, grants what is asked and has everything read. */
async function checkAll(book: RunbookPage): Promise<void> {
  const says = words[book.tongue]
  await button(book, says.check).click()
  await book.answerSignIn('accept')
  await button(book, says.grantThree).click()
  await book.answerSignIn('accept')
  await expect.poll(() => counts(book), patient).toEqual(says.blocking)
}

/** The file that a button saves. */
async function saved({page}: RunbookPage, label: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', patient),
    page.getByRole('button', {name: label, exact: true}).click(),
  ])
  return readFile(await download.path(), 'utf8')
}

async function openPlan({page, say}: RunbookPage, json: string): Promise<void> {
  const file = {name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(json)}
  await page.locator(`input[aria-label="${say.planFile.open}"]`).setInputFiles(file)
}

async function said({page}: RunbookPage, text: string): Promise<void> {
  await page.getByRole('paragraph').filter({hasText: text}).waitFor(patient)
}
