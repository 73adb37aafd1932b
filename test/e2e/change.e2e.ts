// A change from the difference to its undo in the practice tenant, and what may come between.
import {describe, expect, test} from 'vitest'
import {expectNoViolations} from './axe.ts'
import {
  carryOut,
  change,
  changeOutside,
  openBlocking,
  question,
  rowsOf,
  strikeWrite,
} from './block-matching.ts'
import {patient, tongues} from './runbook-page.ts'

describe.each(tongues)('%s', tongue => {
  const words = change[tongue]

  test('shows the difference, asks, sends once, reads back, and undoes', async () => {
    const book = await openBlocking(tongue)
    const {page} = book
    await book.press('2.2', words.look)
    await book.expectChip('2.2', words.two)
    expect(await rowsOf(book)).toHaveLength(3)

    // The question takes the focus to the answer that changes nothing, and Escape gives it back.
    await book.press('2.2', words.run)
    await question(book).waitFor(patient)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.cancel)
    await expectNoViolations(page, 'the question before a change')
    await page.keyboard.press('Escape')
    await question(book).waitFor({state: 'hidden'})
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(words.run)
    await book.expectChip('2.2', words.two)

    await carryOut(book, {grant: true})
    await book.expectChip('2.2', words.done)
    await book.expectSaid(words.saidDone)
    // Under the bar that stays in sight axe cannot tell what stands before what.
    await page.evaluate(() => window.scrollTo(0, 0))
    await expectNoViolations(page, 'a change that is done')

    await carryOut(book, {undo: true})
    await book.expectChip('2.2', words.undone)
    await book.expectSaid(words.saidUndone)
    await book.press('2.3', words.verify)
    await book.expectChip('2.3', words.notAsRequired)
    for (const value of words.bothAllowed) await book.card('2.3').getByText(value, {exact: true}).waitFor()
  })

  test('what somebody changed since the look is said, and nothing is sent', async () => {
    const book = await openBlocking(tongue)
    await book.press('2.2', words.look)
    await book.expectChip('2.2', words.two)
    await changeOutside(book, {blockSoftMatchEnabled: true})
    await book.press('2.2', words.run)
    await book.expectChip('2.2', words.stale)
    await book.expectSaid(words.nothingSent)
    expect(await question(book).count()).toBe(0)
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.one)
    await carryOut(book, {grant: true})
    await book.expectChip('2.2', words.done)
    // Of the two only one was sent, and only that one goes back.
    await carryOut(book, {undo: true})
    await book.expectChip('2.2', words.undone)
    await book.press('2.3', words.verify)
    await book.expectChip('2.3', words.notAsRequired)
    for (const value of words.oneAllowed) await book.card('2.3').getByText(value, {exact: true}).waitFor()
  })

  test('after a gateway gave up, what Graph shows decides, and nothing is sent a second time', async () => {
    const book = await openBlocking(tongue)
    await strikeWrite(book, {kind: 'failed', status: 504, after: true})
    await carryOut(book, {grant: true})
    await book.expectChip('2.2', words.done)
    const sent = book.say.event['change-sent'].replace('{number}', '2.2').replace('{values}', '')
    expect((await book.events()).filter(event => event.includes(sent))).toHaveLength(1)
  })

  test('a refusal says first that nothing was changed, and nothing is tried again by itself', async () => {
    const book = await openBlocking(tongue)
    await strikeWrite(book, {kind: 'refused', status: 412, code: 'PreconditionFailed'})
    await carryOut(book, {grant: true})
    await book.expectChip('2.2', book.say.state.failed)
    await book.card('2.2').getByText(book.say.problem['changed-since'], {exact: true}).waitFor(patient)
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.two)
  })

  test('after a reload nothing is green until it is read again', async () => {
    const book = await openBlocking(tongue)
    await carryOut(book, {grant: true})
    await book.expectChip('2.2', words.done)
    await book.page.reload()
    await book.ready()
    await expect.poll(() => book.chipText('2.2'), patient).not.toMatch(words.done)
    await book.press('2.2', words.again)
    await book.expectChip('2.2', words.done)
  })
})
