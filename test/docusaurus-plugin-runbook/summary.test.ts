import {describe, expect, test} from 'vitest'
import {summarise} from '../../plugins/docusaurus-plugin-runbook/summary.ts'
import type {BoundStep} from '../../src/model/action.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import {compile, readTenant, swap} from '../runbook/read-tenant.ts'

function pageOf(locale: string, changed: Parameters<typeof compile>[0] = {}): RunbookPage {
  const page = compile(changed).page(locale)
  if (page === null) throw new TypeError(`no page in ${locale}`)
  return page
}

/** The page with its first step as given. */
function withStep(page: RunbookPage, step: Partial<BoundStep>): RunbookPage {
  const [first, ...others] = page.model.steps
  if (first === undefined) throw new TypeError('no step')
  return {...page, model: {...page.model, steps: [{...first, ...step}, ...others]}}
}

describe('the texts of a runbook', () => {
  const locales = ['en-US', 'fr-FR']

  test('are those of the page’s locale', () => {
    expect(summarise(pageOf('en-US'), locales)).toMatchObject({
      runbook: 'read-tenant',
      slug: 'read-tenant',
      topic: 'Examples',
      title: 'Read the tenant',
      minutes: 5,
      languages: locales,
      fallbacks: [],
    })
    expect(summarise(pageOf('fr-FR'), locales)).toMatchObject({topic: 'Exemples', title: 'Lire le locataire'})
  })

  test('are English, marked, where the locale lacks one', () => {
    const json = swap(readTenant.json, '"message": "Exemples"', '"message": ""')
    const {topic, fallbacks} = summarise(pageOf('fr-FR', {json}), locales)
    expect({topic, fallbacks}).toEqual({topic: 'Examples', fallbacks: ['topic']})
  })

  test('name no licence where none is needed', () => {
    const page = pageOf('en-US')
    expect(summarise({...page, model: {...page.model, needs: {}}}, locales).licence).toBeNull()
  })
})

test('each step has its place and sign, in the order of the article', () => {
  expect(summarise(pageOf('en-US'), []).steps).toEqual([
    {place: 'on-premises', sign: 'tick'},
    {place: 'on-premises', sign: 'tick'},
    {place: 'on-premises', sign: 'tick'},
    {place: 'cloud', sign: 'read'},
    {place: 'cloud', sign: 'read'},
    {place: 'cloud', sign: 'portal'},
    {place: 'cloud', sign: 'read'},
  ])
})

const box = {label: 'steps.x.box.label', checked: '2026-11-22'}
test.each<[string, Partial<BoundStep>, string, string]>([
  ['a tick', {kind: 'tick'}, 'tick', 'none'],
  ['a read', {kind: 'read'}, 'read', 'none'],
  ['a portal step that reads', {kind: 'portal'}, 'read', 'none'],
  ['a portal step with a switch', {kind: 'portal', box}, 'portal', 'none'],
  ['a change', {kind: 'change'}, 'change', 'reversible'],
  [
    'a change that cannot be undone',
    {kind: 'change', irreversible: 'steps.x.irreversible'},
    'irreversible',
    'irreversible',
  ],
])('%s has its sign, and the runbook its effect', (_, step, sign, effect) => {
  const summary = summarise(withStep(pageOf('en-US'), step), [])
  expect({sign: summary.steps[0]?.sign, effect: summary.effect}).toEqual({sign, effect})
})

test('the worst of several changes is the effect of the runbook', () => {
  const page = pageOf('en-US')
  const [first, second, ...others] = page.model.steps.map((step): BoundStep => ({...step, kind: 'change'}))
  if (first === undefined || second === undefined) throw new TypeError('no steps')
  const steps = [first, {...second, irreversible: 'steps.x.irreversible'}, ...others]
  expect(summarise({...page, model: {...page.model, steps}}, []).effect).toBe('irreversible')
})
