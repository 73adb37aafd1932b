// The site as it is built for a real tenant, against look-alikes of Entra and Graph under Microsoft's own host names. It
// shows that the configuration of production works as it is; it does not show how the real services answer.
import {readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import type {RunRecord} from '../../src/model/run.ts'
import {patient, presses, tongues, type Tongue} from './runbook-page.ts'
import {declareSaved, verified} from './runs.ts'
import {answer, asked, expectHosts, grant, opened, visitTenant, type TenantVisit} from './tenant/visit.ts'

const tenant = '0c0ffee0-0000-4000-8000-0000c0c0a0a0'

const promises = {
  'en-US': {
    signedIn: 'Signed in to Contoso as Amira Haddad.',
    needsOne: 'Needs 1 permission',
    open: 'Open in the portal',
    found: 'Audit event found',
    signedOut: 'Signed out.',
  },
  'fr-FR': {
    signedIn: 'Connexion à Contoso établie, compte Amira Haddad.',
    needsOne: '1 autorisation requise',
    open: 'Ouvrir dans le portail',
    found: 'Événement d’audit trouvé',
    signedOut: 'Déconnexion effectuée.',
  },
} as const satisfies Readonly<Record<Tongue, unknown>>

test.each(tongues)('%s: the whole cloud part in a real run, with sign-in in a window', async tongue => {
  await goThrough(await visitTenant(tongue))
})

test(
  'fr-FR: the same, where each answer of the sign-in host and of Graph takes 8 seconds',
  {timeout: 400_000},
  async () => {
    const seen = await visitTenant('fr-FR')
    seen.contoso.slow(8_000)
    await goThrough(seen)
  },
)

async function goThrough(seen: TenantVisit): Promise<void> {
  const {context, page, book, contoso} = seen
  const {tongue} = book
  const promised = promises[tongue]

  const window = await opened(seen, book.run('2.1', presses[tongue].account))
  expect(await asked(window)).toEqual(['User.Read'])
  expect(new URL(window.url()).host).toBe('login.microsoftonline.com')
  await answer(window, 'Accept as Amira Haddad')
  await book.expectChip('2.1', verified[tongue].account)
  await book.expectSaid(promised.signedIn)

  await book.press('2.1', presses[tongue].roles)
  expect(await grant(seen, '2.1')).toEqual(['RoleManagement.Read.Directory'])
  await book.expectChip('2.1', verified[tongue].roles)

  await book.press('2.2', presses[tongue].prerequisites)
  const before = graphCalls().length
  expect(await grant(seen, '2.2')).toEqual(['Organization.Read.All', 'Domain.Read.All'])
  await book.expectChip('2.2', verified[tongue].prerequisites)
  expect(graphCalls().slice(before)).toEqual(['POST /v1.0/$batch'])

  // A real link: the person opens it, and the page never does.
  const link = book.card('2.2').getByRole('link', {name: promised.open, exact: true})
  expect(await link.getAttribute('href')).toMatch(new RegExp(`^https://entra\\.microsoft\\.com/${tenant}#`))
  expect(await link.getAttribute('rel')).toBe('noopener noreferrer')

  await contoso.save()
  await declareSaved(book)
  await book.press('2.5', presses[tongue].search)
  await book.expectChip('2.5', promised.needsOne)
  expect(await grant(seen, '2.5')).toEqual(['AuditLog.Read.All'])
  await book.expectChip('2.5', promised.found)

  const exported = await exportRecord()
  expect(exported.record.events[0]).toMatchObject({type: 'run-started', mode: 'graph'})
  expect(exported.text).not.toMatch(/eyJ|refresh_token|access_token|Bearer/)

  await Promise.all([
    context.waitForEvent('page').then(goodbye => goodbye.waitForEvent('close')),
    book.bar.getByRole('button', {name: book.say.bar.signOut, exact: true}).click(),
  ])
  await book.expectSaid(promised.signedOut)
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map(one => Object.entries(one))),
  )
  expect(kept, 'what sign-out leaves in storage').not.toMatch(/eyJ|secret|refreshtoken/i)
  expectHosts(seen)
  await seen.close()

  function graphCalls(): readonly string[] {
    return contoso.asked
      .filter(({host, method}) => host === 'graph.microsoft.com' && method !== 'OPTIONS')
      .map(({method, path}) => `${method} ${path}`)
  }

  async function exportRecord() {
    const [download] = await Promise.all([
      page.waitForEvent('download', patient),
      book.record.getByRole('button', {name: book.say.file.export, exact: true}).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    return {text, record: JSON.parse(text) as RunRecord}
  }
}
