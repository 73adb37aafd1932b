import {expect, test} from 'vitest'
import {adminConsentUrl, consentAnswer} from '../../src/hooks/admin-consent.ts'

const ask = {
  site: {tenant: 'organizations', cloud: 'global'},
  clientId: '11111111-2222-4333-8444-555555555555',
  tenant: null,
  scopes: ['AuditLog.Read.All', 'Organization.Read.All'],
  back: 'https://runbooks.contoso.example/fr-FR/consent',
  state: 'identity/writeback',
} as const

test('the page of Microsoft names application, scopes and the way back', () => {
  const url = new URL(adminConsentUrl(ask))
  expect(url.origin + url.pathname).toBe('https://login.microsoftonline.com/organizations/v2.0/adminconsent')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: ask.clientId,
    scope: 'https://graph.microsoft.com/AuditLog.Read.All https://graph.microsoft.com/Organization.Read.All',
    redirect_uri: ask.back,
    state: 'identity/writeback',
  })
  expect(url.search).not.toContain('+')
})

test('it is the one of the cloud, in the tenant of the run', () => {
  const url = adminConsentUrl({...ask, site: {...ask.site, cloud: 'usgov-l5'}, tenant: 'a/../b'})
  expect(url).toMatch(/^https:\/\/login\.microsoftonline\.us\/a%2F\.\.%2Fb\/v2\.0\/adminconsent\?/)
  expect(new URL(url).searchParams.get('scope')).toMatch(/^https:\/\/dod-graph\.microsoft\.us\//)
})

test.each([
  ['?admin_consent=True&tenant=t1&scope=s&state=x', 'granted'],
  ['?admin_consent=true', 'granted'],
  ['?error=access_denied&error_description=AADSTS65004', 'refused'],
  ['?admin_consent=True&error=permission_denied', 'refused'],
  ['?admin_consent=False', 'unknown'],
  ['?tenant=t1', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (query, is) => expect(consentAnswer(query)).toBe(is))
