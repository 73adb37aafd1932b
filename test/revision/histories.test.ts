// Every revision of the articles of the corpus carried to the next and back, where the corpus is there.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {formatCounts, readRevision, transit} from '../../plugins/revision/index.ts'

const root = new URL('../../../shared/corpus/revisions/', import.meta.url)
const articles = existsSync(root) ? readdirSync(root).sort() : []
if (articles.length === 0) console.warn('SKIPPED: the revision histories (../shared/corpus is absent)')

const transitions = articles.flatMap(article => {
  const folder = new URL(`${article}/`, root)
  const revisions = readdirSync(folder)
    .sort()
    .map(name => readRevision(readFileSync(new URL(name, folder), 'utf8')))
  return revisions.slice(1).map((now, index) => ({article, old: revisions[index] ?? [], now}))
})

describe.skipIf(articles.length === 0)('the histories', () => {
  test('are carried backwards as they are forwards', () => {
    for (const {article, old, now} of transitions)
      expect.soft(transit(old, now).inconsistent, article).toEqual([])
  })

  test('keep every step where nothing changed', () => {
    for (const {article, now} of transitions)
      expect
        .soft(
          transit(now, now).forwards.filter(each => each.state !== 'kept'),
          article,
        )
        .toEqual([])
  })

  test('come to the counts that a person has read', () => {
    const all = transitions.map(({old, now}) => transit(old, now))
    expect(transitions).toHaveLength(228)
    expect(formatCounts(all.flatMap(each => each.forwards))).toMatchInlineSnapshot(
      `"1016 kept, 2 moved, 30 reworded, 45 lost"`,
    )
  })
})
