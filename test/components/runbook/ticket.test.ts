import {expect, test} from 'vitest'
import {ticketText} from '../../../src/components/runbook/runtime/ticket.ts'
import {createPageView} from '../../../src/components/runbook/shell/page.ts'
import enUS from '../../../src/components/runbook/words/en-US.ts'
import frFR from '../../../src/components/runbook/words/fr-FR.ts'
import laterEnUS from '../../../src/components/runbook/words/later.en-US.ts'
import laterFrFR from '../../../src/components/runbook/words/later.fr-FR.ts'
import {createRun, type RunController} from '../../../src/engine/index.ts'
import type {AuditEvent} from '../../../src/model/run.ts'
import {memoryStore} from '../../../src/engine/store.ts'
import {amira, began, log, model} from '../../engine/contoso.ts'
import {testClock, testRim} from '../../engine/ports.ts'

const page = {
  model,
  catalogue: {locale: 'en-US', texts: {}, fallbacks: {}, labels: {}},
  title: 'Enable password writeback',
  sentences: {wizard: 'Open the wizard.', finish: 'Finish.'},
}
const english = {...createPageView(page), say: enUS, later: laterEnUS}
const french = {...createPageView(page), locale: 'fr-FR', say: frFR, later: laterFrFR}

function open(shown = model): RunController {
  const clock = testClock()
  let count = 0
  return createRun({
    model: shown,
    build: 'b1',
    locale: 'en-US',
    mode: 'unsigned',
    situation: null,
    graph: true,
    store: memoryStore(),
    clock,
    newId: () => `run-${(count += 1)}`,
    load: () => Promise.resolve(testRim(clock)),
  })
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
  expect(lines.filter(line => /^Mode: Graph|^1\.2|^ {4}Confirmed/.test(line))).toEqual([])
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
    step: 'finish',
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
