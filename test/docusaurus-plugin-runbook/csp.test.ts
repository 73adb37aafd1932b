import {expect, test} from 'vitest'
import {
  contentSecurityPolicy,
  headerValue,
  metaElement,
  requestedOrigins,
} from '../../plugins/docusaurus-plugin-runbook/csp.ts'
import {clouds, type CloudChoice} from '../../src/model/cloud.ts'
import type {SiteSignIn} from '../../src/model/sign-in.ts'

const own = {
  authority: 'https://login.sovereign.example',
  graph: 'https://graph.sovereign.example:8443',
  portal: 'https://portal.sovereign.example',
}
const inCloud = (cloud: CloudChoice): SiteSignIn => {
  return {clientId: '00000000-0000-4000-8000-000000000001', tenant: 'organizations', cloud}
}
const policyOf = (signIn: SiteSignIn | null) =>
  contentSecurityPolicy({scripts: ["'sha256-a'"], styles: ["'sha256-b'"], origins: requestedOrigins(signIn)})

test('is this, word for word, where nobody can sign in', () => {
  expect(headerValue(policyOf(null))).toBe(
    "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-b'; " +
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'none'; base-uri 'none'; " +
      "form-action 'none'; frame-ancestors 'none'",
  )
})

const requested: readonly (readonly [string, CloudChoice, string])[] = [
  ['global', 'global', 'https://login.microsoftonline.com https://graph.microsoft.com'],
  ['usgov-l4', 'usgov-l4', 'https://login.microsoftonline.us https://graph.microsoft.us'],
  ['usgov-l5', 'usgov-l5', 'https://login.microsoftonline.us https://dod-graph.microsoft.us'],
  ['china', 'china', 'https://login.partner.microsoftonline.cn https://microsoftgraph.chinacloudapi.cn'],
  ['one of its own', own, 'https://login.sovereign.example https://graph.sovereign.example:8443'],
]

test.each(requested)('lets requests out to the sign-in host and Graph alone: %s', (_, cloud, origins) => {
  const policy = policyOf(inCloud(cloud))
  expect(policy['connect-src']?.join(' ')).toBe(`'self' ${origins}`)
  expect({...policy, 'connect-src': ["'self'"]}).toEqual(policyOf(null))
})

test('every preset is in the table above', () => {
  expect(requested.map(([name]) => name)).toEqual([...Object.keys(clouds), 'one of its own'])
})

test('never allows inline code, evaluation, or a host by pattern', () => {
  const value = headerValue(policyOf(inCloud('global')))
  expect(value).not.toMatch(/unsafe-(inline|eval)|wasm|\*|https?:(?!\/\/)|strict-dynamic/)
})

test('allows no style attribute where the pages have none', () => {
  const policy = contentSecurityPolicy({scripts: [], styles: [], origins: []})
  expect(policy['style-src-attr']).toEqual(["'none'"])
})

test('as an element it is the same without what is ignored there', () => {
  const policy = {...policyOf(inCloud('china')), sandbox: ['allow-scripts'], 'report-uri': ['/report']}
  const content = /^<meta http-equiv="Content-Security-Policy" content="([^"]+)">$/.exec(
    metaElement(policy),
  )?.[1]
  expect(content?.split('; ')).toEqual(
    headerValue(policyOf(inCloud('china')))
      .split('; ')
      .filter(directive => !directive.startsWith('frame-ancestors')),
  )
})
