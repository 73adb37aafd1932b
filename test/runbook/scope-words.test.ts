import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {scopeWordsOf, signInScopes} from '../../plugins/runbook/index.ts'
import {faults} from '../components/typography.ts'
import {compileFlagship} from './flagship.ts'

const used = [...new Set(compileFlagship().model?.scopes.map(use => use.scope))]
const known = [
  ...used,
  'OnPremDirectorySynchronization.Read.All',
  'OnPremDirectorySynchronization.ReadWrite.All',
  'Policy.Read.All',
  'Directory.Read.All',
]

test.each([...known, ...signInScopes])('%s has words in both languages and a source', scope => {
  const words = scopeWordsOf(scope)
  expect(words?.says['en-US']).toMatch(/^[A-Z].+\.$/)
  expect(words?.says['fr-FR']).toMatch(/^[A-Z].+\.$/)
  expect(words?.source).toMatch(/^https:\/\/learn\.microsoft\.com\/en-us\//)
  for (const [name, fault] of faults) expect(words?.says['fr-FR'], name).not.toMatch(fault)
})

test.each(['Tasks.Read', 'toString', ''])('%s has none', scope => {
  expect(scopeWordsOf(scope)).toBeNull()
})

// An outside oracle: the permission table of Microsoft Graph, where it is there.
const table = new URL('../../../shared/graph-metadata/permissions.json', import.meta.url)
const isThere = existsSync(table)
if (!isThere)
  console.warn('SKIPPED: administrator’s consent of the scopes (../shared/graph-metadata is absent)')

describe.skipIf(!isThere)('in Graph’s permission table', () => {
  interface Permissions {
    readonly permissions: Readonly<
      Record<string, {readonly schemes: {readonly DelegatedWork?: {readonly requiresAdminConsent: boolean}}}>
    >
  }
  const read = () => (JSON.parse(readFileSync(table, 'utf8')) as Permissions).permissions

  test('each scope needs an administrator as its words say', () => {
    const permissions = read()
    const differing = known.filter(
      scope =>
        permissions[scope]?.schemes.DelegatedWork?.requiresAdminConsent !== scopeWordsOf(scope)?.adminConsent,
    )
    expect(differing).toEqual([])
  })
})
