// A password reset against Entra and Graph as a real site meets them: typed, sent once, followed, and kept nowhere.
import {expect, test} from 'vitest'
import {exported, kept} from './kept.ts'
import {patient, tongues} from './runbook-page.ts'
import {answer, expectHosts, grant, opened, visitTenant, type TenantVisit} from './tenant/visit.ts'
import {cardOf, give, named, pilot, userWords} from './user-runbooks.ts'

const reading = 'User.Read.All'
const writing = 'UserAuthenticationMethod.ReadWrite.All'

/** Every request that resets a password, as the look-alike counted it. */
function resets({contoso}: TenantVisit): readonly string[] {
  return contoso.asked
    .filter(({host, method}) => host === 'graph.microsoft.com' && method === 'POST')
    .filter(({path}) => path.endsWith('/resetPassword'))
    .map(({status}) => String(status))
}

test.each(tongues)('%s: one request, its operation polled, the password nowhere', async tongue => {
  const words = userWords[tongue]
  const address = `${tongue === 'fr-FR' ? '/fr-FR' : ''}/prove-writeback-on-a-pilot-user`
  const seen = await visitTenant(tongue, {address})
  const {book, contoso} = seen
  const {page, say} = book
  await answer(await opened(seen, book.run('2.1', words.account)), 'Accept as Amira Haddad')
  await book.expectChip('2.1', words.accountRead)

  await give(book, '2.2', pilot)
  await cardOf(book, '2.2')
    .getByRole('button', {name: named(words.checkPilot)})
    .click()
  expect(await grant(seen, '2.2', say.card.grant), 'no permission to write is asked for reading').toEqual([
    reading,
  ])
  await book.expectChip('2.2', words.pilotChecked)
  await book.press('2.3', say.change.lookFirst)
  await book.expectChip('2.3', words.ready)

  await book.press('2.3', words.reset)
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill(pilot)
  await dialog.getByRole('button').last().click()
  expect(await grant(seen, '2.3', say.change.grant)).toEqual([writing])
  const panel = cardOf(book, '2.3').getByRole('group', {name: say.secret.title})
  await panel.waitFor(patient)
  const secret = await panel.locator('code').innerText()
  expect(secret).toMatch(/^\S{20}$/)
  await book.expectChip('2.3', words.succeeded)
  expect(resets(seen)).toEqual(['202'])
  const polls = contoso.asked.filter(({path}) => path.includes('/authentication/operations/'))
  expect(polls.length, 'read until it was over').toBeGreaterThan(1)

  expect(await kept(book)).not.toContain(secret)
  await panel.getByRole('button', {name: say.secret.away, exact: true}).click()
  await panel.waitFor({state: 'hidden'})
  expect(await page.content()).not.toContain(secret)
  expect(await kept(book)).not.toContain(secret)
  const record = await exported(book)
  expect(record).toContain('operation-read')
  expect(record).not.toContain(secret)
  expect(book.said.join('\n')).not.toContain(secret)
  expectHosts(seen)
  await seen.close()
})
