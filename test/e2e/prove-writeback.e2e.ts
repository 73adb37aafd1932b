// A password reset in the practice tenant: typed confirmation, an operation followed to its end, a password kept nowhere.
import {describe, expect, test} from 'vitest'
import {expectNoViolations} from './axe.ts'
import {exported, kept} from './kept.ts'
import {patient, tongues, type RunbookPage, type SituationId, type Tongue} from './runbook-page.ts'
import {
  cardOf,
  carryOutOn,
  give,
  named,
  openUserRunbook,
  pilot,
  pressAndGrant,
  userWords,
} from './user-runbooks.ts'

/** What a reset says that waits for the check of the pilot user. */
const waiting = {
  'en-US': {
    blocked: 'Blocked by step 2.2',
    said: 'Blocked by step 2.2: not done yet.',
    notAsRequired: 'Read by Graph: not as required',
    lacking: 'Nothing can be sent. The user is not synchronised from Active Directory.',
  },
  'fr-FR': {
    blocked: 'Bloquée par l’étape 2.2',
    said: 'Bloquée par l’étape 2.2\u00A0: pas encore faite.',
    notAsRequired: 'Lu dans Graph\u00A0: non conforme',
    lacking: 'Rien ne peut être envoyé. L’utilisateur n’est pas synchronisé depuis Active Directory.',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

describe.each(tongues)('%s', tongue => {
  const words = userWords[tongue]

  async function openGiven(situation?: SituationId): Promise<RunbookPage> {
    const book = await openUserRunbook(tongue, 'prove-writeback-on-a-pilot-user', '2.1', situation)
    await give(book, '2.2', pilot)
    return book
  }

  async function openReset(): Promise<RunbookPage> {
    const book = await openGiven()
    await pressAndGrant(book, '2.2', words.checkPilot)
    await book.expectChip('2.2', words.pilotChecked)
    await cardOf(book, '2.3')
      .getByRole('button', {name: named(book.say.change.lookFirst)})
      .click()
    await book.expectChip('2.3', words.ready)
    return book
  }

  test('waits until the pilot user was checked, and says which step it waits for', async () => {
    const says = waiting[tongue]
    const book = await openGiven()
    await book.expectChip('2.3', says.blocked)
    await pressAndGrant(book, '2.3', book.say.change.lookFirst)
    await cardOf(book, '2.3')
      .getByRole('button', {name: named(words.reset)})
      .click()
    await book.expectSaid(says.said)
    expect(await book.page.getByRole('alertdialog').count()).toBe(0)
    expect(await book.chipText('2.3')).toBe(says.blocked)
    await pressAndGrant(book, '2.2', words.checkPilot)
    await book.expectChip('2.2', words.pilotChecked)
    await book.expectChip('2.3', words.ready)
  })

  test('a pilot user who is not synchronised keeps the reset back', async () => {
    const says = waiting[tongue]
    const book = await openGiven('user-not-synchronised')
    await pressAndGrant(book, '2.2', words.checkPilot)
    await book.expectChip('2.2', says.notAsRequired)
    await book.expectChip('2.3', says.blocked)
    await pressAndGrant(book, '2.3', book.say.change.lookFirst)
    await book.expectSaid(says.lacking)
    expect(await book.chipText('2.3')).toBe(says.blocked)
  })

  test('asks for the name of the person, first offers not to, and waits until it is the same', async () => {
    const book = await openReset()
    const {page, say} = book
    await cardOf(book, '2.3')
      .getByRole('button', {name: named(words.reset)})
      .click()
    const dialog = page.getByRole('alertdialog')
    await dialog.waitFor(patient)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say.change.cancel)
    await dialog.getByText(say.change.irreversible, {exact: true}).waitFor()
    await dialog.getByText(say.secret.before, {exact: true}).waitFor()
    const confirm = dialog.getByRole('button').last()
    const field = dialog.getByRole('textbox')
    expect(await confirm.getAttribute('aria-disabled')).toBe('true')
    await field.fill(pilot.slice(0, -1))
    await dialog.getByText(say.change.notSame, {exact: true}).waitFor()
    // Off, it can still be reached and pressed; nothing comes of it.
    await confirm.click({force: true})
    expect(await dialog.isVisible()).toBe(true)
    // In other case, with blanks around it, and pasted: what counts is whose it is.
    await field.fill(` ${pilot.toUpperCase()} `)
    await dialog.getByText(say.change.typed, {exact: true}).waitFor()
    expect(await confirm.getAttribute('aria-disabled')).toBeNull()
    await expectNoViolations(page, 'the question before what cannot be undone')
    await page.keyboard.press('Escape')
    await dialog.waitFor({state: 'hidden'})
    await book.expectChip('2.3', words.ready)
  })

  test('follows the reset to its end, shows the password once, and keeps it nowhere', async () => {
    const book = await openReset()
    const {page, say} = book
    const card = cardOf(book, '2.3')
    await carryOutOn(book, '2.3', words.reset, {typed: pilot})
    const panel = card.getByRole('group', {name: say.secret.title})
    await panel.waitFor(patient)
    const secret = await panel.locator('code').innerText()
    expect(secret).toMatch(/^\S{16,}$/)
    await book.expectSaid(say.secret.shown.replace('{number}', '2.3'))
    await book.expectChip('2.3', words.succeeded)
    await book.expectSaid(new RegExp(`${words.finished}$`))
    // Under the bar that stays in sight axe cannot tell what stands before what.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectNoViolations(page, 'a password that is shown')

    // While it is shown it is on the screen only: not on paper, not in what the browser keeps.
    await page.emulateMedia({media: 'print'})
    expect(await panel.isVisible()).toBe(false)
    await page.emulateMedia({media: 'screen'})
    const shown = await kept(book)
    expect(shown).toContain(pilot)
    expect(shown).not.toContain(secret)

    await panel.getByRole('button', {name: say.secret.away, exact: true}).click()
    await panel.waitFor({state: 'hidden'})
    await book.expectSaid(say.secret.taken)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say.change.look)
    expect(await page.content()).not.toContain(secret)
    expect(await kept(book)).not.toContain(secret)
    const record = await exported(book)
    expect(record).toContain('operation-read')
    expect(record).not.toContain(secret)
    expect(book.said.join('\n')).not.toContain(secret)

    await page.reload()
    await book.ready()
    expect(await page.content()).not.toContain(secret)
    await card.getByText(say.secret.gone, {exact: true}).waitFor(patient)
  })
})
