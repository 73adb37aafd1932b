import {expect, test} from 'vitest'
import {ticketText} from '../../../src/components/runbook/runtime/ticket.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import type {RunController} from '../../../src/engine/index.ts'
import type {AuditEvent} from '../../../src/model/run.ts'
import {amira, began, log, model} from '../../engine/contoso.ts'
import {scene} from '../../engine/scene.ts'

const page = {
  model,
  catalogue: {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}},
  title: 'Enable password writeback',
  sentences: {wizard: 'Open the wizard.', finish: 'Finish.'},
}
const english = {...createPageView(page), say: enUS, later: laterEnUS}
const french = {...createPageView(page), locale: 'fr-FR', say: frFR, later: laterFrFR}

function open(shown = model): RunController {
  const {run, clock} = scene({mode: 'unsigned', page: shown})
  // The files that are opened here tell of the last hour.
  clock.advance(3_600_000)
  return run
}

function file(articleHash: string): Blob {
  const judged = {verdict: 'confirmed', kept: {enabled: true}, attribution: amira} as const
  const events = log([
    {...began, mode: 'unsigned', articleHash},
    {type: 'output-judged', step: 'finish', ...judged},
    {type: 'step-ticked', step: 'wizard', attribution: amira},
  ])
  return new Blob([JSON.stringify({schema: 'passerelle/run@1', id: 'r', events})])
}

test('what a person typed stays in its own line', async () => {
  const run = open()
  await run.setContext({ticket: 'CHG1\nMode: Graph', changeWindow: '', server: 'a\u2028b', forest: ''})
  await run.note('wizard', 'slow\r\n\r\n1.2 Finish.\n    Confirmed by output')
  const lines = (await ticketText(english, run)).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'Ticket: CHG1 / Mode: Graph',
      'Server: a / b',
      '    Note: slow / 1.2 Finish. / Confirmed by output',
    ]),
  )
  expect(lines.filter(line => /^Mode: Graph|^1\.2 |^ {4}Confirmed/.test(line))).toEqual([])
})

test('what would show a line in another order, or not at all, is left out', async () => {
  const run = open()
  const odd = '\u202eCHG1\u202c\u200f\u2066\u061c\u0007\u009b\tX'
  await run.setContext({ticket: odd, changeWindow: '', server: '', forest: ''})
  expect(await ticketText(english, run)).toContain('\nTicket: CHG1 X\n')
})

test('the article is that of the run; where the page shows another, both stand there', async () => {
  const run = open()
  await run.tick('wizard')
  expect(await ticketText(english, run)).toContain('Article: sha256-article\nSite build')
  await run.importFile(file('sha256-older'))
  expect(await ticketText(english, run)).toContain(
    'Article: sha256-older\nThe page now shows another revision of the article: sha256-article\n',
  )
  expect(await ticketText(french, run)).toContain('une autre révision de l’article\u00A0: sha256-article')
})

test.each([
  {name: 'English', view: english, opened: /^Record opened from a file/, mark: '(as the imported file says)'},
  {name: 'French', view: french, opened: /^Journal ouvert depuis un/, mark: '(d’après le fichier importé)'},
])('what only a file says is marked in $name', async ({view, opened, mark}) => {
  const run = open()
  await run.importFile(file('sha256-article'))
  await run.note('finish', 'ours')
  const lines = (await ticketText(view, run)).split('\n')
  const mode = lines.findIndex(line => line.startsWith('Mode'))
  expect(lines[mode + 1]).toMatch(opened)
  const from = lines.findIndex(line => line.startsWith('1.1'))
  const steps = lines.slice(from, from + 6)
  expect(steps.map(line => line.endsWith(mark))).toEqual([false, true, false, true, false, true])
})

test.each([
  {
    name: 'English',
    view: english,
    found: '“Enable password writeback”, 2026-11-22T09:50:00Z, by Amira',
    earlier:
      'Earlier event: “Enable password writeback”, 2026-03-12T09:00:00Z, before this visit. Not evidence.',
  },
  {
    name: 'French',
    view: french,
    found: '«\u00A0Enable password writeback\u00A0», 2026-11-22T09:50:00Z, par Amira',
    earlier:
      'Événement antérieur\u00A0: «\u00A0Enable password writeback\u00A0», 2026-03-12T09:00:00Z, avant cette visite.',
  },
])('an event from before the visit is never told as found, in $name', async ({view, found, earlier}) => {
  const event = {name: 'Enable password writeback', by: 'Amira'}
  const searched = {
    type: 'evidence-searched',
    step: 'save',
    since: '2026-11-22T09:43:00.000Z',
    requestId: null,
    readAt: '2026-11-22T09:51:00.000Z',
    stopped: false,
  } as const
  const run = open()
  const told = async (events: readonly AuditEvent[]) => {
    const record = {schema: 'passerelle/run@1', id: 'r', events: log([began, {...searched, events}])}
    await run.importFile(new Blob([JSON.stringify(record)]))
    return ticketText(view, run)
  }
  const old = {...event, at: '2026-03-12T09:00:00.000Z', earlier: true}
  expect(await told([old])).toContain(earlier)
  expect(await told([{...event, at: '2026-11-22T09:50:00.000Z', earlier: false}, old])).toContain(found)
  expect(await told([old])).not.toContain('2026-03-12T09:00:00Z Enable')
})

test.each([
  {name: 'English', view: english, left: '2.1: not read, not declared', declared: /^1\.1: not declared$/},
  {
    name: 'French',
    view: french,
    left: '2.1\u00A0: non lu, non déclaré',
    declared: /^1\.1\u00A0: non déclaré$/,
  },
])('what was left alone is said, in $name', async ({view, left, declared}) => {
  const run = open()
  await run.tick('wizard')
  const ticked = (await ticketText(view, run)).split('\n')
  expect(ticked).toContain(left)
  expect(ticked.filter(line => declared.test(line))).toEqual([])
  await run.untick('wizard')
  expect((await ticketText(view, run)).split('\n').filter(line => declared.test(line))).toHaveLength(1)
})

test('times stand in UTC, that of a pasted output too, and never as an age', async () => {
  const readAt = '2026-11-22T09:10:00.000Z'
  const synced = {outcome: 'met', value: true, found: '2026-11-22T08:58:00Z', requestId: 'r1'} as const
  const records = log([
    began,
    {type: 'output-judged', step: 'finish', verdict: 'confirmed', kept: {enabled: true}, attribution: amira},
    {
      type: 'press-done',
      step: 'prerequisites',
      press: 'check',
      results: [{read: 'organization', ...synced}],
      readAt,
      extraScopes: [],
    },
  ])
  const run = open()
  await run.importFile(new Blob([JSON.stringify({schema: 'passerelle/run@1', id: 'r', events: records})]))
  const texts = {'organization.met': 'On; last sync {found}.'}
  const catalogue = {...page.catalogue, texts}
  const text = await ticketText({...english, ...createPageView({...page, catalogue})}, run)
  expect(text).toContain('    On; last sync 2026-11-22T08:58:00Z. 2026-11-22T09:10:00Z [r1]')
  expect(text).toContain('    Not read again since 2026-11-22T09:10:00Z')
  expect(text).not.toMatch(/\bago\b/)
  const [, judged] = records
  expect(text).toContain(`    Output pasted ${judged?.at.replace('.000Z', 'Z')}. `)
})

test.each([
  {
    name: 'English',
    view: english,
    opposite:
      'Opposite event in the audit log: “Disable password writeback for directory”, 2026-11-22T09:50:00Z, by Amira.',
  },
  {
    name: 'French',
    view: french,
    opposite:
      'Événement contraire dans le journal d’audit\u00A0: «\u00A0Disable password writeback for directory\u00A0», 2026-11-22T09:50:00Z, par Amira.',
  },
])('an event that says the contrary is told as that, in $name', async ({view, opposite}) => {
  const event = {
    at: '2026-11-22T09:50:00.000Z',
    name: 'Disable password writeback for directory',
    by: 'Amira',
  }
  const searched = {
    type: 'evidence-searched',
    step: 'save',
    since: '2026-11-22T09:43:00.000Z',
    events: [{...event, earlier: false}],
    requestId: null,
    readAt: '2026-11-22T09:51:00.000Z',
    stopped: false,
  } as const
  const run = open()
  const events = log([began, searched])
  await run.importFile(new Blob([JSON.stringify({schema: 'passerelle/run@1', id: 'r', events})]))
  const text = await ticketText(view, run)
  expect(text).toContain(view.say.state['opposite-event'])
  expect(text).toContain(opposite)
  expect(text).not.toContain(view.say.state['evidence-found'])
})

test.each([
  {
    name: 'English',
    view: english,
    chip: 'Output read: no confirmation',
    earlier: 'Earlier: finish.confirmed',
    report: 'Earlier: Reported, not read: finish.enabled. Amira Haddad 2026-11-22T09:00:01Z',
  },
  {
    name: 'French',
    view: french,
    chip: 'Sortie lue, sans confirmation',
    earlier: 'Auparavant\u00A0: finish.confirmed',
    report: 'Auparavant\u00A0: Signalé, non lu\u00A0: finish.enabled. Amira Haddad 2026-11-22T09:00:01Z',
  },
])('what a newer output has replaced is told as earlier, in $name', async ({view, chip, earlier, report}) => {
  const judged = {type: 'output-judged', step: 'finish', kept: {}, attribution: amira} as const
  const events = log([
    began,
    {type: 'output-reported', step: 'finish', report: 'enabled', attribution: amira},
    {...judged, verdict: 'confirmed'},
    {...judged, verdict: 'inconclusive', short: 'no-event'},
  ])
  const run = open()
  await run.importFile(new Blob([JSON.stringify({schema: 'passerelle/run@1', id: 'r', events})]))
  const lines = (await ticketText(view, run)).split('\n').map(line => line.replace(/ \([^()]*\)$/, ''))
  const from = lines.indexOf(`    ${chip}`)
  const told = lines.slice(
    from,
    lines.findIndex(line => line.startsWith('2.1')),
  )
  expect(told.filter((_, index) => index !== 2 && index !== 5)).toEqual([
    ...[chip, 'finish.noEvent', report, earlier].map(line => `    ${line}`),
  ])
  expect(told[2]).toContain('2026-11-22T09:00:03Z')
  expect(told[5]).toContain('2026-11-22T09:00:02Z')
})

test('each question has its own answers, each forest a line of its own', async () => {
  const questions = [
    {id: 'staging', kind: 'choice', label: 'Staging', options: [{id: 'yes', label: 'Staging mode'}]},
    {id: 'wizard', kind: 'boxes', label: 'Wizard', options: [{id: 'yes', label: 'Will be closed'}]},
    {id: 'rights', kind: 'perForest', label: 'Rights', options: [{id: 'reset', label: 'Reset password'}]},
  ] as const
  const before = questions.map(question => ({...question, checked: '2026-08-20', sources: []}))
  const run = open({...model, before})
  await run.answer('wizard', ['yes'])
  await run.answer('staging', ['yes'])
  await run.answer('rights', ['reset'], 'a/b.example')
  await run.answer('rights', [], 'c.example')
  const view = {...english, ...createPageView({...page, model: {...model, before}})}
  expect((await ticketText(view, run)).split('\n')).toEqual(
    expect.arrayContaining([
      'Staging – Staging mode',
      'Wizard – Will be closed',
      'Rights – a/b.example (Reset password)',
      'Rights – c.example (–)',
    ]),
  )
})

test.each([
  {
    name: 'English',
    view: english,
    says: 'Event 31002 reported, 2026-11-22T09:00:00Z, by Amira. Reported, not read.',
  },
  {
    name: 'French',
    view: french,
    says: 'Événement 31002 signalé, 2026-11-22T09:00:00Z, par Amira. Signalé, non lu.',
  },
])('the proof of a pilot user stands in the ticket, in $name', async ({view, says}) => {
  const run = open()
  await run.nameOperator('Amira')
  await run.reportPilot('save', 31002, '2026-11-22T09:00:00.000Z')
  expect((await ticketText(view, run)).split('\n')).toContainEqual(expect.stringContaining(says))
})
