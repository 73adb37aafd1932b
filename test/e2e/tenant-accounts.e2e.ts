// Accounts in a real run, outside any step: signing in and out from the bar, another account, a window that was closed.
import {describe, expect, test} from 'vitest'
import {patient, presses, tongues, type RunbookPage} from './runbook-page.ts'
import {verified} from './runs.ts'
import {blockWindowOf} from './tenant/blocked.ts'
import {answer, asked, grant, opened, readAccount, visitTenant} from './tenant/visit.ts'

describe.each(tongues)('%s', tongue => {
  test('the bar signs in, offers another account, and signs out', async () => {
    const seen = await visitTenant(tongue)
    const {context, book} = seen
    const {bar} = book.say
    const window = await opened(seen, barButton(book, bar.signIn))
    await answer(window, 'Continue as Amira Haddad')
    await book.bar.getByText('Amira Haddad').waitFor(patient)

    const choice = await opened(seen, barButton(book, book.say.ask.otherAccount))
    await choice.getByRole('heading', {name: 'Lucas Moreau'}).waitFor()
    await answer(choice, 'Continue as Lucas Moreau')
    await book.bar.getByText('Lucas Moreau').waitFor(patient)
    expect(await book.bar.getByText('Amira Haddad').count()).toBe(0)

    await Promise.all([
      context.waitForEvent('page').then(goodbye => goodbye.waitForEvent('close')),
      barButton(book, bar.signOut).click(),
    ])
    await book.expectSaid(book.say.announce['signed-out'])
    await barButton(book, bar.signIn).waitFor()
  })

  test('where Chromium blocks its window, the bar leaves the page for the sign-in, and comes back to the run', async () => {
    const seen = await visitTenant(tongue)
    const {page, book} = seen
    await book.tick('1.1')
    const events = await book.events()
    await blockWindowOf(seen, barButton(book, book.say.bar.signIn), book.bar)
    await barButton(book, book.say.ask.here).click()
    await page.waitForURL(/^https:\/\/login\.microsoftonline\.com\//)
    await page.getByRole('button', {name: 'Continue as Amira Haddad', exact: true}).click()
    await page.waitForURL(url => url.host.startsWith('localhost'))
    await book.bar.getByText('Amira Haddad').waitFor(patient)
    expect(await book.done('1.1').isChecked()).toBe(true)
    expect((await book.events()).slice(0, events.length)).toEqual(events)
    // Who signed in from the bar has granted and read nothing yet.
    await book.press('2.1', presses[tongue].account)
    expect(await grant(seen, '2.1')).toEqual(['User.Read'])
    await book.expectChip('2.1', verified[tongue].account)
  })

  test('signing out where Chromium blocks the window ends here, and says that the session at Microsoft goes on', async () => {
    const seen = await visitTenant(tongue)
    const {page, book} = seen
    await readAccount(seen)
    await page.evaluate(() => {
      window.open = () => null
    })
    await barButton(book, book.say.bar.signOut).click()
    await book.bar.getByText(book.say.problem['sign-out-incomplete']).waitFor(patient)
    await barButton(book, book.say.bar.signIn).waitFor()
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
    expect(kept).not.toMatch(/eyJ|refreshtoken/i)
  })

  test('a window that was closed is asked for anew by one press, on a card and in the bar', async () => {
    const seen = await visitTenant(tongue)
    const {book} = seen
    const lost = await opened(seen, book.run('2.1', presses[tongue].account))
    await asked(lost)
    await lost.close()
    await book.card('2.1').getByText(book.say.ask.window).waitFor(patient)
    const closed = book.card('2.1').getByRole('button', {name: book.say.ask.closed, exact: true})
    await answer(await opened(seen, closed), 'Accept as Amira Haddad')
    await book.expectChip('2.1', verified[tongue].account)

    const gone = await opened(seen, barButton(book, book.say.ask.otherAccount))
    await asked(gone)
    await gone.close()
    await book.bar.getByText(book.say.ask.window).waitFor(patient)
    const next = await opened(seen, barButton(book, book.say.ask.closed))
    await answer(next, 'Continue as Amira Haddad')
    await book.bar.getByText(book.say.ask.window).waitFor({...patient, state: 'hidden'})
    await book.bar.getByText('Amira Haddad').waitFor(patient)
  })
})

function barButton({bar}: RunbookPage, name: string) {
  return bar.getByRole('button', {name, exact: true})
}
