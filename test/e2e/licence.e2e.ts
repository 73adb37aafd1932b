// A licence assigned to a user and taken away again, each with its undo, in the practice tenant.
import {describe, expect, test} from 'vitest'
import {expectNoViolations} from './axe.ts'
import {tongues, type RunbookPage} from './runbook-page.ts'
import {
  cardOf,
  carryOutOn,
  give,
  licensed,
  named,
  openUserRunbook,
  pilot,
  pressAndGrant,
  userWords,
} from './user-runbooks.ts'

const licence = 'SPE_E5'
const france = {'en-US': 'France (FR)', 'fr-FR': 'France (FR)'} as const

describe.each(tongues)('%s', tongue => {
  const words = userWords[tongue]

  test('what a run is about is asked, judged, shown beside every step, and stays once a request rests on it', async () => {
    const book = await openUserRunbook(tongue, 'assign-or-remove-a-licence', '1.1')
    const {page, say} = book
    await book.expectChip('1.2', words.blockedUser)
    const field = cardOf(book, '1.2').getByRole('textbox').first()

    // A fault is told in words at the field, aloud, and takes the focus there.
    await give(book, '1.2', 'lena fischer')
    await book.expectSaid(say.input.upn)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await described(book, '1.2')).toContain(say.input.upn)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('inputmode'))).toBe('email')
    await expectAccessible(book, 'a value that is refused')

    await give(book, '1.2', ` ${pilot} `)
    await cardOf(book, '2.2').getByText(pilot, {exact: true}).first().waitFor()
    await pressAndGrant(book, '1.2', words.readUser)
    await pressAndGrant(book, '1.3', words.readLicences)
    await book.expectChip('1.3', words.licencesRead)
    await give(book, '1.3', licence)
    await cardOf(book, '3.2').getByText(licence, {exact: true}).first().waitFor()

    // Without a usage location nothing can be sent, and the card says so first.
    await cardOf(book, '2.2')
      .getByRole('button', {name: named(say.change.lookFirst)})
      .click()
    await book.expectChip('2.2', words.blockedCondition)
    await cardOf(book, '2.2').getByText(words.noLocation, {exact: true}).waitFor()
    expect(
      await cardOf(book, '2.2')
        .getByRole('button', {name: named(words.assign)})
        .count(),
    ).toBe(0)

    await give(book, '1.4', france[tongue])
    await carryOutOn(book, '1.4', words.setLocation)
    await book.expectChip('1.4', words.done)
    await cardOf(book, '1.2').getByText(say.input.locked, {exact: true}).waitFor()
    expect(await cardOf(book, '1.2').getByRole('textbox').count()).toBe(0)

    await cardOf(book, '2.2')
      .getByRole('button', {name: named(say.change.look)})
      .click()
    await book.expectChip('2.2', words.ready)
    await carryOutOn(book, '2.2', words.assign)
    await book.expectChip('2.2', words.done)
    await cardOf(book, '2.2').getByText(words.assigned, {exact: true}).waitFor()
    await expectAccessible(book, 'a licence that is assigned')
    await carryOutOn(book, '2.2', words.undoAssign)
    await book.expectChip('2.2', words.undone)
    await cardOf(book, '2.2').getByText(words.removed, {exact: true}).waitFor()
  })

  test('a licence is removed, and given back with the services that were off', async () => {
    const book = await openUserRunbook(tongue, 'assign-or-remove-a-licence', '1.1')
    await give(book, '1.2', licensed)
    await pressAndGrant(book, '1.2', words.readUser)
    await pressAndGrant(book, '1.3', words.readLicences)
    await book.expectChip('1.3', words.licencesRead)
    await give(book, '1.3', licence)
    const card = cardOf(book, '3.2')
    await card.getByRole('button', {name: named(book.say.change.lookFirst)}).click()
    await expect.poll(() => chipOf(book, '3.2')).toBe(words.ready)
    await carryOutOn(book, '3.2', words.remove)
    await expect.poll(() => chipOf(book, '3.2'), {timeout: 30_000}).toMatch(words.done)
    await card.getByText(words.gone, {exact: true}).waitFor()
    await carryOutOn(book, '3.2', words.undoRemove)
    await expect.poll(() => chipOf(book, '3.2'), {timeout: 30_000}).toMatch(words.undone)
    await card.getByText(words.back, {exact: true}).waitFor()
  })

  test('a step is skipped with a reason in a sentence, and taken up again', async () => {
    const book = await openUserRunbook(tongue, 'assign-or-remove-a-licence', '1.1')
    const {page, say} = book
    const card = cardOf(book, '2.1')
    const open = card.locator('summary', {hasText: say.card.skip})
    await open.click()
    const keep = card.getByRole('button', {name: say.skip.keep, exact: true})
    await keep.click()
    await book.expectSaid(say.skip.empty)
    await card.getByLabel(say.skip.field, {exact: true}).fill('Only one licence, today.')
    await keep.click()
    await book.expectChip('2.1', words.skipped)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say.skip.unskip)
    await expectAccessible(book, 'a step that is skipped')
    await card.getByRole('button', {name: say.skip.unskip, exact: true}).click()
    await open.waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say.card.skip)
  })
})

/**
 * The whole page in sight: axe cannot tell what stands before what under the bar that stays, at the edge of a rail that
 * scrolls, or at the end of the window.
 */
async function expectAccessible({page}: RunbookPage, where: string): Promise<void> {
  const size = page.viewportSize() ?? {width: 1280, height: 900}
  await page.setViewportSize({...size, height: 9000})
  await page.evaluate(() => window.scrollTo(0, 0))
  await expectNoViolations(page, where)
  await page.setViewportSize(size)
}

async function chipOf(book: RunbookPage, number: string): Promise<string> {
  const heading = cardOf(book, number).getByRole('heading', {level: 3})
  return (await heading.locator(':scope > span').last().innerText()).trim()
}

/** What is read with the field of a card. */
async function described(book: RunbookPage, number: string): Promise<string> {
  const field = cardOf(book, number).getByRole('textbox').first()
  return field.evaluate(element =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}
