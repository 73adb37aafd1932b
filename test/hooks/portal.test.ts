import {expect, test} from 'vitest'
import {portalAddress} from '../../src/hooks/portal.ts'

const portal = 'https://entra.microsoft.com'

test.each([
  ['no tenant', null, `${portal}/#view/Blade`],
  [
    'a tenant',
    '4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90',
    `${portal}/4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90#view/Blade`,
  ],
  ['what is no tenant', '../x?y#view/Other', `${portal}/..%2Fx%3Fy%23view%2FOther#view/Blade`],
])('%s', (_, tenant, expected) => {
  expect(portalAddress(portal, tenant, '#view/Blade')).toBe(expected)
})
