// Permissions that an administrator must grant: the request to copy, Microsoft's page for it, the page they come back to;
// and what Graph and the connection may do to a read besides.
import {describe, expect, test} from 'vitest'
import consentEnUS from '../../src/components/words/consent.en-US.ts'
import consentFrFR from '../../src/components/words/consent.fr-FR.ts'
import {visit} from './browser.ts'
import {addresses, patient, presses, tongues} from './runbook-page.ts'
import {verified} from './runs.ts'
import {answer, expectProblem, opened, readPrerequisites, signIn, visitTenant} from './tenant/visit.ts'
import registration from './tenant/registration.json' with {type: 'json'}

const batch = {on: 'graph', path: '/v1.0/$batch', times: 1} as const
const bases = {'en-US': '/', 'fr-FR': '/fr-FR/'} as const
const titles = {
  'en-US': 'Enable password writeback in Azure AD Connect',
  'fr-FR': "Activer l'écriture différée de mot de passe dans Azure AD Connect",
} as const

describe.each(tongues)('%s', tongue => {
  const words = tongue === 'fr-FR' ? consentFrFR : consentEnUS

  test('what an administrator must grant can be sent to them, and leads to Microsoft’s page for this tenant', async () => {
    const seen = await visitTenant(tongue, {
      situation: 'consent-declined',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const {page, origin, book} = seen
    await signIn(seen, 'Continue as Amira Haddad')
    await book.expectChip('2.1', verified[tongue].account)
    await book.press('2.5', presses[tongue].search)
    const window = await opened(seen, book.run('2.5', book.say.card.grant))
    await answer(window, 'Back without consent as Amira Haddad')
    const card = book.card('2.5')
    const link = card.getByRole('link', {name: book.say.ask.grant, exact: true})
    await link.waitFor(patient)
    const back = `${origin}${bases[tongue]}consent`
    const address = new URL((await link.getAttribute('href')) ?? '')
    expect(address.origin + address.pathname).toBe(
      `https://login.microsoftonline.com/${registration.tenant === 'organizations' ? '0c0ffee0-0000-4000-8000-0000c0c0a0a0' : registration.tenant}/v2.0/adminconsent`,
    )
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: registration.clientId,
      scope: 'https://graph.microsoft.com/AuditLog.Read.All',
      redirect_uri: back,
      state: 'enable-password-writeback-in-azure-ad-connect',
    })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')

    await card.getByRole('button', {name: book.say.known.copyRequest, exact: true}).click()
    const request = await page.evaluate(() => navigator.clipboard.readText())
    for (const part of ['AuditLog.Read.All', registration.clientId, origin + addresses[tongue], address.href])
      expect(request).toContain(part)
  })

  test('the page that an administrator comes back to says what was answered, and that it is not checked', async () => {
    const {page, close} = await visit(`${bases[tongue]}consent`)
    const come = async (query: string) => {
      await page.goto(`${bases[tongue]}consent${query}`)
      await page.getByRole('heading', {level: 1, name: words.title}).waitFor()
      return page.getByRole('status')
    }
    const state = 'state=enable-password-writeback-in-azure-ad-connect'
    await (await come(`?admin_consent=True&tenant=contoso&${state}`)).getByText(words.granted).waitFor()
    const leads = page.getByRole('link', {name: words.back.replace('{runbook}', titles[tongue])})
    expect(await leads.getAttribute('href')).toBe(addresses[tongue])
    const refused = await come(`?error=access_denied&error_description=%3Cb%3Eno%3C%2Fb%3E&${state}`)
    await refused.getByText(words.refused).waitFor()
    await refused.getByText(words.code.replace('{code}', 'access_denied')).waitFor()
    expect(await refused.innerText()).not.toContain('<b>')
    await (await come('')).getByText(words.unknown).waitFor()
    expect(await page.getByRole('link', {name: words.home}).getAttribute('href')).toBe(bases[tongue])
    await close()
  })

  test('what Graph or the connection does to a read is said, and the same press goes on', async () => {
    const seen = await visitTenant(tongue)
    const {book, contoso} = seen
    await readPrerequisites(seen)
    for (const [make, problem] of [
      [{kind: 'failed', status: 500}, 'server-failed'],
      [{kind: 'failed', status: 503}, 'server-failed'],
      [{kind: 'failed', status: 504}, 'server-failed'],
      [{kind: 'denied', code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'}, 'licence-missing'],
      [{kind: 'denied', code: 'Authorization_RequestDenied'}, 'role-missing'],
      [{kind: 'offline'}, 'offline'],
    ] as const) {
      await contoso.strike({...batch, times: 9, make})
      await book.press('2.2', book.say.card.again)
      await expectProblem(book, '2.2', book.say.problem[problem])
      await contoso.change(state => ({...state, faults: []}))
      await book.press('2.2', book.say.card.again)
      await book.expectChip('2.2', verified[tongue].prerequisites)
    }
    // Chromium's own word for an answer that was cut off.
    await seen.close(/^Failed to load resource: net::ERR_EMPTY_RESPONSE https:\/\/graph\./)
  })
})
