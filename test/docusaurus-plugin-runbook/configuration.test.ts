import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {checkConfiguration, loadConfiguration} from '../../plugins/docusaurus-plugin-runbook/configuration.ts'
import {copySite, type SiteCopy} from '../cli/site.ts'

const file = 'docs/passerelle.yaml'
let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

test('is read from its file', () => {
  expect(loadConfiguration(site.path).url).toMatch(/^https:/)
  expect(checkConfiguration(site.path).flatMap(({messages}) => messages)).toEqual([])
})

test.each([
  ['malformed', () => site.edit(file, /url: .*/, 'url: http://x\ncolour: red'), [':3:6', ':4:1']],
  ['empty', () => site.add(file, ''), [':1:1']],
  ['not there', () => rmSync(join(site.path, file)), [':1:1']],
])('ends the build where it is %s, with every fault at its place', (_, change, places) => {
  change()
  for (const place of places) expect(() => loadConfiguration(site.path)).toThrow(`${file}${place}  error`)
  expect(checkConfiguration(site.path).map(({path}) => path)).toEqual([file])
})

describe('the environment', () => {
  const clientId = '00000000-0000-4000-8000-000000000001'
  const whole = {
    PASSERELLE_CLIENT_ID: clientId,
    PASSERELLE_TENANT: 'organizations',
    PASSERELLE_CLOUD: 'china',
  }

  test('stands over the file; a sign-in is taken whole', () => {
    const signIn = {clientId, tenant: 'organizations', cloud: 'china'}
    expect(loadConfiguration(site.path, whole)).toEqual({...loadConfiguration(site.path, {}), signIn})
    site.edit(file, 'signIn: null', `signIn: {clientId: ${clientId}, tenant: organizations, cloud: global}`)
    expect(loadConfiguration(site.path, {PASSERELLE_URL: 'https://other.example'})).toEqual({
      url: 'https://other.example',
      signIn: {clientId, tenant: 'organizations', cloud: 'global'},
    })
    expect(() => loadConfiguration(site.path, {PASSERELLE_CLIENT_ID: clientId})).toThrow('environment:2:3')
  })

  test('says nothing where its variables are empty', () => {
    const files = checkConfiguration(site.path, {PASSERELLE_TENANT: '', PATH: '/bin'})
    expect(files.map(({path}) => path)).toEqual([file])
  })

  test('has its own faults, each at its line, beside those of the file', () => {
    site.edit(file, 'signIn: null', 'signIn: null\ncolour: red')
    const wrong = {
      ...whole,
      PASSERELLE_URL: 'http://x',
      PASSERELLE_TENANT: 'no one',
      PASSERELLE_CLOUD: 'moon',
    }
    for (const place of [`${file}:8:1`, 'environment:1:6', 'environment:4:11', 'environment:5:10'])
      expect(() => loadConfiguration(site.path, wrong)).toThrow(`${place}  error`)
  })
})
