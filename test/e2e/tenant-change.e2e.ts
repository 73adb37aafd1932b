// A change against Entra and Graph as a real site meets them: from the look to the undo, and what goes otherwise.
import {describe, expect, test} from 'vitest'
import {setFeatures} from '../../src/practice/directory-sync.ts'
import type {FaultKind} from '../../src/practice/state.ts'
import {blocking, change, confirmQuestion, question} from './block-matching.ts'
import type {VisitOptions} from './browser.ts'
import {filled, patient, readRunbookPage, tongues, type Tongue} from './runbook-page.ts'
import {
  answer,
  asked,
  expectHosts,
  expectProblem,
  grant,
  opened,
  visitTenant,
  type TenantVisit,
} from './tenant/visit.ts'

const readScope = 'OnPremDirectorySynchronization.Read.All'
const writeScope = 'OnPremDirectorySynchronization.ReadWrite.All'

/** The runbook with the values read, by an account that has granted reading and nothing else. */
async function visitBlocking(tongue: Tongue, options: VisitOptions = {}): Promise<TenantVisit> {
  const seen = await visitTenant(tongue, {address: blocking[tongue], ...options})
  const {book} = seen
  const words = change[tongue]
  const window = await opened(seen, book.run('2.1', words.values))
  expect(await asked(window), 'no permission to write is asked for reading').toEqual(['User.Read', readScope])
  await answer(window, 'Accept as Amira Haddad')
  await book.expectChip('2.1', words.valuesRead)
  return seen
}

/** Every request that changes something, as the look-alike counted it. */
function writes({contoso}: TenantVisit): readonly string[] {
  return contoso.asked
    .filter(
      ({host, method}) => host === 'graph.microsoft.com' && !['GET', 'OPTIONS', 'POST'].includes(method),
    )
    .map(({method, status}) => `${method} ${String(status)}`)
}

/** The permission to change, asked after the confirmation. */
async function grantWrite(seen: TenantVisit): Promise<void> {
  expect(await grant(seen, '2.2', change[seen.book.tongue].grant)).toEqual([writeScope])
}

describe.each(tongues)('%s', tongue => {
  const words = change[tongue]

  test('changed from outside between plan and run: nothing is sent; then run, read back, and undone', async () => {
    const seen = await visitBlocking(tongue)
    const {book, contoso} = seen
    // Check my tenant: what may be read is granted already.
    await book.page.locator('[data-focus-key="head.check"]').click()
    await book.expectChip('2.2', words.two)
    await contoso.change(state => setFeatures(state, {blockSoftMatchEnabled: true}))
    await book.press('2.2', words.run)
    await book.expectChip('2.2', words.stale)
    expect([writes(seen), await question(book).count()]).toEqual([[], 0])

    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.one)
    await book.press('2.2', words.run)
    await confirmQuestion(book)
    await grantWrite(seen)
    await book.expectChip('2.2', words.done)
    await book.expectSaid(words.saidDone)
    expect(writes(seen)).toEqual(['PATCH 204'])

    await book.press('2.2', words.undo)
    await confirmQuestion(book, true)
    await book.expectChip('2.2', words.undone)
    expect(writes(seen)).toEqual(['PATCH 204', 'PATCH 204'])
    // What somebody else had blocked stays blocked. The plan has read this card once.
    await book.press('2.3', book.say.card.again)
    await book.expectChip('2.3', words.notAsRequired)
    for (const value of words.oneAllowed) await book.card('2.3').getByText(value, {exact: true}).waitFor()
    expectHosts(seen)
  })

  test.each<[string, FaultKind, 'done' | 'unknown']>([
    ['after it was done', {kind: 'failed', status: 504, after: true}, 'done'],
    ['before it was done', {kind: 'failed', status: 504}, 'unknown'],
  ])('a gateway that gives up %s: sent once, and read', async (_, make, chip) => {
    const seen = await visitBlocking(tongue, {movableClock: true})
    const {book, contoso} = seen
    await contoso.strike({on: 'graph', method: 'PATCH', times: 1, make})
    await book.press('2.2', words.run)
    await confirmQuestion(book)
    await grantWrite(seen)
    await expect.poll(() => writes(seen), patient).toEqual(['PATCH 504'])
    if (chip === 'done') await book.expectChip('2.2', words.done)
    else {
      // The page looks for a minute before it gives up.
      const [looks = ''] = book.say.change.sendingUntil.split('{time}')
      await book.card('2.2').getByText(looks).waitFor(patient)
      await book.page.clock.fastForward('01:01')
      await book.expectChip('2.2', words.unknown)
    }
    expect(writes(seen)).toEqual(['PATCH 504'])
    if (chip === 'done') return
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.two)
    expect(writes(seen), 'a look sends nothing').toEqual(['PATCH 504'])
  })

  test.each<[string, FaultKind | null]>([
    ['carried out, its answer to nobody', null],
    ['not carried out, without an answer', {kind: 'failed', status: 504}],
  ])('a tab closed between send and answer: %s; another says so and sends nothing', async (_, make) => {
    const closed = await visitBlocking(tongue)
    const {context, contoso} = closed
    if (make !== null) await contoso.strike({on: 'graph', method: 'PATCH', times: 1, make})
    const release = contoso.hold('PATCH')
    await closed.book.press('2.2', words.run)
    await confirmQuestion(closed.book)
    await grantWrite(closed)
    const sent = [make === null ? 'PATCH 204' : 'PATCH 504']
    await expect.poll(() => writes(closed), patient).toEqual(sent)
    await closed.page.close()
    if (make === null) release()

    const page = await context.newPage()
    const before = contoso.asked.length
    await page.goto(blocking[tongue])
    const book = await readRunbookPage(page, tongue)
    const seen = {...closed, page, book}
    await book.expectChip('2.2', words.unknown)
    expect(contoso.asked.slice(before), 'nothing is asked by itself').toEqual([])
    // No token outlives its tab: the press asks who it is, and then reads.
    await contoso.change(state => ({...state, lagging: state.lagging.map(late => ({...late, visibleAt: 0}))}))
    await answer(await opened(seen, book.run('2.2', words.again)), 'Continue as Amira Haddad')
    if (make === null) await book.expectChip('2.2', words.done)
    else {
      // Graph may show it later: the first look leaves it open, the next one decides.
      await book.card('2.2').getByText(filled(book.say.change.notSeen)).waitFor(patient)
      expect(await book.chipText('2.2')).toBe(words.unknown)
      await book.expectSaid(book.say.announce['change-unknown'])
      await book.press('2.2', words.again)
      await book.expectChip('2.2', words.two)
    }
    expect(writes(seen), 'a look sends nothing').toEqual(sent)
    expectHosts(seen)
  })

  test('a role that may read and not write: nothing was changed, and the permission is not blamed', async () => {
    const seen = await visitBlocking(tongue)
    const {book, contoso} = seen
    await contoso.strike({
      on: 'graph',
      method: 'PATCH',
      times: 1,
      make: {kind: 'denied', code: 'Authorization_RequestDenied'},
    })
    await book.press('2.2', words.run)
    await confirmQuestion(book)
    await grantWrite(seen)
    await book.expectChip('2.2', book.say.state.failed)
    await expectProblem(book, '2.2', book.say.change.roleMissing)
    expect(writes(seen)).toEqual(['PATCH 403'])
  })

  test('a claims challenge of a write asks the person once more, and reads again before it sends', async () => {
    const seen = await visitBlocking(tongue)
    const {book, contoso} = seen
    await contoso.strike({on: 'graph', method: 'PATCH', times: 9, make: {kind: 'claims', acrs: 'c1'}})
    await book.press('2.2', words.run)
    await confirmQuestion(book)
    await grantWrite(seen)
    const window = await opened(seen, book.run('2.2', book.say.bar.signIn))
    await window.getByText('your organization asks you to confirm again').waitFor(patient)
    await answer(window, 'Continue as Amira Haddad')
    await book.expectChip('2.2', words.done)
    expect(writes(seen)).toEqual(['PATCH 401', 'PATCH 204'])
  })
})
