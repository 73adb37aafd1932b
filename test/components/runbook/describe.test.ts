import {expect, test} from 'vitest'
import {describeChip} from '../../../src/components/runbook/runtime/describe.ts'
import {
  describeDeclared,
  describeOutput,
  describeProblem,
} from '../../../src/components/runbook/runtime/describeKnown.ts'
import type {CardChip} from '../../../src/engine/index.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import {model, stepNamed} from '../../engine/contoso.ts'
import {markedDone, stepNumbered} from './cards.ts'

const texts: Readonly<Record<string, string>> = {
  verified: 'Prerequisites verified by Graph ({met} of {total})',
}
const page = {
  ...{model, catalogue: {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}}},
  ...{title: 'Enable password writeback', sentences: {}},
}
const english = {
  ...createPageView(page),
  say: enUS,
  later: laterEnUS,
  locale: 'en-US',
  text: (key: string, values: Readonly<Record<string, string | number>> = {}) => ({
    text: (texts[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
    lang: undefined,
  }),
}
const french = {...english, say: frFR, later: laterFrFR, locale: 'fr-FR'}
const step = stepNumbered('1.2')

test('a chip of a read says what was verified, with its count', () => {
  const chip = {
    id: 'read-verified',
    text: 'verified',
    met: 3,
    total: 3,
    readAt: '2026-11-22T09:43:00Z',
  } as const
  expect(describeChip(chip, english)).toBe('Prerequisites verified by Graph (3 of 3)')
})

test.each([
  ['a name', 'Amira Haddad', 'Marked done by Amira Haddad', 'Déclaré fait par Amira Haddad'],
  ['no name', null, 'Marked done, this browser', 'Déclaré fait depuis ce navigateur'],
])('a chip of a declaration says who: %s', (_, by, en, fr) => {
  expect(describeChip(markedDone(step, by), english)).toBe(en)
  expect(describeChip(markedDone(step, by), french)).toBe(fr)
})

test.each([
  ['role' as const, 'Could not check (role)', 'Impossible à vérifier (rôle)'],
  ['other' as const, 'Could not check', 'Impossible à vérifier'],
])('what could not be checked says why, where that is known: %s', (because, en, fr) => {
  const chip: CardChip = {id: 'could-not-check', because, cause: null}
  expect(describeChip(chip, english)).toBe(en)
  expect(describeChip(chip, french)).toBe(fr)
})

test('an output that falls short of nothing the action names still has a sentence', () => {
  const verify = stepNamed('finish').verify
  const inconclusive = {verdict: 'inconclusive', short: null} as const
  expect(describeOutput(verify, {...inconclusive, short: 'no-event'}, english)).toBe('finish.noEvent')
  for (const short of [null, 'of-another-revision']) {
    expect(describeOutput(verify, {...inconclusive, short}, english)).toBe(
      'Output read. It neither confirms nor contradicts.',
    )
  }
  expect(describeOutput(verify, inconclusive, french)).toBe(
    'Sortie lue. Elle ne confirme rien et ne contredit rien.',
  )
})

test('scope and role are two sentences', () => {
  const problem = {status: 403, errorCode: null, requestId: null, scopes: ['AuditLog.Read.All']}
  expect(describeProblem({...problem, code: 'consent-required'}, french)).toBe(
    'Rien n’a été modifié. L’application n’a pas l’autorisation AuditLog.Read.All.',
  )
  expect(describeProblem({...problem, code: 'role-missing'}, french)).not.toContain('autorisation')
})

test('a declaration names who entered it where that is somebody else', () => {
  expect(describeDeclared({by: 'Karim B.', enteredBy: 'Amira Haddad', source: 'typed'}, english)).toBe(
    'Marked done by Karim B. Nothing has verified it. (done by Karim B., entered by Amira Haddad)',
  )
})
