import {expect, test} from 'vitest'
import {cloudOf, clouds} from '../../src/auth/clouds.ts'
import schema from '../../static/schema/configuration.schema.json'

test('a configuration may name every cloud, and no other', () => {
  const offered = schema.properties.signIn.properties.cloud.enum
  expect(offered).toEqual(Object.keys(clouds))
})

test.each(Object.entries(clouds))('%s has three https origins', (_, {authority, graph, portal}) => {
  for (const host of [authority, graph, portal]) expect(host).toMatch(/^https:\/\/[a-z.-]+$/)
})

test.each(['usgov-l4', 'usgov-l5', 'china'] as const)('%s asks for scopes by their full URI', name => {
  expect(cloudOf(name).scopePrefix).toBe(`${clouds[name].graph}/`)
})
