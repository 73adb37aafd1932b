// `passerelle verify` over a run as the page exports it.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {loadRunbooks} from '../../plugins/docusaurus-plugin-runbook/load.ts'
import {exportRecord} from '../../src/engine/record.ts'
import type {RunEventBody, RunRecord} from '../../src/model/run.ts'
import {passerelle, root} from './passerelle.ts'

const request = '1d2c3b4a-0000-4000-8000-000000000001'
const folder = mkdtempSync(join(tmpdir(), 'passerelle-verify-'))
const model = loadRunbooks(root).find(page => page.model?.runbook === 'block-matching')?.model
const bodies: readonly RunEventBody[] = [
  {
    ...{type: 'run-started', runbook: 'block-matching', articleHash: model?.articleHash ?? '', build: 'b1'},
    ...{locale: 'en-US', mode: 'graph', situation: null},
  },
  {
    ...{type: 'change-sent', step: 'block', undo: false, clientRequestId: request},
    object: {id: '0c0ffee0-0000-4000-8000-0000c0c0a0a0', name: null},
    ...{before: {'soft-match': false}, wanted: {'soft-match': true}},
  },
]
const record: RunRecord = {
  schema: 'passerelle/run@1',
  id: 'r1',
  events: bodies.map((body, seq) => ({
    ...body,
    v: 1,
    seq,
    at: `2026-11-22T08:00:0${seq}.000Z`,
    utcOffset: 60,
  })),
}
let json = ''
let digest = ''

beforeAll(async () => {
  const exported = await exportRecord(record)
  json = exported.json
  digest = exported.sha256
})
afterAll(() => rmSync(folder, {recursive: true}))

function written(text: string, name = 'run.json'): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a whole run is told, with the id of its request and what the file does not prove', () => {
  const ticket = written(`SHA-256 of the exported record: ${digest}\n`, 'ticket.md')
  const {status, stdout} = passerelle(['verify', written(json), ticket])
  expect(stdout).toContain(`SHA-256 of the file: ${digest}`)
  expect(stdout).toContain('Article: the one of this site')
  expect(stdout).toContain('Build differs: b1 in the run')
  expect(stdout).toContain(`client-request-id ${request}`)
  expect(stdout).toContain('Not proved: that the record is complete')
  expect(status).toBe(0)
})

test('in French', () => {
  const {stdout} = passerelle(['verify', written(json), '--locale', 'fr-FR'])
  expect(stdout).toContain('Non prouvé\u00A0: que le journal est complet')
})

test.each([
  [
    'a field that the page never writes',
    () => json.replace('"utcOffset"', '"stray": 1, "utcOffset"'),
    'Changed',
  ],
  ['a gap in the sequence', () => json.replace('"seq": 1', '"seq": 2'), 'sequence-broken'],
  ['a time that goes back', () => json.replace('08:00:01', '07:00:01'), 'Times go back at event 1'],
  ['no JSON', () => json.slice(0, 100), 'not-json'],
])('%s is said, and ends with 1', (_, make, complaint) => {
  const {status, stdout} = passerelle(['verify', written(make())])
  expect([status, stdout]).toEqual([1, expect.stringContaining(complaint)])
})

test('the ticket of another run is said, and ends with 1', () => {
  const {status, stdout} = passerelle(['verify', written(json), written('another', 'ticket.md')])
  expect([status, stdout]).toEqual([1, expect.stringContaining('The ticket names another SHA-256')])
})

test('no file, or a language without words, is a fault of the command line', () => {
  expect(passerelle(['verify']).status).toBe(2)
  expect(passerelle(['verify', written(json), '--locale', 'de-DE']).status).toBe(2)
})
