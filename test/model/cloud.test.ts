import {expect, test} from 'vitest'
import {clouds, isPreset, scopePrefixOf} from '../../src/model/cloud.ts'
import schema from '../../static/schema/configuration.schema.json'

test('a configuration may name every cloud, and no other', () => {
  const offered = schema.properties.signIn.properties.cloud.else.enum
  expect(offered).toEqual(Object.keys(clouds))
})

test.each(Object.entries(clouds))('%s has three https origins', (_, {authority, graph, portal}) => {
  for (const host of [authority, graph, portal]) expect(host).toMatch(/^https:\/\/[a-z.-]+$/)
})

test.each(['usgov-l4', 'usgov-l5', 'china'] as const)('%s asks for scopes by their full URI', name => {
  expect(scopePrefixOf(clouds[name])).toBe(`${clouds[name].graph}/`)
})

test('only the hosts of a preset are known to be sign-in hosts', () => {
  expect(Object.values(clouds).every(isPreset)).toBe(true)
  expect(isPreset({...clouds.global, authority: 'https://login.sovereign.example'})).toBe(false)
})
