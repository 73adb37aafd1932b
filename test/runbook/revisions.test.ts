// The flagship's action file against the other revisions of its article, where the corpus is there.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {compileFlagship} from './flagship.ts'
import {rulesOf} from './read-tenant.ts'

const folder = new URL(
  '../../../shared/corpus/revisions/enable-password-writeback-in-azure-ad-connect/',
  import.meta.url,
)
const revisions = existsSync(folder) ? readdirSync(folder).sort() : []
if (revisions.length === 0)
  console.warn('SKIPPED: the revisions of the flagship (../shared/corpus is absent)')

describe.skipIf(revisions.length === 0)('every revision of the article', () => {
  test.each(revisions.slice(1))('%s keeps the steps as they were reviewed', name => {
    const compiled = compileRevision(name)
    expect(rulesOf(compiled).filter(rule => rule !== 'article-changed')).toEqual([])
    expect(compiled.model?.steps).toHaveLength(13)
  })

  test('the first one worded two steps otherwise, which forbids the page and names both', () => {
    const compiled = compileRevision(revisions[0] ?? '')
    const lost = compiled.diagnostics
      .flatMap(file => file.messages)
      .filter(({ruleId}) => ruleId === 'anchor-lost')
    expect(lost.map(({reason}) => reason)).toEqual([
      expect.stringMatching(/nearest 96 % alike: `On the \*\*Connect to Azure AD/),
      expect.stringMatching(/nearest 95 % alike: `Search for and select/),
    ])
    expect(compiled.model).toBeNull()
  })
})

function compileRevision(name: string) {
  return compileFlagship({article: readFileSync(new URL(name, folder), 'utf8')})
}
