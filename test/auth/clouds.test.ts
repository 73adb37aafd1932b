import {describe, expect, test} from 'vitest'
import {cloudOf, clouds} from '../../src/auth/clouds.ts'

test.each(Object.entries(clouds))('%s has three https origins', (_, cloud) => {
  for (const host of [cloud.authority, cloud.graph, cloud.portal]) expect(new URL(host).origin).toBe(host)
})

test.each(['usgov-l4', 'usgov-l5', 'china'] as const)('%s asks for scopes by their full URI', name => {
  expect(cloudOf(name).scopePrefix).toBe(`${clouds[name].graph}/`)
})

test('a custom cloud is its three hosts', () => {
  const hosts = {
    authority: 'https://login.sovcloud-identity.fr',
    graph: 'https://graph.example',
    portal: 'https://portal.example/',
  }
  expect(cloudOf(hosts)).toEqual({
    ...hosts,
    portal: 'https://portal.example',
    scopePrefix: 'https://graph.example/',
  })
})

describe('a custom cloud is refused', () => {
  test.each([
    ['over http', 'http://graph.example'],
    ['with a path', 'https://graph.example/v1.0'],
    ['with a name and password', 'https://someone@graph.example'],
    ['that is no address', 'graph.example'],
  ])('%s', (_, graph) => {
    expect(() => cloudOf({...clouds.global, graph})).toThrow(TypeError)
  })
})
