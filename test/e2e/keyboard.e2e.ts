// The whole journey by keyboard alone: the focus is in sight at every stop, is never lost, and dialogs keep and return it.
import {expect, test} from 'vitest'
import {visit} from './browser.ts'
import {keyboardOf, type Keyboard} from './keyboard.ts'
import {
  addresses,
  filled,
  patient,
  presses,
  readRunbookPage,
  tongues,
  type RunbookPage,
  type Tongue,
} from './runbook-page.ts'
import {verified} from './runs.ts'

const person = 'Zoé Martin'

// As the command gives it: with the events of the last hour.
const eventAt = new Date(Date.now() - 20 * 60_000).toISOString()
const output = `{"Writeback":{"Enabled":true,"Connector":"contoso.onmicrosoft.com - AAD"},"StagingModeEnabled":false,"Events":[{"Id":31005,"At":"${eventAt}"}]}`

const words = {
  'en-US': {
    skip: 'Skip to main content',
    active: 'Active',
    rights: 'Rights of the connector account, for each forest',
    reset: 'Reset password',
    byPerson: `Marked done by ${person}`,
    byAccount: 'Marked done by Amira Haddad',
    confirmed: 'Confirmed by output',
    ticked: 'Ticked, not saved yet',
    asks: 'Tick step 2.4 first: one Save keeps all of them.',
    found: 'Audit event found',
    switchTo: 'Français',
  },
  'fr-FR': {
    skip: 'Aller au contenu principal',
    active: 'Actif',
    rights: 'Droits du compte de connecteur, pour chaque forêt',
    reset: 'Réinitialiser le mot de passe (Reset password)',
    byPerson: `Déclaré fait par ${person}`,
    byAccount: 'Déclaré fait par Amira Haddad',
    confirmed: 'Confirmé par la sortie',
    ticked: 'Case cochée, pas encore enregistrée',
    asks: 'Cochez d’abord l’étape 2.4 : un seul Enregistrer vaut pour toutes les cases.',
    found: 'Événement d’audit trouvé',
    switchTo: 'English',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

test.each(tongues)('%s: the whole journey by keyboard alone', {timeout: 300_000}, async tongue => {
  const seen = await visit(addresses[tongue], {
    viewport: {width: 1280, height: 720},
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const book = await readRunbookPage(seen.page, tongue)
  const keyboard = keyboardOf(seen.page)
  await skipToContent(book, keyboard)
  await chooseSituation(book, keyboard)
  await answerBefore(book, keyboard)
  await tickTheServer(book, keyboard)
  await pasteOutput(book, keyboard)
  await readAccount(book, keyboard)
  await visitThePortal(book, keyboard)
  await declareSaved(book, keyboard)
  await searchTheLog(book, keyboard)
  await takeElsewhere(book, keyboard)
  await changeLanguage(book, keyboard)
  await seen.close()
})

async function skipToContent({page, tongue}: RunbookPage, {press, look}: Keyboard): Promise<void> {
  await press('Tab')
  await look()
  const skip = page.getByRole('link', {name: words[tongue].skip})
  expect(await skip.evaluate(element => element === document.activeElement)).toBe(true)
  await press('Enter', 'Tab')
  await look()
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
}

async function chooseSituation({page, bar, say}: RunbookPage, keyboard: Keyboard): Promise<void> {
  const opener = bar.getByRole('button', {name: say.bar.situation})
  const choice = page.getByRole('dialog', {name: say.practice.situationTitle})
  await keyboard.use(opener)
  await keyboard.circle(choice)
  await keyboard.press('Escape')
  await choice.waitFor({state: 'hidden'})
  await expectFocusOn(opener, keyboard)
  await keyboard.press('Enter')
  await keyboard.reach(choice.getByRole('radio', {name: say.situation['in-order'], exact: true}))
  await keyboard.press('ArrowDown', 'ArrowUp')
  await keyboard.use(choice.getByRole('button', {name: say.practice.start}))
  await choice.waitFor({state: 'hidden'})
  await expectFocusOn(opener, keyboard)
}

async function answerBefore({page, say, tongue}: RunbookPage, keyboard: Keyboard): Promise<void> {
  const own = words[tongue]
  const active = page.getByRole('radio', {name: own.active, exact: true})
  await keyboard.use(active, 'Space')
  expect(await active.isChecked()).toBe(true)
  const rights = page.getByRole('group', {name: own.rights, exact: true})
  await keyboard.reach(rights.getByLabel(say.before.forest, {exact: true}))
  await keyboard.type('contoso.example')
  await keyboard.press('Enter')
  await keyboard.look()
  const right = rights
    .getByRole('group', {name: 'contoso.example'})
    .getByRole('checkbox', {name: own.reset, exact: true})
  await keyboard.use(right, 'Space')
  await expect.poll(() => right.isChecked(), patient).toBe(true)
  await keyboard.look()
}

async function tickTheServer(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {card, say, tongue} = book
  const own = words[tongue]
  await keyboard.use(book.done('1.1'), 'Space')
  await keyboard.reach(card('1.1').getByLabel(say.operator.field))
  await keyboard.type(person)
  await keyboard.press('Enter')
  await book.expectChip('1.1', own.byPerson)
  await keyboard.look()
  for (const step of ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8'] as const) {
    await keyboard.use(book.done(step), 'Space')
    await book.expectChip(step, own.byPerson)
    await keyboard.look()
  }
  await keyboard.use(card('1.7').locator('summary').filter({hasText: say.card.more}))
  await keyboard.reach(card('1.7').getByLabel(say.note.field, {exact: true}))
  await keyboard.type('By keyboard')
  await keyboard.use(card('1.7').getByRole('button', {name: say.note.keep}))
  await card('1.7').getByText('By keyboard', {exact: true}).waitFor()
  await keyboard.look()
}

async function pasteOutput(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {card, page, say, tongue} = book
  await page.evaluate(text => navigator.clipboard.writeText(text), output)
  await keyboard.use(card('1.8').getByRole('button', {name: say.output.paste, exact: true}))
  await keyboard.reach(card('1.8').getByLabel(say.paste.field))
  await keyboard.press('Control+V')
  await book.expectChip('1.8', words[tongue].confirmed)
  await keyboard.look()
  // The field is left without a second judgement.
  await keyboard.use(card('1.8').getByRole('button', {name: say.output.close, exact: true}))
  await keyboard.look()
  await book.expectChip('1.8', words[tongue].confirmed)
}

async function readAccount(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {tongue} = book
  await keyboard.use(book.run('2.1', presses[tongue].account))
  await keyboard.circle(book.signInDialog)
  await keyboard.press('Escape')
  await book.signInDialog.waitFor({state: 'hidden'})
  await keyboard.look()
  await keyboard.use(book.run('2.1', presses[tongue].account))
  await accept(book, keyboard)
  await book.expectChip('2.1', verified[tongue].account)
  await keyboard.look()
  await grant(book, keyboard, '2.1', presses[tongue].roles)
  await book.expectChip('2.1', verified[tongue].roles)
  await keyboard.look()
  await keyboard.use(book.done('2.1'), 'Space')
  await book.card('2.1').getByText(words[tongue].byAccount).waitFor()
  await keyboard.look()
}

async function visitThePortal(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {card, portalDialog, say, tongue} = book
  await grant(book, keyboard, '2.2', presses[tongue].prerequisites)
  await book.expectChip('2.2', verified[tongue].prerequisites)
  await keyboard.look()
  await keyboard.use(card('2.2').getByRole('button', {name: say.card.openPortal, exact: true}))
  await keyboard.circle(portalDialog)
  await keyboard.use(book.portalBox('writeback'), 'Space')
  await keyboard.use(book.portalBox('unlock'), 'Space')
  await keyboard.use(portalDialog.getByRole('button', {name: say.practice.save, exact: true}))
  await book.expectSaid(filled(say.practice.savedAt))
  await keyboard.use(portalDialog.getByRole('button', {name: say.practice.close, exact: true}))
  await portalDialog.waitFor({state: 'hidden'})
  await keyboard.look()
  expect(await focusedStep(book), 'the focus is back on the card the portal was opened from').toBe('2.2')
}

async function declareSaved(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {card, say, tongue} = book
  const own = words[tongue]
  await keyboard.use(book.run('2.3', presses[tongue].look))
  await card('2.3').getByRole('button', {name: say.card.checkAgain}).waitFor()
  await keyboard.look()
  await keyboard.use(book.box('2.3'), 'Space')
  await book.expectChip('2.3', own.ticked)
  await keyboard.look()
  await keyboard.use(book.saved(), 'Space')
  await card('2.5').getByText(own.asks, {exact: true}).waitFor()
  await keyboard.look()
  await keyboard.use(card('2.5').getByRole('checkbox', {name: `2.4 ${say.card.boxTicked}`}), 'Space')
  await book.expectChip('2.4', own.ticked)
  await keyboard.look()
  expect(await focusedStep(book), 'the focus stays on the card that asked').toBe('2.5')
  await keyboard.use(book.saved(), 'Space')
  for (const step of ['2.3', '2.4', '2.5'] as const) await book.expectChip(step, own.byAccount)
  await keyboard.look()
}

async function searchTheLog(book: RunbookPage, keyboard: Keyboard): Promise<void> {
  const {tongue} = book
  await grant(book, keyboard, '2.5', presses[tongue].search)
  await expect.poll(() => book.chipText('2.5'), {timeout: 40_000}).toBe(words[tongue].found)
  await keyboard.look()
}

async function takeElsewhere({page, record, say}: RunbookPage, keyboard: Keyboard): Promise<void> {
  await keyboard.use(record.getByRole('button', {name: say.file.copyTicket, exact: true}))
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), patient).toContain('31005')
  await keyboard.look()
  await keyboard.reach(record.getByRole('button', {name: say.file.export, exact: true}))
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/\.json$/)
  await keyboard.look()
}

async function changeLanguage({page, tongue}: RunbookPage, keyboard: Keyboard): Promise<void> {
  await keyboard.use(page.getByRole('link', {name: words[tongue].switchTo, exact: true}))
  const there = await readRunbookPage(page, tongue === 'en-US' ? 'fr-FR' : 'en-US')
  await keyboard.look()
  await there.expectChip('2.5', there.say.state['evidence-found'])
}

/** Presses a run, then the same control again as *Grant the permission*, and accepts. */
async function grant(
  book: RunbookPage,
  keyboard: Keyboard,
  step: '2.1' | '2.2' | '2.5',
  label: string,
): Promise<void> {
  await keyboard.use(book.run(step, label))
  await book.run(step, book.say.card.grant).waitFor()
  await keyboard.look()
  await keyboard.use(book.run(step, book.say.card.grant))
  await accept(book, keyboard)
}

async function accept({signInDialog, say}: RunbookPage, keyboard: Keyboard): Promise<void> {
  await keyboard.use(signInDialog.getByRole('button', {name: say.practice.accept, exact: true}))
  await signInDialog.waitFor({state: 'hidden'})
  await keyboard.look()
}

async function expectFocusOn(target: ReturnType<RunbookPage['button']>, {look}: Keyboard): Promise<void> {
  await expect.poll(() => target.evaluate(element => element === document.activeElement), patient).toBe(true)
  await look()
}

function focusedStep({page}: RunbookPage): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('[data-step]')?.getAttribute('data-step') ?? null,
  )
}
