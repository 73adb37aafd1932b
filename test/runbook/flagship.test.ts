import {existsSync} from 'node:fs'
import {expect, test} from 'vitest'
import {evaluate} from '../../plugins/runbook/expressions.ts'
import type {BoundStep, GraphRead} from '../../src/model/action.ts'
import {judgeOutput} from '../../src/model/output.ts'
import {compileFlagship, flagship} from './flagship.ts'
import {messagesOf} from './read-tenant.ts'
import {compileRunbook, writebackProof} from './runbooks.ts'

const compiled = compileFlagship()
const model = compiled.model

test('compiles without a message', () => {
  expect(messagesOf(compiled)).toEqual([])
})

test('begins with a modeline that leads an editor to the published schema', () => {
  const [, path = ''] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(flagship.actions) ?? []
  expect(existsSync(new URL(`../../docs/${path}`, import.meta.url))).toBe(true)
})

test('has eight steps on the server and five in the cloud, four of them one visit', () => {
  expect(model?.procedures.map(({place, steps}) => [place, steps.length])).toEqual([
    ['on-premises', 8],
    ['cloud', 5],
  ])
  expect(model?.steps.map(step => `${step.number} ${step.id} ${step.kind} ${step.visit ?? '–'}`))
    .toMatchInlineSnapshot(`
    [
      "1.1 start-wizard tick –",
      "1.2 welcome tick –",
      "1.3 additional-tasks tick –",
      "1.4 connect-to-azure-ad tick –",
      "1.5 directories-and-filtering tick –",
      "1.6 optional-features tick –",
      "1.7 ready-to-configure tick –",
      "1.8 exit-wizard tick –",
      "2.1 account read –",
      "2.2 prerequisites portal one-visit",
      "2.3 writeback portal one-visit",
      "2.4 unlock portal one-visit",
      "2.5 save portal one-visit",
    ]
  `)
  expect(model?.visits.map(visit => visit.steps)).toEqual([['prerequisites', 'writeback', 'unlock', 'save']])
})

test('asks for no writing scope, and for the audit log at the last step only', () => {
  expect(model?.scopes.map(({step, press, phase, scope}) => `${step} ${press} ${phase} ${scope}`)).toEqual([
    'account run look User.Read',
    'account roles look RoleManagement.Read.Directory',
    'account roles look User.Read',
    'prerequisites check look Organization.Read.All',
    'prerequisites check look Domain.Read.All',
    'writeback look look Organization.Read.All',
    'unlock look look Organization.Read.All',
    'save evidence look AuditLog.Read.All',
  ])
  expect(model?.calls.every(call => call.startsWith('GET '))).toBe(true)
})

test('leads to the runbook that proves writeback, whose writes are none of its own', () => {
  const proof = compileRunbook(writebackProof)
  const links = (model?.steps ?? []).flatMap(step => step.notes.flatMap(note => note.page ?? []))
  expect(links.map(({slug}) => slug)).toEqual([proof.model?.slug])
  const label = links[0]?.label ?? ''
  for (const locale of ['en-US', 'fr-FR'] as const)
    expect(compiled.page(locale)?.catalogue.texts[label]).toBe(proof.page(locale)?.title)
  expect(proof.model?.calls.filter(call => call.startsWith('POST '))).toHaveLength(1)
  expect(model?.calls.filter(call => !call.startsWith('GET '))).toEqual([])
})

test('gives both languages the same model and their own words', () => {
  const [english, french] = [compiled.page('en-US'), compiled.page('fr-FR')]
  expect(french?.model).toBe(english?.model)
  expect(french?.title).toBe("Activer l'écriture différée de mot de passe dans Azure AD Connect")
  expect(english?.title).toBe('Enable password writeback in Azure AD Connect')
  expect(french?.sentences['save']).toBe('Lorsque vous avez fini, cliquez sur Enregistrer.')
  expect(english?.sentences['save']).toBe('When ready, click Save.')
  expect(Object.keys(french?.sentences ?? {})).toEqual(model?.steps.map(step => step.id))
  expect(compiled.page('de-DE')).toBeNull()
})

test('has every text in French, with the placeholders of the English', () => {
  const catalogue = compiled.page('fr-FR')?.catalogue
  expect(Object.keys(catalogue?.fallbacks ?? {none: ''})).toEqual([])
  expect(Object.keys(catalogue?.texts ?? {})).toEqual(compiled.texts.map(({key}) => key))
  expect(catalogue?.labels['steps.prerequisites.portal.path.1']).toEqual({'en-US': 'Password reset'})
  expect(compiled.page('en-US')?.catalogue.labels['steps.prerequisites.portal.path.1']).toEqual({
    'fr-FR': 'Réinitialisation de mot de passe',
  })
})

test.each(Object.entries(compiled.page('fr-FR')?.catalogue.texts ?? {}))(
  'writes %s as French is set',
  (_, text) => {
    expect(text).not.toMatch(/[^\u00a0\w*/][:;?!»](?:\s|$)|«[^\u00a0]|'|"|!/)
  },
)

test('shows labels for the rail of at most 32 characters in both languages', () => {
  for (const locale of ['en-US', 'fr-FR']) {
    const texts = compiled.page(locale)?.catalogue.texts ?? {}
    const long = model?.steps.map(step => texts[step.label ?? ''] ?? '').filter(label => label.length > 32)
    expect(long).toEqual([])
  }
})

test('takes revision and date of the origin from the front matter', () => {
  expect(model?.origin).toMatchObject({
    revision: '1e90aedab20c8abaa021ed980e868cea0503b7b1',
    date: '2021-02-03',
  })
})

test('puts the note about the role wherever the article asks for a global administrator', () => {
  const english = compiled.page('en-US')
  const asking = model?.steps.filter(step => /global administrator/i.test(english?.sentences[step.id] ?? ''))
  expect(asking?.map(step => step.id)).toEqual(['connect-to-azure-ad', 'account'])
  expect(
    asking?.every(step => step.notes.some(note => note.tone === 'role' && note.sources.length >= 2)),
  ).toBe(true)
})

test('never judges password writeback by Graph', () => {
  expect(flagship.actions).not.toContain('passwordWritebackEnabled')
  const judged = reads().filter(({read}) => read.expect !== undefined)
  expect(judged.map(({step, read}) => `${step.id}.${read.id}`)).toEqual([
    'prerequisites.organization',
    'prerequisites.licence',
    'prerequisites.domains',
  ])
})

test('verifies on the server with one command a line, broken only after a pipe', () => {
  const command = model?.steps.find(step => step.id === 'exit-wizard')?.verify?.command ?? ''
  const lines = command.trimEnd().split('\n')
  lines.forEach((line, index) => {
    const continues = /^\s/.test(line)
    expect(continues, line).toBe(lines[index - 1]?.endsWith('|') ?? false)
  })
  expect(command).not.toMatch(/\b(Set|Start|Enable|Disable|Remove|New|Add)-/)
})

test('keeps of the output the newest event that proves it, never one of another kind', () => {
  const verify = model?.steps.find(step => step.id === 'exit-wizard')?.verify
  const Events = [
    {Id: 31002, At: '2026-11-22T09:30:00.0000000Z'},
    {Id: 31005, At: '2026-11-22T08:10:00.0000000Z'},
    {Id: 31015, At: '2026-11-22T08:20:00.0000000Z'},
    {Id: 31034, At: '2026-11-22T09:20:00.0000000Z'},
  ]
  const kept = verify?.keep.map(({name, value}) => [name, evaluate(value, {Events})])
  expect(kept?.slice(2)).toEqual([
    ['event', 31015],
    ['eventAt', '2026-11-22T08:20:00.0000000Z'],
  ])
  expect(verify?.keep.map(({as}) => as)).toEqual(['boolean', 'boolean', 'eventId', 'dateTime'])
  // The round-trip format of a time in UTC ends in `Z`.
  expect(verify?.command).toContain(".ToUniversalTime().ToString('o')")
})

test.each([
  ['licence', {value: [sku('SPE_E5', 'Enabled', 'eec0eb4f-6444-4f95-aba0-50c24d67f998')]}, ['SPE_E5']],
  ['licence', {value: [sku('AAD_PREMIUM', 'Suspended', '41781fb2-bc02-4b7c-bd55-b576c07bb09d')]}, []],
  [
    'domains',
    {value: [domain('Managed', true), domain('Federated', true), domain('Managed', false)]},
    ['1', '1'],
  ],
])('finds in the answer of %s what its text shows', (id, answer, found) => {
  const read = reads().find(each => each.step.id === 'prerequisites' && each.read.id === id)?.read
  expect(evaluate(read?.found?.value ?? '', answer)).toEqual(found)
})

test('finds audit events with their time, name and author', () => {
  const {evidence} = model?.steps.find(step => step.id === 'save') ?? {}
  const by = {user: {displayName: null, userPrincipalName: 'amira@contoso.example'}, app: null}
  const answer = {
    value: [{activityDateTime: '2026-11-22T10:47:00Z', activityDisplayName: 'Enable…', initiatedBy: by}],
  }
  expect(evaluate(evidence?.events ?? '', answer)).toEqual([
    {at: '2026-11-22T10:47:00Z', name: 'Enable…', by: 'amira@contoso.example'},
  ])
})

function reads(): readonly {readonly step: BoundStep; readonly read: GraphRead}[] {
  return (model?.steps ?? []).flatMap(step =>
    step.presses.flatMap(press => press.reads.map(read => ({step, read}))),
  )
}

function sku(skuPartNumber: string, capabilityStatus: string, servicePlanId: string) {
  return {skuPartNumber, capabilityStatus, servicePlans: [{servicePlanId}]}
}

function domain(authenticationType: string, isVerified: boolean) {
  return {id: 'contoso.example', authenticationType, isVerified}
}

test.each([
  {name: 'its own sample', of: {}, is: ['confirmed', undefined]},
  {name: 'a server in staging mode', of: {StagingModeEnabled: true}, is: ['inconclusive', 'staging']},
  {
    name: 'a server in staging mode without an event',
    of: {StagingModeEnabled: true, Events: []},
    is: ['inconclusive', 'staging'],
  },
  {
    name: 'a scheduler that said nothing',
    of: {StagingModeEnabled: null},
    is: ['inconclusive', 'staging-unknown'],
  },
  {name: 'no event', of: {Events: []}, is: ['inconclusive', 'no-event']},
  {
    name: 'another event',
    of: {Events: [{Id: 31002, At: '2026-11-22T08:50:00Z'}]},
    is: ['inconclusive', 'no-event'],
  },
  {
    name: 'an event of the day before',
    of: {Events: [{Id: 31005, At: '2026-11-21T08:50:00Z'}]},
    is: ['too-old', undefined],
  },
  {
    name: 'not enabled, in staging mode',
    of: {Writeback: {Enabled: false}, StagingModeEnabled: true},
    is: ['contradicted', undefined],
  },
  {name: 'no object of writeback', of: {Writeback: null}, is: ['not-understood', undefined]},
])('the output of the last step on the server: $name', ({of, is}) => {
  const verify = model?.steps.find(({id}) => id === 'exit-wizard')?.verify
  const now = Date.parse('2026-11-22T09:00:00Z')
  const output = {
    Writeback: {Enabled: true},
    StagingModeEnabled: false,
    Events: [{Id: 31005, At: '2026-11-22T08:50:00Z'}],
    ...of,
  }
  const judged =
    verify &&
    judgeOutput(verify, JSON.stringify(output), {
      now,
      select: (from, expression) => evaluate(expression, from),
    })
  expect([judged?.verdict, judged?.short]).toEqual(is)
})
