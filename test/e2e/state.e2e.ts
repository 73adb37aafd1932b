// What outlives a reload, a change of language, a second tab, a lost connection and a browser that keeps nothing.
import {readFile} from 'node:fs/promises'
import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import type {RunRecord} from '../../src/model/run.ts'
import {visit} from './browser.ts'
import {holdRecord} from './practice.ts'
import {
  addresses,
  patient,
  presses,
  readRunbookPage,
  tongues,
  turn,
  type RunbookPage,
  type StepNumber,
  type Tongue,
} from './runbook-page.ts'
import {readAccount, readPrerequisites, readRoles, searchLog, verified} from './runs.ts'
import {drawn, expectState, greenThings} from './states.ts'

const person = 'Zoé Martin'
const desktop = {viewport: {width: 1280, height: 900}}
// What the browser itself says of a request without a connection, and of a part of the code that it asked for.
const lost = /ERR_INTERNET_DISCONNECTED|ChunkLoadError/
const other = {'en-US': 'fr-FR', 'fr-FR': 'en-US'} as const

const words = {
  'en-US': {
    switchTo: 'Français',
    old: /^Not read again since \d{2}:\d{2}$/,
    oldSaid: /^2 results were not read again since \d{2}:\d{2}\.$/,
    oldAbove: 'The page was reloaded. Earlier result below.',
    byPerson: `Marked done by ${person}`,
    byAccount: 'Marked done by Amira Haddad.',
    ticked: 'Ticked, not saved yet',
    counts: (verified: number, declared: number) => `${verified} verified · ${declared} declared of 13`,
    run: /Run ([0-9A-F]{4}) · started/,
    leave: 'A request is on its way',
    leaveText:
      'Changing the language now stops waiting for it. What was sent stays sent; nothing is sent twice.',
    stay: 'Stay here',
    go: 'Change the language',
    runs: 'Runs',
    none: 'No run in this browser. Start a runbook, or open an exported record on its page.',
    open: 'Open',
    startOver: 'Start over',
    delete: 'Delete',
    deleteForGood: 'Delete for good',
    deleted: 'Run deleted.',
    storage:
      'This browser does not keep data. The record will be lost with the tab; export it before closing.',
    failed: 'Failed – nothing changed',
    noConnection: 'Nothing was changed. There is no connection.',
    notLoaded: 'The part of the page that runs steps did not load. You can still read and print.',
    offline: 'Offline. No request is sent. You can go on reading, practising and ticking.',
    offlineSaid: 'Offline. No request is sent.',
    onlineSaid: 'Online again.',
  },
  'fr-FR': {
    switchTo: 'English',
    old: /^Non relu depuis \d{2}:\d{2}$/,
    oldSaid: /^2 résultats n’ont pas été relus depuis \d{2}:\d{2}\.$/,
    oldAbove: 'La page a été rechargée. Résultat précédent ci-dessous.',
    byPerson: `Déclaré fait par ${person}`,
    byAccount: 'Déclaré fait par Amira Haddad.',
    ticked: 'Case cochée, pas encore enregistrée',
    counts: (verified: number, declared: number) =>
      `${verified} ${verified < 2 ? 'vérifiée' : 'vérifiées'} · ${declared} ${declared < 2 ? 'déclarée' : 'déclarées'} sur 13`,
    run: /Exécution ([0-9A-F]{4}) · début/,
    leave: 'Une requête est en cours',
    leaveText:
      'Changer de langue maintenant arrête l’attente. Ce qui a été envoyé reste envoyé ; rien n’est envoyé deux fois.',
    stay: 'Rester ici',
    go: 'Changer de langue',
    runs: 'Exécutions',
    none: 'Aucune exécution dans ce navigateur. Commencez un runbook, ou ouvrez un journal exporté depuis sa page.',
    open: 'Ouvrir',
    startOver: 'Recommencer',
    delete: 'Supprimer',
    deleteForGood: 'Supprimer définitivement',
    deleted: 'Exécution supprimée.',
    storage:
      'Ce navigateur ne conserve pas les données. Le journal disparaîtra avec l’onglet ; exportez-le avant de fermer.',
    failed: 'Échec – rien n’a été modifié',
    noConnection: 'Rien n’a été modifié. Il n’y a pas de connexion au réseau.',
    notLoaded:
      'La partie de la page qui exécute les étapes ne s’est pas chargée. Vous pouvez toujours lire et imprimer.',
    offline:
      'Hors ligne. Aucune requête n’est envoyée. Vous pouvez continuer à lire, à vous entraîner et à cocher.',
    offlineSaid: 'Hors ligne. Aucune requête n’est envoyée.',
    onlineSaid: 'De nouveau en ligne.',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

describe.each(tongues)('%s', tongue => {
  const own = words[tongue]

  test('after a reload all stands as it was, and what was read is no longer verified', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const book = await readRunbookPage(seen.page, tongue)
    await halfway(book)
    await book.expectCounts(own.counts(2, 1))
    const before = await book.events()
    const run = await runOf(book)
    await seen.page.reload()
    await book.ready()
    await expectHalfway(book)
    expect(await runOf(book)).toBe(run)
    await expect.poll(() => book.events(), patient).toEqual(before)
    await book.expectSaid(own.oldSaid)
    await book.card('2.2').getByText(own.oldAbove, {exact: true}).waitFor()
    await expectTenantSaved(book)
    // Nobody signs in again: reading it again makes it verified again.
    await book.press('2.2', presses[tongue].prerequisites)
    await book.expectChip('2.2', verified[tongue].prerequisites)
    await expectState(book, '2.2', {...drawn.verified, words: verified[tongue].prerequisites})
    await expectState(book, '2.1', {...drawn.old, words: own.old})
    await seen.close()
  })

  test('a change of language keeps page, step, focus, run and tenant', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const {page} = seen
    const book = await readRunbookPage(page, tongue)
    await halfway(book)
    const count = (await book.events()).length
    const run = await runOf(book)
    await book.box('2.3').focus()
    await switchLanguage(book)
    const there = await readRunbookPage(page, other[tongue])
    const {pathname, hash} = new URL(page.url())
    expect([pathname, hash]).toEqual([addresses[other[tongue]], '#writeback'])
    await expect.poll(() => focusedStep(page), patient).toBe('2.3')
    expect(await runOf(there)).toBe(run)
    await expect.poll(async () => (await there.events()).length, patient).toBe(count)
    await expectHalfway(there)
    await expectTenantSaved(there)
    await seen.close()
  })

  test('a change of language asks first while a request is in the air', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const {page} = seen
    const book = await readRunbookPage(page, tongue)
    await readAccount(book)
    await searchLog(book)
    await book.card('2.5').getByText(book.say.card.looking).waitFor()
    const question = page.getByRole('alertdialog', {name: own.leave})
    await switchLanguage(book)
    await question.getByText(own.leaveText, {exact: true}).waitFor()
    await question.getByRole('button', {name: own.stay, exact: true}).click()
    await question.waitFor({state: 'hidden'})
    expect(new URL(page.url()).pathname).toBe(addresses[tongue])
    await book.card('2.5').getByText(book.say.card.looking).waitFor()
    await switchLanguage(book)
    await question.getByRole('button', {name: own.go, exact: true}).click()
    const there = await readRunbookPage(page, other[tongue])
    expect(new URL(page.url()).pathname).toBe(addresses[other[tongue]])
    await there.expectChip('2.5', there.say.state['ready-read'])
    await seen.close()
  })

  test('a second tab follows the run, both write into it, and the log has no gap', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const first = await readRunbookPage(seen.page, tongue)
    await halfway(first)
    const tab = await seen.context.newPage()
    await tab.goto(addresses[tongue])
    const second = await readRunbookPage(tab, tongue)
    expect(await runOf(second)).toBe(await runOf(first))
    await expectHalfway(second)
    await expectTenantSaved(second)
    // What the first tab read stays verified there, and there only.
    await expectState(first, '2.2', {...drawn.verified, words: verified[tongue].prerequisites})
    await Promise.all([tickAll(first, ['1.2', '1.3', '1.4']), tickAll(second, ['1.5', '1.6', '1.7'])])
    for (const book of [first, second]) {
      for (const step of ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const)
        await expect.poll(() => book.done(step).isChecked(), patient).toBe(true)
      await book.expectChip('1.7', /^(Marked done by|Déclaré fait par) /)
    }
    const [mine, theirs] = [await exported(first), await exported(second)]
    expect(theirs).toEqual(mine)
    expect(mine.events.map(({seq}) => seq)).toEqual(mine.events.map((_, index) => index))
    const ticked = mine.events.flatMap(event => (event.type === 'step-ticked' ? [event.step] : []))
    for (const book of [first, second])
      await expect.poll(async () => (await book.events()).length, patient).toBe(mine.events.length)
    expect(ticked.filter(step => step !== 'start-wizard' && step !== 'account')).toHaveLength(6)
    expect(await first.events()).toEqual(await second.events())
    await seen.close()
  })

  test('Saved counts a box that is still being written when it is pressed', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const book = await readRunbookPage(seen.page, tongue)
    await book.startPractice()
    const letGo = await holdRecord(book)
    await turn(book.box('2.3'), true)
    await turn(book.box('2.4'), true)
    await turn(book.saved(), true)
    await letGo()
    for (const step of ['2.3', '2.4', '2.5'] as const)
      await book.expectChip(step, book.say.stateBrowser['marked-done'])
    expect(await book.saved().isChecked()).toBe(true)
    await seen.close()
  })

  test('runs are listed, opened, started over and deleted', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const {page} = seen
    const book = await readRunbookPage(page, tongue)
    await book.startPractice()
    await book.tick('1.1')
    await book.giveName('1.1', person)
    const first = await runOf(book)
    await book.chooseSituation('no-audit-event')
    await expect.poll(() => runOf(book), patient).not.toBe(first)
    const second = await runOf(book)
    await goToRuns(page, own.runs)
    const row = (run: string) => page.getByRole('row').filter({hasText: run})
    await row(first).waitFor()
    await row(second).waitFor()
    await row(first)
      .getByRole('button', {name: `${own.open} ${first}`})
      .click()
    await book.ready()
    expect(await runOf(book)).toBe(first)
    await book.expectChip('1.1', own.byPerson)
    await goToRuns(page, own.runs)
    await row(first)
      .getByRole('button', {name: `${own.startOver} ${first}`})
      .click()
    await book.ready()
    await book.expectChip('1.1', '')
    expect(await book.done('1.1').isChecked()).toBe(false)
    await goToRuns(page, own.runs)
    for (const run of [second, first]) {
      await row(run)
        .getByRole('button', {name: `${own.delete} ${run}`})
        .click()
      await row(run).waitFor()
      await row(run)
        .getByRole('button', {name: new RegExp(`^${own.deleteForGood}`)})
        .click()
      await row(run).waitFor({state: 'detached'})
    }
    await page.getByRole('status').getByText(own.deleted, {exact: true}).waitFor()
    await page.getByText(own.none).waitFor()
    await seen.close()
  })

  test.each([
    {name: 'keeps no database', forbidden: ['indexedDB']},
    {name: 'keeps nothing at all', forbidden: ['indexedDB', 'localStorage', 'sessionStorage']},
  ])('a browser that $name says so and is usable', async ({forbidden}) => {
    const seen = await visit('about:blank', desktop)
    const {page} = seen
    await seen.context.addInitScript(names => {
      for (const name of names)
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Storage is disabled.', 'SecurityError')
          },
        })
    }, forbidden)
    await page.goto(new URL(addresses[tongue], seen.origin).href)
    const book = await readRunbookPage(page, tongue)
    // What a page keeps things in is opened for whoever does more than read.
    await page.keyboard.press('Tab')
    await book.bar.getByText(own.storage, {exact: true}).waitFor()
    await book.startPractice()
    await book.tick('1.1')
    await book.giveName('1.1', person)
    await book.expectChip('1.1', own.byPerson)
    await book.signIn()
    await book.expectChip('2.1', verified[tongue].account)
    expect(await greenThings(book)).toEqual(['2.1'])
    expect((await exported(book)).events.map(({type}) => type)).toContain('press-done')
    await seen.close()
  })

  test('without a connection the page says so, and practising and ticking go on', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const book = await readRunbookPage(seen.page, tongue)
    await readAccount(book)
    await seen.context.setOffline(true)
    await book.bar.getByText(own.offline, {exact: true}).waitFor()
    await book.expectSaid(own.offlineSaid)
    await book.tick('1.1')
    await readPrerequisites(book)
    await seen.context.setOffline(false)
    await book.expectSaid(own.onlineSaid)
    await book.bar.getByText(own.offline, {exact: true}).waitFor({state: 'hidden'})
    await book.expectCounts(own.counts(2, 1))
    await seen.close(/ERR_INTERNET_DISCONNECTED \S+favicon\.svg$/)
  })

  test('what cannot be fetched without a connection is said in its place, and fetched once there is one', async () => {
    const seen = await visit(addresses[tongue], desktop)
    const book = await readRunbookPage(seen.page, tongue)
    await book.startPractice()
    // The words of problems are fetched once a run is open; those of its record come with them.
    await expect.poll(book.events, patient).not.toEqual([])
    await seen.context.setOffline(true)
    await book.press('2.1', presses[tongue].account)
    await book.expectChip('2.1', own.failed)
    await book.card('2.1').getByText(own.noConnection, {exact: true}).waitFor()
    expect(await greenThings(book)).toEqual([])
    await book.bar.getByRole('button', {name: book.say.bar.situation}).click()
    await book.bar.getByRole('alert').getByText(own.notLoaded).waitFor()
    await book.tick('1.1')
    await seen.context.setOffline(false)
    // What was asked for comes, and can be sent away.
    const choice = seen.page.getByRole('dialog', {name: book.say.practice.situationTitle})
    await choice.getByRole('button', {name: book.say.practice.cancel, exact: true}).click()
    await book.signIn()
    await book.expectChip('2.1', verified[tongue].account)
    await seen.close(lost)
  })
})

/** A run with something of everything: a tick, two reads, a Save in the tenant, a box that is not saved in the record. */
async function halfway(book: RunbookPage): Promise<void> {
  await book.startPractice()
  await book.tick('1.1')
  await book.giveName('1.1', person)
  await book.signIn()
  await book.expectChip('2.1', verified[book.tongue].account)
  await readRoles(book)
  await book.expectChip('2.1', verified[book.tongue].roles)
  await readPrerequisites(book)
  await book.saveInPortal('2.2')
  await turn(book.box('2.3'), true)
  await book.expectChip('2.3', words[book.tongue].ticked)
  await turn(book.done('2.1'), true)
  await book.card('2.1').getByText(words[book.tongue].byAccount).waitFor()
}

/** What a page shows of that run when it opens it: nothing is verified any more. */
async function expectHalfway(book: RunbookPage): Promise<void> {
  const own = words[book.tongue]
  await book.expectChip('2.2', own.old)
  for (const step of ['2.1', '2.2'] as const) await expectState(book, step, {...drawn.old, words: own.old})
  await expectState(book, '1.1', {...drawn.declared, words: own.byPerson})
  await expectState(book, '2.3', {...drawn.declared, words: own.ticked})
  expect(await greenThings(book)).toEqual([])
  await book.expectCounts(own.counts(0, 2))
}

async function expectTenantSaved(book: RunbookPage): Promise<void> {
  await book.openPortal('2.2')
  await expect.poll(() => book.portalBox('writeback').isChecked(), patient).toBe(true)
  expect(await book.portalBox('unlock').isChecked()).toBe(true)
  await book.closePortal()
}

async function tickAll(book: RunbookPage, steps: readonly StepNumber[]): Promise<void> {
  for (const step of steps) await book.done(step).click()
}

async function runOf(book: RunbookPage): Promise<string> {
  const {run} = words[book.tongue]
  await book.bar.getByText(run).waitFor()
  return run.exec(await book.bar.innerText())?.[1] ?? ''
}

async function switchLanguage({page, tongue}: RunbookPage): Promise<void> {
  await page.getByRole('link', {name: words[tongue].switchTo, exact: true}).click()
}

async function goToRuns(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', {name, exact: true}).click()
  await page.getByRole('heading', {level: 1, name}).waitFor()
}

function focusedStep(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('[data-step]')?.getAttribute('data-step') ?? null,
  )
}

async function exported({page, record, say}: RunbookPage): Promise<RunRecord> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    record.getByRole('button', {name: say.file.export, exact: true}).click(),
  ])
  return JSON.parse(await readFile(await download.path(), 'utf8')) as RunRecord
}
