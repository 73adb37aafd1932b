import {describe, expect, test} from 'vitest'
import {describeChip} from '../../../src/components/runbook/runtime/describe.ts'
import {
  describeSent,
  describeValues,
  lowered,
} from '../../../src/components/runbook/runtime/describeChange.ts'
import {describeEvent} from '../../../src/components/runbook/runtime/describeEvent.ts'
import {describeAnnouncement} from '../../../src/components/runbook/runtime/speech.ts'
import {ticketText} from '../../../src/components/runbook/runtime/ticket.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {emptyRun} from '../../../src/engine/run.ts'
import {memoryStore} from '../../../src/engine/store.ts'
import type {ProblemRecord, RunEventBody} from '../../../src/model/run.ts'
import {block, changePage, changing} from '../../engine/change-page.ts'
import {log} from '../../engine/contoso.ts'

const texts = {
  'softMatch.label': 'Soft match',
  'softMatch.blocked': 'Blocked',
  'softMatch.allowed': 'Allowed',
  'hardMatch.label': 'Hard match',
  'hardMatch.blocked': 'Blocked',
  'hardMatch.allowed': 'Allowed',
  'block.run': 'Block both matches',
  'block.undo': 'Restore the values from before',
  'block.done': 'Both are blocked.',
}
const page = {
  model: changePage,
  catalogue: {locale: 'en-US', texts, fallbacks: {}, labels: {}},
  title: 'Block',
  sentences: {},
}
const run = {state: emptyRun}
const english = {...createPageView(page), say: enUS, later: laterEnUS, run}
const french = {...createPageView(page), locale: 'fr-FR', say: frFR, later: laterFrFR, run}

const object = {id: '0f5f1f3c-1c1e-4c5c-8a38-1f1b7c1f0001', name: null}
const off = {softMatch: false, hardMatch: false}
const on = {softMatch: true, hardMatch: true}
const problem = (code: ProblemRecord['code'], status: number | null): ProblemRecord => {
  return {code, status, errorCode: null, requestId: null, scopes: []}
}

test('values are told in the words of their property, and by themselves where it has none', () => {
  expect(describeValues(block, off, english)).toBe('Soft match: Allowed; Hard match: Allowed')
  expect(describeValues(block, {softMatch: null}, english)).toBe('Soft match: not returned')
  expect(describeValues(block, {strange: 3}, english)).toBe('strange: 3')
  expect(describeSent(block, {before: off, wanted: {softMatch: true}}, english)).toBe(
    'Soft match: Allowed, then Blocked',
  )
})

test.each([
  ['Block soft match', 'block soft match'],
  ['Établir', 'établir'],
  ['DNS entries', 'DNS entries'],
  ['', ''],
])('%s within a sentence', (label, within) => expect(lowered(label)).toBe(within))

const at = '2026-11-22T09:43:00.000Z'
const answered = (of: ProblemRecord | null): RunEventBody => {
  return {
    type: 'change-answered',
    step: 'block',
    clientRequestId: 'c',
    problem: of,
    requestId: 'q',
    operation: null,
  }
}
const sent = (undo: boolean): RunEventBody => {
  const [before, wanted] = undo ? [on, off] : [off, on]
  return {type: 'change-sent', step: 'block', undo, object, before, wanted, clientRequestId: 'c'}
}

describe('the record', () => {
  test.each<readonly [string, RunEventBody, RegExp, RegExp]>([
    [
      'a look',
      {type: 'change-read', step: 'block', object, values: off, readAt: at, requestId: null},
      /^2\.6 read through Graph: Soft match: Allowed; Hard match: Allowed$/,
      /^2\.6 lu dans Graph\u00A0: /,
    ],
    [
      'stale',
      {
        type: 'change-stale',
        step: 'block',
        undo: false,
        object,
        confirmed: off,
        found: {...off, softMatch: true},
        readAt: at,
        requestId: null,
      },
      /^2\.6 nothing was sent\. Confirmed: Soft match: Allowed; .* Found: Soft match: Blocked; /,
      /^2\.6 rien n’a été envoyé\. Confirmé\u00A0: /,
    ],
    [
      'sent',
      sent(false),
      /^2\.6 change sent once: Soft match: Allowed, then Blocked; /,
      /^2\.6 modification/,
    ],
    ['undo', sent(true), /^2\.6 undo sent once: Soft match: Blocked, then Allowed; /, /^2\.6 retour arrière/],
    ['accepted', answered(null), /^2\.6 Microsoft accepted/, /^2\.6 Microsoft a accepté/],
    [
      'refused',
      answered(problem('role-missing', 403)),
      /^2\.6 refused: Nothing was changed\. .* may do this, active\.$/,
      /^2\.6 refusé\u00A0: Rien n’a été modifié\. .* cette action\.$/,
    ],
    [
      'stopped in the air',
      answered(problem('stopped', null)),
      /^2\.6 sent, answer unknown$/,
      /réponse inconnue$/,
    ],
    [
      'a failed service',
      answered(problem('server-failed', 503)),
      /^2\.6 sent, answer unknown$/,
      /réponse inconnue$/,
    ],
    [
      'not sent',
      {type: 'press-failed', step: 'block', press: 'send', problem: problem('record-not-kept', null)},
      /^2\.6 not done: Nothing was sent\./,
      /^2\.6 non fait\u00A0: Rien n’a été envoyé\./,
    ],
  ])('says of %s what it says, in both languages', (_, body, inEnglish, inFrench) => {
    const [event] = log([body])
    expect(event && describeEvent(event, english)).toMatch(inEnglish)
    expect(event && describeEvent(event, french)).toMatch(inFrench)
  })
})

test.each([
  [{id: 'change-read', step: 'block', count: 0, assertive: false}, 'No change needed.'],
  [
    {id: 'change-read', step: 'block', count: 2, assertive: false},
    'Read in Graph: 2 properties would change.',
  ],
  [
    {id: 'change-confirm', step: 'block', undo: true, assertive: false},
    'Confirm: restore the values from before. Nothing was sent yet. Escape cancels.',
  ],
  [{id: 'change-done', step: 'block', says: 'block.done', assertive: false}, 'Done. Both are blocked.'],
  [
    {id: 'running', step: 'block', press: 'send', assertive: false},
    'Running: sending what was confirmed, once.',
  ],
] as const)('%o is said as %s', (announcement, says) => {
  expect(describeAnnouncement(announcement, english)).toBe(says)
})

test('a chip says when it was verified, of another day with its date', () => {
  const readAt = '2020-03-12T09:00:00.000Z'
  const chip = {id: 'change-done', readAt, sent: {}} as unknown as Parameters<typeof describeChip>[0]
  expect(describeChip(chip, english)).toMatch(/^Done and verified 12 Mar 2020 at \d\d:\d\d$/)
  expect(describeChip(chip, french)).toMatch(/^Fait et vérifié le 12 mars 2020 à \d\d:\d\d$/)
})

test('a ticket tells what was sent, by which ids, whether it was seen, and that it was undone', async () => {
  const {run: open} = await changing({store: {...memoryStore(), durable: true}})
  for (const undo of [false, true]) {
    await open.proposeChange('block', undo)
    await open.confirmChange('block')
  }
  const lines = (await ticketText(english, open)).split('\n')
  const from = lines.findIndex(line => line.startsWith('2.6'))
  const told = lines.slice(from + 1, from + 11).filter(line => !line.startsWith('    Account then: '))
  expect(lines.filter(line => line.startsWith('    Account then: Amira Haddad'))).toHaveLength(2)
  expect(told[0]).toMatch(/^ {4}Undone \d{4}-\d\d-\d\dT/)
  expect(told[1]).toMatch(/^ {4}Sent once: Soft match: Allowed, then Blocked; .*Z \[client-request-id .+\]$/)
  expect(told[2]).toMatch(/^ {4}Accepted by Microsoft/)
  expect(told[3]).toMatch(/^ {4}Effect read back .*Z/)
  expect(told[4]).toMatch(/^ {4}Undo sent once: Soft match: Blocked, then Allowed; /)
  expect(told[6]).toMatch(/^ {4}Effect read back /)
  expect(told[7]).toMatch(/^ {4}Read: Soft match: Allowed; Hard match: Allowed /)
})
