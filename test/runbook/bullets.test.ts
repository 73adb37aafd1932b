import {describe, expect, test} from 'vitest'
import {readBullets} from '../../plugins/runbook/index.ts'
import {compile, readTenant, rulesOf, swap} from './read-tenant.ts'

// The second procedure of the article as bullets.
const cloud = readTenant.markdown.indexOf('data-ttu-id="1c2b3-108"')
const start = readTenant.markdown.lastIndexOf('\n', cloud)
const markdown =
  readTenant.markdown.slice(0, start) + readTenant.markdown.slice(start).replace(/^\d\. /gm, '- ')

describe('a bulleted list', () => {
  test('is a procedure where the action file names the sentence before it, in both languages', () => {
    const compiled = compile({markdown})
    expect(rulesOf(compiled)).toEqual(['article-changed'])
    expect(compiled.model?.steps.map(step => step.number)).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
    ])
    expect(compiled.page('fr-FR')?.sentences['settings']).toBe('Ouvrez Réglages.')
    expect(readBullets(markdown, readTenant.yaml)).toEqual([1])
  })

  test('is prose where nothing names it, so that what is bound to its steps is lost', () => {
    const yaml = swap(readTenant.yaml, 'after: "In the portal, do this:"', 'after: "In the portal:"')
    expect(new Set(rulesOf(compile({markdown, yaml})))).toEqual(
      new Set(['article-changed', 'procedure-lost', 'anchor-lost']),
    )
    expect(readBullets(markdown, yaml)).toEqual([])
  })

  test('with a point more in one language is no procedure of both', () => {
    const more = markdown.replace('Ouvrez **Réglages**.', 'Ouvrez\n- **Réglages**.')
    expect(rulesOf(compile({markdown: more}))).toContain('parity-broken')
  })
})

test('an action file that cannot be read names no list', () => {
  expect(readBullets(markdown, 'procedures: [')).toEqual([])
})
