import {expect, test} from 'vitest'
import {msalOptions, signInConfig} from '../../src/auth/config.ts'

const site = {
  clientId: 'c1',
  tenant: 'organizations',
  redirectUri: 'https://runbooks.example/auth/redirect.html',
}

test('a site in the global cloud leaves everything to the metadata that MSAL has', () => {
  expect(signInConfig({...site, cloud: 'global'})).toEqual({
    clientId: 'c1',
    authority: 'https://login.microsoftonline.com/organizations',
    knownAuthorities: [],
    redirectUri: site.redirectUri,
    scopePrefix: '',
  })
})

test('another cloud has its own authority and full scopes', () => {
  expect(signInConfig({...site, tenant: 'contoso.example', cloud: 'usgov-l5'})).toMatchObject({
    authority: 'https://login.microsoftonline.us/contoso.example',
    knownAuthorities: [],
    scopePrefix: 'https://dod-graph.microsoft.us/',
  })
})

test('a cloud of its own is named to MSAL as a sign-in host, port included', () => {
  const cloud = {
    authority: 'https://login.sovereign.example:8443',
    graph: 'https://graph.sovereign.example',
    portal: 'https://portal.sovereign.example',
  }
  expect(signInConfig({...site, cloud})).toMatchObject({
    authority: 'https://login.sovereign.example:8443/organizations',
    knownAuthorities: ['login.sovereign.example:8443'],
    scopePrefix: 'https://graph.sovereign.example/',
  })
})

test('the options are those of the decision: session storage, CP1, a long window, no logger', () => {
  const {auth, cache, system} = msalOptions(signInConfig({...site, cloud: 'global'}))
  expect(auth.clientCapabilities).toEqual(['CP1'])
  expect([auth.redirectUri, auth.postLogoutRedirectUri]).toEqual([site.redirectUri, site.redirectUri])
  expect(cache).toEqual({cacheLocation: 'sessionStorage'})
  expect(system).toEqual({popupBridgeTimeout: 600_000})
})
