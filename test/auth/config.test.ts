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

test('a custom cloud is named to MSAL, with its port', () => {
  const hosts = {
    authority: 'https://login.example:8443',
    graph: 'https://graph.example',
    portal: 'https://p.example',
  }
  expect(signInConfig({...site, cloud: hosts}).knownAuthorities).toEqual(['login.example:8443'])
})

test('the options are those of the decision: session storage, CP1, a long window, no logger', () => {
  const {auth, cache, system} = msalOptions(signInConfig({...site, cloud: 'global'}))
  expect(auth.clientCapabilities).toEqual(['CP1'])
  expect([auth.redirectUri, auth.postLogoutRedirectUri]).toEqual([site.redirectUri, site.redirectUri])
  expect(cache).toEqual({cacheLocation: 'sessionStorage'})
  expect(system).toEqual({popupBridgeTimeout: 600_000})
})

test('the strict setting keeps tokens in memory', () => {
  const config = {...signInConfig({...site, cloud: 'global'}), memoryOnly: true}
  expect(msalOptions(config).cache).toEqual({cacheLocation: 'memoryStorage'})
})
