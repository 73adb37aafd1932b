import {describe, expect, test} from 'vitest'
import {describePlanCount} from '../../../src/components/runbook/runtime/describePlan.ts'
import {describeAnnouncement} from '../../../src/components/runbook/runtime/speech.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import type {PlanCount} from '../../../src/engine/index.ts'
import {model} from '../../engine/contoso.ts'

const catalogue = {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}}
const view = createPageView({model, catalogue, title: 'Any', sentences: {}})
const english = {...view, say: enUS, later: laterEnUS}
const french = {...view, locale: 'fr-FR', say: frFR, later: laterFrFR}

const count = (kind: PlanCount['kind'], number: number, because: PlanCount['because'] = null): PlanCount => ({
  kind,
  because,
  steps: Array.from({length: number}, (_, index) => String(index)),
})

test.each<{counted: PlanCount; en: string; fr: string}>([
  {counted: count('change', 1), en: '1 to change', fr: '1 à modifier'},
  {counted: count('already', 3), en: '3 already so', fr: '3 déjà configurées'},
  {counted: count('hand', 2), en: '2 by hand', fr: '2 manuelles'},
  {counted: count('blocked', 1, 'role'), en: '1 blocked (role)', fr: '1 bloquée (rôle)'},
  {counted: count('blocked', 2, 'consent'), en: '2 blocked (consent)', fr: '2 bloquées (autorisation)'},
  {
    counted: count('blocked', 1, 'condition'),
    en: '1 blocked (condition not met)',
    fr: '1 bloquée (condition non remplie)',
  },
  {counted: count('blocked', 1, 'other'), en: '1 blocked', fr: '1 bloquée'},
  {counted: count('input', 1), en: '1 needs a value', fr: '1 attend une valeur'},
  {counted: count('input', 2), en: '2 need a value', fr: '2 attendent une valeur'},
  {counted: count('verified', 2), en: '2 read', fr: '2 lues'},
  {counted: count('not-met', 2), en: '2 not as required', fr: '2 non conformes'},
  {counted: count('unread', 1), en: '1 not read', fr: '1 non lue'},
])('$en', ({counted, en, fr}) => {
  expect([describePlanCount(counted, english), describePlanCount(counted, french)]).toEqual([en, fr])
})

describe('what is said of a plan', () => {
  const counts = [count('change', 1), count('hand', 2), count('blocked', 1, 'role')]

  test('is how many steps are read, and then one summary', () => {
    const running = {id: 'plan-running', count: 4, assertive: false} as const
    expect(describeAnnouncement(running, english)).toBe('Reading 4 steps.')
    expect(describeAnnouncement({...running, count: 1}, french)).toBe('Lecture de 1 étape.')
    const done = {id: 'plan-done', counts, scopes: [], assertive: false} as const
    expect(describeAnnouncement(done, english)).toBe(
      'Check finished: 1 to change, 2 by hand, 1 blocked (role).',
    )
    expect(describeAnnouncement(done, french)).toBe(
      'Vérification terminée\u00a0: 1 à modifier, 2 manuelles, 1 bloquée (rôle).',
    )
  })

  test('names together what the rest needs', () => {
    const one = {
      id: 'plan-done',
      counts: [count('unread', 3)],
      scopes: ['User.Read'],
      assertive: false,
    } as const
    expect(describeAnnouncement(one, english)).toBe(
      'Check finished as far as it may: 3 not read. The rest needs User.Read: press again to be asked for it.',
    )
    const two = {...one, scopes: ['User.Read', 'Domain.Read.All']}
    expect(describeAnnouncement(two, english)).toContain(
      'The rest needs User.Read and Domain.Read.All: press again to be asked for them together.',
    )
    expect(describeAnnouncement(two, french)).toContain('User.Read et Domain.Read.All')
  })
})
