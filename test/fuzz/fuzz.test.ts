import {expect, test} from 'vitest'
import {scan} from '../../plugins/bilingual/index.ts'
import {breachOf} from '../../plugins/conformance/breach.ts'
import {fuzz} from '../../plugins/conformance/fuzz.ts'
import {growing} from '../../plugins/conformance/growth.ts'
import {damages} from '../../plugins/conformance/mutate.ts'
import {actionsFor, treeBreachOf} from '../../plugins/conformance/tree-breach.ts'
import {articlesToDamage} from './articles.ts'

const articles = articlesToDamage()

test('the same seed damages the same articles in the same way', () => {
  const run = (seed: number) =>
    Array.from(fuzz(articles, {seed, count: 50, level: 'text'}), each => each.text)
  expect(run(7)).toEqual(run(7))
  expect(run(7)).not.toEqual(run(8))
})

test('damaged articles keep every promise of the format', {timeout: 60_000}, () => {
  const kinds = new Set<string>()
  let broken = 0
  for (const each of fuzz(articles, {seed: 1, count: 6000, level: 'text'})) {
    for (const kind of each.kinds) kinds.add(kind)
    if (scan(each.text).findings.length > 0) broken += 1
    expect(each.fault).toBeNull()
  }
  expect([...kinds].sort()).toEqual(Object.keys(damages).sort())
  expect(broken).toBeGreaterThan(1000)
})

test('damaged articles keep every promise of steps, anchors and pages', {timeout: 60_000}, () => {
  for (const {fault} of fuzz(articles, {seed: 2, count: 150, level: 'trees'})) expect(fault).toBeNull()
})

test('articles as they are keep every promise', () => {
  for (const text of articles.slice(0, 20)) {
    expect(breachOf(text)).toBeNull()
    expect(treeBreachOf(text, actionsFor(text))).toBeNull()
  }
})

test.each(Object.entries(growing))('a long text of %s keeps every promise of the format', (_, textOf) => {
  expect(breachOf(textOf(40_000))).toBeNull()
})
