// axe on every page type and every state that a card comes to in practice, dialogs open, in one language and both themes.
// One file for each language runs it, so that they run beside each other.
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {expectNoViolations, reportUndecided, settle} from './axe.ts'
import {visit, type VisitOptions} from './browser.ts'
import enUS from '../../src/components/runbook/words/en-US.ts'
import frFR from '../../src/components/runbook/words/fr-FR.ts'
import {changeTenant, strike} from './practice.ts'
import {
  addresses,
  patient,
  filled,
  presses,
  readRunbookPage,
  turn,
  type RunbookPage,
  type Tongue,
} from './runbook-page.ts'
import {
  declareSaved,
  declareVisit,
  findEvent,
  localSteps,
  pasteSample,
  readAccount,
  readPrerequisites,
  readRoles,
  searchInVain,
  searchLog,
  stopSearch,
  verified,
} from './runs.ts'
import {statesInRail} from './states.ts'
import {
  carryOut,
  change,
  changeOutside,
  confirmQuestion,
  openBlocking,
  question,
  strikeWrite,
} from './block-matching.ts'
import {cardOf, carryOutOn, give, openUserRunbook, pilot, pressAndGrant, userWords} from './user-runbooks.ts'

interface Size {
  readonly width: number
  readonly height: number
}

const wide: Size = {width: 1280, height: 900}
const narrow: Size = {width: 390, height: 844}
interface View {
  readonly size: Size
  readonly theme: 'light' | 'dark'
}

const pages: readonly View[] = [wide, narrow].flatMap(size => [
  {size, theme: 'light'},
  {size, theme: 'dark'},
])
const states = pages.filter(({size, theme}) => size === wide || theme === 'light')
const narrowOnly = pages.filter(({size}) => size === narrow)
const bases: Readonly<Record<Tongue, string>> = {'en-US': '/', 'fr-FR': '/fr-FR/'}

/** The runbook that a page shows, and the states of its cards that axe has seen. */
const books = new WeakMap<Page, RunbookPage>()
const seen = new Set<string>()

/** Defines the tests of one language, the last of them on what the others have seen. */
export function testAccess(tongue: Tongue): void {
  test('pages around the runbook', async () => {
    const {page, close} = await visit(bases[tongue])
    await look(page, 'home page', pages)
    await page.goto(`${bases[tongue]}no-such-page`)
    await look(page, '404', pages)
    await page.goto(`${bases[tongue]}runs`)
    await page.getByRole('heading', {level: 1}).waitFor()
    await look(page, 'runs, none', pages)
    await close(/status of 404 \(Not Found\) \S+\/no-such-page$/)
  })

  test('a run in which all is in order', async () => {
    const {book, close} = await open(tongue, {movableClock: true})
    const {page, say} = book
    await look(page, 'at rest', pages)

    await book.bar.getByRole('button', {name: say.bar.situation}).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'choice of situations open')
    await page.keyboard.press('Escape')

    await book.startPractice()
    await book.record.getByRole('listitem').first().waitFor()
    await look(page, 'started, nobody signed in')
    await book.press('2.1', presses[tongue].account)
    await book.signInDialog.waitFor()
    await look(page, 'sign-in open')
    await book.answerSignIn('accept')
    await book.press('2.1', presses[tongue].roles)
    await book.run('2.1', say.card.grant).waitFor()
    await look(page, 'a permission required')
    await book.grant('2.1')
    await readPrerequisites(book)
    await look(page, 'prerequisites verified')

    await book.openPortal('2.2')
    await look(page, 'imitation of the portal open')
    await book.portalBox('writeback').check()
    await look(page, 'imitation of the portal, not saved')
    await book.closePortal()
    await turn(book.box('2.3'), true)
    await book.saved().click()
    await book.card('2.5').getByRole('checkbox').nth(1).waitFor()
    await look(page, 'ticked, not saved yet; Saved asks for the other box')
    await declareVisit(book)
    await look(page, 'visit declared')

    await findEvent(book)
    for (const number of localSteps) await book.tick(number)
    await pasteSample(book, '1.8', samples[tongue].confirmed)
    await book.expectChip('1.8', say.state['confirmed-by-output'])
    await look(page, 'finished', pages)

    await page.reload()
    await book.ready()
    await look(page, 'finished, after a reload, steps folded')
    await close()
  })

  test('a Save that was taken back', async () => {
    const {book, close} = await open(tongue, {movableClock: true})
    const {page, say} = book
    await readAccount(book)
    await readPrerequisites(book)
    await declareVisit(book)
    await book.openPortal('2.2')
    await book.portalBox('writeback').uncheck()
    await book.saveAndClosePortal()
    await searchInVain(book, say.state['opposite-event'])
    await look(page, 'opposite event')
    await close()
  })

  test('the menus and drawers of a narrow window', async () => {
    const {book, close} = await open(tongue)
    const {page, say, shell} = book
    await book.startPractice()
    await page.setViewportSize(narrow)
    await book.button(say.bar.more).click()
    await look(page, 'bar unfolded', narrowOnly)
    await book.button(say.bar.record).click()
    await page.getByRole('dialog', {name: say.record.title}).waitFor()
    await look(page, 'record open', narrowOnly)
    await page.keyboard.press('Escape')
    await page.getByRole('button', {name: new RegExp(say.header.strip.replace('{number}', '1\\.1'))}).click()
    await page.getByRole('dialog').getByRole('navigation', {name: shell.steps}).waitFor()
    await look(page, 'list of steps open', narrowOnly)
    await page.keyboard.press('Escape')
    await page.locator('.navbar__toggle').click()
    await page.locator('.navbar-sidebar').getByRole('link').first().waitFor()
    await look(page, 'menu of the site open', narrowOnly)
    await close()
  })

  test('no licence: not as required', async () => {
    const {book, close} = await open(tongue)
    await readAccount(book, 'no-premium-licence')
    await readPrerequisites(book, book.say.state['not-as-required'])
    await book.openPortal('2.2')
    await look(book.page, 'prerequisites not as required, portal locked')
    await close()
  })

  test('role only eligible', async () => {
    const {book, close} = await open(tongue)
    await readAccount(book, 'role-eligible')
    await readRoles(book)
    await book.expectChip('2.1', book.say.state['role-eligible'])
    await look(book.page, 'role eligible, not active')
    const card = book.card('2.1')
    await card.getByText(book.say.card.otherWays, {exact: true}).click()
    await card.getByRole('button', {name: book.say.ways.copyPowershell, exact: true}).first().waitFor()
    await look(book.page, 'other ways open')
    await close()
  })

  test('consent declined: the account stays read, and beside it what could not be checked', async () => {
    const {book, close} = await open(tongue)
    await readAccount(book, 'consent-declined')
    await book.press('2.1', presses[tongue].roles)
    await book.press('2.1', book.say.card.grant)
    await book.signInDialog.waitFor()
    await look(book.page, 'approval of an administrator asked')
    await book.answerSignIn('back')
    await book.card('2.1').getByText(book.say.remedy['admin-consent-required'], {exact: true}).waitFor()
    await book.expectChip('2.1', verified[tongue].account)
    await look(book.page, 'permission declined')
    await close()
  })

  test('an earlier event only; leaving while a request is in the air', async () => {
    const {book, close} = await open(tongue)
    const {page, say} = book
    await readAccount(book)
    await readPrerequisites(book)
    await declareSaved(book)
    await searchLog(book)
    await book.card('2.5').getByText(say.card.looking).waitFor()
    await page
      .getByRole('link', {name: {'en-US': 'Français', 'fr-FR': 'English'}[tongue], exact: true})
      .first()
      .click()
    await page.getByRole('alertdialog', {name: say.leave.title}).waitFor()
    await look(page, 'asks before the language changes')
    await page.getByRole('button', {name: say.leave.stay}).click()
    await look(page, 'search of the audit log running')
    await stopSearch(book)
    await book.expectChip('2.5', say.state['earlier-event'])
    await look(page, 'earlier event')
    await close()
  })

  test('nothing found in the log; offline', async () => {
    const {book, close} = await open(tongue, {movableClock: true})
    const {page, say} = book
    await readAccount(book, 'no-audit-event')
    await readPrerequisites(book)
    await searchInVain(book, say.state['nothing-found'])
    await page.context().setOffline(true)
    await book.bar.getByText(say.bar.offline).waitFor()
    await look(page, 'nothing found, offline')
    await page.context().setOffline(false)
    await close()
  })

  test('what Graph may answer besides: a wait, a failure, a field left out, a stronger sign-in', async () => {
    const {book, close} = await open(tongue)
    const {page, say} = book
    const batch = {on: 'graph', path: '/v1.0/$batch', times: 1} as const
    await readAccount(book)
    await readPrerequisites(book)
    await strike(book, {...batch, make: {kind: 'throttled', retryAfter: 120}})
    await book.press('2.2', say.card.again)
    await book.expectChip('2.2', filled(say.state.throttled))
    await look(page, 'asked to wait')
    await book.card('2.2').getByRole('button', {name: say.card.stop, exact: true}).click()

    await strike(book, {...batch, make: {kind: 'failed', status: 500}})
    await book.press('2.2', say.card.again)
    await book.expectChip('2.2', say.state.failed)
    await changeTenant(book, state => ({
      ...state,
      people: state.people.map(person => ({...person, name: null as unknown as string})),
    }))
    await book.press('2.1', presses[tongue].account)
    await book.expectChip('2.1', say.state['could-not-check'].replace('{why}', say.why.field))
    await look(page, 'failed; a field not returned')

    await strike(book, {...batch, make: {kind: 'claims', acrs: 'c1'}})
    await book.press('2.2', say.card.again)
    await book.press('2.2', say.bar.signIn)
    await book.signInDialog.getByText(say.practice.stepUp).waitFor()
    await look(page, 'a stronger sign-in asked')
    await close()
  })

  test('a change: so already, ready, asked, out of date, done, undone, accepted, answer unknown', async () => {
    const book = await openBlocking(tongue, {movableClock: true})
    const {page, say} = book
    books.set(page, book)
    const words = change[tongue]
    const blocked = {blockSoftMatchEnabled: true, blockCloudObjectTakeoverThroughHardMatchEnabled: true}
    const allowed = {blockSoftMatchEnabled: false, blockCloudObjectTakeoverThroughHardMatchEnabled: false}
    await look(page, 'a change, not read yet')
    await changeOutside(book, blocked)
    await book.press('2.2', words.look)
    await book.expectChip('2.2', say.state['already-so'])
    await look(page, 'a change that is so already')
    await changeOutside(book, allowed)
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.two)
    await look(page, 'a change that is ready')
    await book.press('2.2', words.run)
    await question(book).waitFor(patient)
    await look(page, 'the question before a change')
    await page.keyboard.press('Escape')
    await changeOutside(book, {blockSoftMatchEnabled: true})
    await book.press('2.2', words.run)
    await book.expectChip('2.2', words.stale)
    await look(page, 'a change that is out of date')
    await changeOutside(book, allowed)
    await book.press('2.2', words.again)
    await book.press('2.2', words.run)
    await confirmQuestion(book)
    await book.run('2.2', words.grant).waitFor(patient)
    await look(page, 'the permission to change')
    await book.press('2.2', words.grant)
    await book.answerSignIn('accept')
    await book.expectChip('2.2', words.done)
    await look(page, 'a change that is done')
    await carryOut(book, {undo: true})
    await book.expectChip('2.2', words.undone)
    await look(page, 'a change that is undone')

    const [looks = ''] = say.change.sendingUntil.split('{time}')
    const giveUp = async () => {
      await book.card('2.2').getByText(looks).waitFor(patient)
      await look(page, 'a change whose effect is looked for')
      await page.clock.fastForward('01:01')
    }
    await carryOut(book)
    await book.card('2.2').getByText(looks).waitFor(patient)
    // Somebody takes it back before it shows.
    await changeOutside(book, allowed)
    await giveUp()
    await book.expectChip('2.2', say.state.accepted)
    await look(page, 'a change that was accepted and does not show')
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.two)
    await strikeWrite(book, {kind: 'failed', status: 504})
    await carryOut(book)
    await giveUp()
    await book.expectChip('2.2', words.unknown)
    await look(page, 'a change whose answer is not known')
  })

  test('a change that somebody else made, and what another version of the article left', async () => {
    const book = await openBlocking(tongue)
    const {page, say} = book
    books.set(page, book)
    await book.press('2.2', change[tongue].look)
    await book.expectChip('2.2', change[tongue].two)
    await changeOutside(book, {
      blockSoftMatchEnabled: true,
      blockCloudObjectTakeoverThroughHardMatchEnabled: true,
    })
    await book.press('2.2', change[tongue].again)
    await book.expectChip('2.2', say.state['done-by-other'])
    await look(page, 'a change that somebody else made')
    await page.evaluate(markOtherArticle)
    await page.reload()
    await book.ready()
    await book.expectChip('2.2', say.state['out-of-date'])
    await look(page, 'a run of another version of the article')
  })

  test('a run about one user: what is not given yet, a step that is skipped, an operation that failed', async () => {
    const words = userWords[tongue]
    const book = await openUserRunbook(tongue, 'prove-writeback-on-a-pilot-user', '2.1', 'writeback-off')
    const {page, say} = book
    books.set(page, book)
    await book.expectChip('2.2', filled(say.stateWhy.input))
    await look(page, 'a value that is not given yet')
    const card = cardOf(book, '2.2')
    await card.locator('summary', {hasText: say.card.skip}).click()
    await card.getByLabel(say.skip.field, {exact: true}).fill('There is nothing to look for today.')
    await card.getByRole('button', {name: say.skip.keep, exact: true}).click()
    await book.expectChip('2.2', words.skipped)
    await look(page, 'a step that is skipped')
    await card.getByRole('button', {name: say.skip.unskip, exact: true}).click()
    await give(book, '2.2', pilot)
    await pressAndGrant(book, '2.2', words.checkPilot)
    await pressAndGrant(book, '2.3', say.change.lookFirst)
    await book.expectChip('2.3', words.ready)
    await carryOutOn(book, '2.3', words.reset, {typed: pilot})
    await book.expectChip('2.3', say.state['operation-failed'])
    await look(page, 'an operation that failed')
  })

  test('a real run without sign-in: outputs, reports, notes, a pilot', async () => {
    const {book, close} = await open(tongue)
    const {page, say} = book
    await book.startPractice()
    // The first, because it displaces nothing that was understood.
    await pasteSample(book, '1.8', samples[tongue].unreadable)
    await book.expectChip('1.8', say.state['output-not-understood'])
    await look(page, 'output not understood, field open')
    await pasteSample(book, '1.8', samples[tongue].old)
    await book.expectChip('1.8', say.state['output-too-old'])
    await look(page, 'output too old')
    await pasteSample(book, '1.8', samples[tongue].staging)
    await book.expectChip('1.8', say.state['output-inconclusive'])
    await look(page, 'output without confirmation, and an earlier one')
    await pasteSample(book, '1.8', samples[tongue].contradicted)
    await book.expectChip('1.8', say.state['output-disagrees'])
    await look(page, 'output disagrees')

    await book.chooseMode('unsigned')
    await book.expectChip('2.1', say.state.unsigned)
    await book.card('1.8').getByRole('button', {name: say.output.paste, exact: true}).click()
    await book.card('1.8').getByRole('radio').first().check()
    await book.card('1.8').getByRole('button', {name: say.paste.keepReport}).click()
    await book.tick('1.1')
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    await look(page, 'without sign-in, everything unfolded')

    await page.goto(`${bases[tongue]}runs`)
    await page.getByRole('table').waitFor()
    await look(page, 'runs, two')
    await close()
  })

  test('axe has seen every state that a card can be in', () => {
    const {state} = tongue === 'fr-FR' ? frFR : enUS
    expect(Object.keys(state).filter(id => !seen.has(id))).toEqual([])
  })

  test('what axe could not decide is explained, and every explanation is needed', () => {
    reportUndecided()
  })
}

const samples = {
  'en-US': {
    confirmed: 'Enabled, with the event of its start',
    contradicted: 'Not enabled',
    old: 'Enabled, with an event of the day before',
    staging: 'Enabled, on a server in staging mode',
    unreadable: 'An error in place of the output',
  },
  'fr-FR': {
    confirmed: 'Activée, avec l’événement de son démarrage',
    contradicted: 'Non activée',
    old: 'Activée, avec un événement de la veille',
    staging: 'Activée, sur un serveur en mode préproduction',
    unreadable: 'Une erreur à la place de la sortie',
  },
} as const

async function open(tongue: Tongue, options: VisitOptions = {}) {
  const {page, close} = await visit(addresses[tongue], {viewport: wide, ...options})
  const book = await readRunbookPage(page, tongue)
  books.set(page, book)
  return {book, close}
}

/** Runs in the page: every run that is kept began with another version of its article. */
async function markOtherArticle(): Promise<void> {
  const finished = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('The database cannot be read.'))
    })
  const database = await finished(indexedDB.open('passerelle-runs'))
  const runs = database.transaction('runs', 'readwrite').objectStore('runs')
  const records = (await finished(runs.getAll())) as {events: Record<string, unknown>[]}[]
  for (const record of records) {
    record.events = record.events.map(event =>
      event['type'] === 'run-started' ? {...event, articleHash: 'sha256-another'} : event,
    )
    await finished(runs.put(record))
  }
  database.close()
}

/** axe on what the page shows now: wide in both themes, narrow in one; where it is a page of its own, in all four. */
async function look(page: Page, what: string, views: readonly View[] = states): Promise<void> {
  await settle(page)
  const book = books.get(page)
  for (const id of book ? await statesInRail(book) : []) seen.add(id)
  let last: Size | null = null
  for (const {size, theme} of views) {
    await page.emulateMedia({colorScheme: theme})
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme)
    // A theme changes no height.
    if (size !== last) await stretch(page, size)
    last = size
    await expectNoViolations(page, `${what}, ${theme}, ${size.width}`, 100)
  }
  // A page that loads now does not miss the change back.
  await page.emulateMedia({colorScheme: 'light'})
  await page.setViewportSize(views[0]?.size ?? wide)
}

// As high as the page: what sticks or scrolls lies over nothing, and axe can measure every text.
async function stretch(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size)
  await expect
    .poll(async () => {
      await settle(page, 100)
      const height = await page.evaluate(() => {
        window.scrollTo(0, 0)
        return document.documentElement.scrollHeight
      })
      const high = page.viewportSize()?.height ?? 0
      if (height > high) await page.setViewportSize({...size, height})
      return height <= high
    })
    .toBe(true)
  await page.locator('.theme-back-to-top-button').waitFor({state: 'hidden'})
}
