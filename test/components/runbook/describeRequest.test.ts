// What is said of a request about a user: whom it is of, what was lacking, how far Graph is with it, and never its password.
import {describe, expect, test} from 'vitest'
import {describeChip} from '../../../src/components/runbook/runtime/describe.ts'
import {
  describeSent,
  describeValues,
  ofObject,
} from '../../../src/components/runbook/runtime/describeChange.ts'
import {describeEvent} from '../../../src/components/runbook/runtime/describeEvent.ts'
import {offersOf} from '../../../src/components/runbook/runtime/offers.ts'
import {describeAnnouncement} from '../../../src/components/runbook/runtime/speech.ts'
import {ticketText} from '../../../src/components/runbook/runtime/ticket.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import type {Announcement, CardChip} from '../../../src/engine/index.ts'
import {emptyRun, replay} from '../../../src/engine/run.ts'
import {memoryStore} from '../../../src/engine/store.ts'
import type {RunEventBody} from '../../../src/model/run.ts'
import {amira, log} from '../../engine/contoso.ts'
import {assign, ines, licencePage, licensing, remove, reset} from '../../engine/licence-page.ts'

const texts = {
  user: 'User',
  sku: 'Licence',
  country: 'Usage location',
  'licence.label': 'Licence',
  'reset.not-synced': 'The user does not come from the local directory.',
  'reset.self': 'This is the account that is signed in.',
}
const page = {
  model: licencePage,
  catalogue: {locale: 'en-US', texts, fallbacks: {}, labels: {}},
  title: 'Assign or remove a licence',
  sentences: {},
}
const english = {...createPageView(page), say: enUS, later: laterEnUS, run: {state: emptyRun}}
const french = {...english, locale: 'fr-FR', say: frFR, later: laterFrFR}
const object = {id: ines.id, name: ines.upn}
const stamp = {seq: 1, at: '2026-11-22T09:43:00.000Z', utcOffset: 60, attribution: amira}
const nobody = {by: null, enteredBy: null, source: 'browser'} as const

describe('values', () => {
  test('a condition is told where it does not hold, and where nobody knows', () => {
    expect(describeValues(reset, {synced: true, 'not-self': true}, english)).toBe('')
    expect(describeValues(reset, {synced: false, 'not-self': true}, english)).toBe(
      'The user does not come from the local directory',
    )
    expect(describeValues(reset, {synced: true, 'not-self': null}, english)).toBe(
      'Nothing is sent, because this could not be ruled out: This is the account that is signed in',
    )
  })

  test('what only the undo sends is not told', () => {
    expect(describeValues(remove, {licence: true, plans: [ines.plan]}, english)).toBe('Licence: yes')
    const sent = {before: {licence: false}, wanted: {licence: true, plans: [ines.plan]}}
    expect(describeSent(remove, sent, english)).toBe('Licence: no, then yes')
  })

  test.each([
    ['values and a name', 'Licence: yes', object, `Licence: yes (${ines.upn})`],
    ['a name alone', '', object, ines.upn],
    ['no name', 'Licence: yes', {...object, name: null}, 'Licence: yes'],
    ['an id alone', '', {...object, name: null}, ines.id],
    ['nothing', '', {id: null, name: null}, ''],
  ])('of whom they are: %s', (_, values, of, told) => {
    expect(ofObject(values, of, english)).toBe(told)
  })
})

describe('the record', () => {
  test.each<readonly [string, RunEventBody, string, string]>([
    [
      'a user',
      {type: 'input-set', input: 'user', value: ines.upn, shown: ines.upn},
      `User: ${ines.upn}`,
      `User\u00A0: ${ines.upn}`,
    ],
    [
      'a country, in the language of the page',
      {type: 'input-set', input: 'country', value: 'DE', shown: 'DE'},
      'Usage location: Germany (DE)',
      'Usage location\u00A0: Allemagne (DE)',
    ],
    [
      'an input that the page does not have',
      {type: 'input-set', input: 'group', value: 'x', shown: 'Sales'},
      'group: Sales',
      'group\u00A0: Sales',
    ],
    [
      'a request without a property',
      {
        ...{type: 'change-sent', step: 'reset', undo: false, object, before: {}, wanted: {}},
        clientRequestId: 'c',
      },
      `2.9 change sent once: ${ines.upn}`,
      `2.9 modification envoyée une seule fois\u00A0: ${ines.upn}`,
    ],
    [
      'how far Graph is',
      {
        type: 'operation-read',
        step: 'reset',
        clientRequestId: 'c',
        status: 'running',
        readAt: stamp.at,
        requestId: null,
      },
      '2.9 state of the operation: running',
      '2.9 état de l’opération\u00A0: en cours',
    ],
    [
      'skipped by somebody',
      {type: 'step-skipped', step: 'reset', reason: 'No pilot today.', attribution: amira},
      '2.9 skipped by Amira Haddad: No pilot today.',
      '2.9 ignorée par Amira Haddad\u00A0: No pilot today.',
    ],
    [
      'skipped without a name',
      {type: 'step-skipped', step: 'reset', reason: 'No pilot today.', attribution: nobody},
      '2.9 skipped, this browser: No pilot today.',
      '2.9 ignorée depuis ce navigateur\u00A0: No pilot today.',
    ],
    [
      'no longer skipped',
      {type: 'step-unskipped', step: 'reset', attribution: amira},
      '2.9 no longer skipped',
      '2.9 n’est plus ignorée',
    ],
  ])('says of %s what it says, in both languages', (_, body, inEnglish, inFrench) => {
    const [event] = log([body])
    expect(event && describeEvent(event, english)).toBe(inEnglish)
    expect(event && describeEvent(event, french)).toBe(inFrench)
  })
})

describe('a chip', () => {
  const done = {id: 'change-done', readAt: '2020-03-12T09:00:00.000Z'}
  test.each<readonly [string, unknown, string | RegExp, string | RegExp]>([
    [
      'a value that nobody gave',
      {id: 'blocked', by: {kind: 'input', input: 'user'}},
      'Blocked: User not given yet',
      'Bloquée\u00A0: User, pas encore indiqué',
    ],
    [
      'a step before it',
      {id: 'blocked', by: {kind: 'step', step: 'reset'}},
      'Blocked by step 2.9',
      'Bloquée par l’étape 2.9',
    ],
    [
      'a condition',
      {id: 'blocked', by: {kind: 'condition', says: 'reset.self'}},
      'Blocked: a condition is not met',
      'Bloquée\u00A0: une condition n’est pas remplie',
    ],
    [
      'a reason, its first line, not too long',
      {id: 'skipped', reason: `${'Not today '.repeat(9)}\nsecond line`, stamp},
      /^Skipped: “(Not today )+.*…”$/,
      /^Ignorée\u00A0: «\u00A0(Not today )+.*…\u00A0»$/,
    ],
    [
      'another article',
      {id: 'out-of-date', because: 'article', at: stamp.at},
      'Out of date: the article changed',
      'Périmée\u00A0: l’article a changé',
    ],
    [
      'another build',
      {id: 'out-of-date', because: 'build', at: stamp.at},
      'Out of date: the site changed',
      'Périmée\u00A0: le site a changé',
    ],
    [
      'an operation: Graph’s word, not ours',
      {...done, sent: {progress: {status: 'succeeded'}}},
      /^Graph: operation succeeded 12 Mar 2020 at \d\d:\d\d$/,
      /^Graph\u00A0: opération réussie le 12 mars 2020 à \d\d:\d\d$/,
    ],
  ])('says %s, in both languages', (_, chip, inEnglish, inFrench) => {
    expect(describeChip(chip as CardChip, english)).toMatch(exactly(inEnglish))
    expect(describeChip(chip as CardChip, french)).toMatch(exactly(inFrench))
  })
})

test.each<readonly [Announcement, string, string]>([
  [
    {id: 'input-set', input: 'country', shown: 'FR', assertive: false},
    'Usage location: France (FR).',
    'Usage location\u00A0: France (FR).',
  ],
  [
    {id: 'input-missing', step: 'assign', inputs: ['user', 'sku'], assertive: false},
    'Not given yet: User and Licence.',
    'Pas encore indiqué\u00A0: User et Licence.',
  ],
  [
    {id: 'skipped', step: 'assign', later: [], assertive: false},
    'Skipped. Neither done nor verified.',
    'Étape ignorée. Ni faite, ni vérifiée.',
  ],
  [
    {id: 'skipped', step: 'assign', later: ['reset'], assertive: false},
    'Skipped. Step 2.9 now says why it may fail.',
    'Ignorée. L’étape 2.9 dit maintenant pourquoi elle peut échouer.',
  ],
  [
    {id: 'change-lacking', step: 'reset', says: 'reset.self', assertive: false},
    'Nothing can be sent. This is the account that is signed in.',
    'Rien ne peut être envoyé. This is the account that is signed in.',
  ],
])('%o is said in both languages', (announcement, inEnglish, inFrench) => {
  expect(describeAnnouncement(announcement, english)).toBe(inEnglish)
  expect(describeAnnouncement(announcement, french)).toBe(inFrench)
})

describe('what there is to choose from', () => {
  const from = {step: 'skus', press: 'run', read: 'units'}
  const input = {id: 'sku', kind: 'option', label: 'sku', from} as const
  const result = (value: readonly string[], found: readonly string[]) => {
    return {read: 'units', outcome: 'read', value, found, requestId: null} as const
  }
  const state = (...results: readonly ReturnType<typeof result>[]) =>
    replay(
      log([
        {
          ...{type: 'press-done', step: 'skus', press: 'run', results},
          ...{readAt: stamp.at, scopes: [], extraScopes: []},
        } as unknown as RunEventBody,
      ]),
    )

  test('nothing before it was read', () => {
    expect(offersOf(input, emptyRun)).toBeNull()
    expect(offersOf(input, state())).toBeNull()
  })

  test('the ids with their names, and only what is an id', () => {
    expect(offersOf(input, state(result([ines.sku, 'SPE_E3', ines.plan], ['E3', 'x'])))).toEqual([
      {value: ines.sku, name: 'E3'},
      {value: ines.plan, name: ines.plan},
    ])
  })
})

test('a ticket tells what the run is about, of whom a request was, and how it ended, without the password', async () => {
  const {run, tenant} = await licensing({store: {...memoryStore(), durable: true}})
  await run.proposeChange('reset', false)
  await run.confirmChange('reset', ines.upn)
  const secret = run.getSnapshot().secrets['reset'] ?? ''
  expect(secret).not.toBe('')
  expect(JSON.stringify(tenant.writes.at(-1)?.body)).toContain(secret)
  const ticket = await ticketText(english, run)
  expect(ticket).not.toContain(secret)
  const lines = ticket.split('\n')
  expect(lines).toContain(`User: ${ines.upn}`)
  expect(lines).toContain('Licence: ENTERPRISEPACK')
  expect(lines).toContain('Usage location: France (FR)')
  expect(ticket).toMatch(/^ {4}Graph: operation succeeded \d{4}-\d\d-\d\dT/m)
  expect(ticket).toMatch(new RegExp(`^ {4}Sent once: ${ines.upn} .*client-request-id`, 'm'))
  expect(ticket).toMatch(/^ {4}State of the operation: succeeded \(succeeded\) /m)
  expect(ticket).not.toContain('Effect')
})

test('a ticket tells of a licence what it was before and after', async () => {
  const {run} = await licensing({store: {...memoryStore(), durable: true}})
  await run.lookAtChange('assign')
  await run.proposeChange('assign', false)
  await run.confirmChange('assign')
  const ticket = await ticketText(english, run)
  expect(assign.requires).toHaveLength(1)
  expect(ticket).toContain(`Sent once: Licence: no, then yes (${ines.upn}) `)
  expect(ticket).toMatch(/^ {4}Effect read back /m)
})

function exactly(words: string | RegExp): RegExp {
  return typeof words === 'string'
    ? new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
    : words
}
