import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {exportRecord, importRecord} from '../../src/engine/record.ts'
import type {RunRecord} from '../../src/model/run.ts'
import {anyLog} from './arbitrary.ts'
import {amira, began, log, signedIn, ticked} from './contoso.ts'

const record: RunRecord = {
  schema: 'passerelle/run@1',
  id: 'run-1',
  events: log([began, signedIn, ticked('wizard')]),
}

function altered(
  change: (draft: Record<string, unknown>, events: Record<string, unknown>[]) => void,
): string {
  const draft = structuredClone(record) as unknown as Record<string, unknown>
  change(draft, draft['events'] as Record<string, unknown>[])
  return JSON.stringify(draft)
}

describe('export', () => {
  test('is canonical, whatever the order of the keys', async () => {
    const {schema, id, events} = record
    const turned = {
      events: events.map(event => Object.fromEntries(Object.entries(event).reverse())),
      id,
      schema,
    }
    expect((await exportRecord(turned as unknown as RunRecord)).json).toBe((await exportRecord(record)).json)
  })

  test('has the digest that sha256sum gives', async () => {
    const {json, sha256} = await exportRecord(record)
    expect(sha256).toBe(createHash('sha256').update(json, 'utf8').digest('hex'))
    expect(json.endsWith('}\n')).toBe(true)
  })
})

describe('import', () => {
  test('gives back any run that was exported', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async events => {
        const any: RunRecord = {schema: 'passerelle/run@1', id: 'run-1', events}
        const {json, sha256} = await exportRecord(any)
        expect(await importRecord(json)).toEqual({record: any, sha256})
      }),
    )
  })

  test('unknown fields never survive', async () => {
    await fc.assert(
      fc.asyncProperty(anyLog, async events => {
        const planted = plant({schema: 'passerelle/run@1', id: 'run-1', events})
        const imported = await importRecord(JSON.stringify(planted))
        expect(imported).toMatchObject({record: {events}})
        expect(JSON.stringify(imported)).not.toContain('accessToken')
      }),
    )
  })

  test('a changed file has another digest', async () => {
    const {json, sha256} = await exportRecord(record)
    const imported = await importRecord(json.replace('Amira', 'Anna'))
    expect(imported).toHaveProperty('sha256')
    expect(imported).not.toMatchObject({sha256})
  })

  test('a byte order mark does no harm', async () => {
    const {json} = await exportRecord(record)
    expect(await importRecord(`\uFEFF${json}`)).toMatchObject({record})
  })

  test.each([
    {name: 'an empty file', file: '', refused: 'not-json'},
    {name: 'another text', file: 'Run record', refused: 'not-json'},
    {name: 'a file that is far too large', file: ' '.repeat(5_000_001), refused: 'too-large'},
    {name: 'a list', file: '[]', refused: 'not-a-run'},
    {name: 'null', file: 'null', refused: 'not-a-run'},
    {
      name: 'another schema',
      file: altered(draft => (draft['schema'] = 'passerelle/run@2')),
      refused: 'not-a-run',
    },
    {name: 'an id that is no text', file: altered(draft => (draft['id'] = 5)), refused: 'not-a-run'},
    {name: 'no events', file: altered(draft => (draft['events'] = null)), refused: 'not-a-run'},
    {name: 'an empty log', file: altered(draft => (draft['events'] = [])), refused: 'sequence-broken'},
    {
      name: 'an unknown event',
      file: altered((_, events) => (events[2] = {...events[2], type: 'tenant-wiped'})),
      refused: 'event-invalid',
    },
    {
      name: 'an inherited name as event',
      file: altered((_, events) => (events[2] = {...events[2], type: 'constructor'})),
      refused: 'event-invalid',
    },
    {
      name: 'a missing field',
      file: altered((_, events) => delete events[2]?.['step']),
      refused: 'event-invalid',
    },
    {
      name: 'a wrong type',
      file: altered((_, events) => (events[2] = {...events[2], utcOffset: '60'})),
      refused: 'event-invalid',
    },
    {
      name: 'a wrong word',
      file: altered((_, events) => (events[0] = {...events[0], mode: 'real'})),
      refused: 'event-invalid',
    },
    {
      name: 'a time that is none',
      file: altered((_, events) => (events[2] = {...events[2], at: 'today'})),
      refused: 'event-invalid',
    },
    {
      name: 'a text that is too long',
      file: altered((_, events) => (events[2] = {...events[2], step: 'x'.repeat(201)})),
      refused: 'event-invalid',
    },
    {
      name: 'a tenant whose id is no GUID',
      file: altered(
        (_, events) => (events[1] = {...events[1], tenant: {id: '../evil.example/x', name: 'Contoso'}}),
      ),
      refused: 'event-invalid',
    },
    {
      name: 'more events than a run ever has',
      file: altered((_, events) => {
        const tick = events[2]
        while (events.length <= 5000) events.push({...tick, seq: events.length})
      }),
      refused: 'not-a-run',
    },
    {
      name: 'a gap',
      file: altered((_, events) => (events[2] = {...events[2], seq: 7})),
      refused: 'sequence-broken',
    },
    {name: 'a missing start', file: altered((_, events) => events.shift()), refused: 'sequence-broken'},
    {
      name: 'a second start',
      file: altered((_, events) => (events[2] = {...events[0], seq: 2})),
      refused: 'sequence-broken',
    },
  ])('$name is refused: $refused', async ({file, refused}) => {
    expect(await importRecord(file)).toEqual({refused})
  })

  test('maps and lists have an end', async () => {
    const kept = Object.fromEntries(Array.from({length: 60}, (_, index) => [`k${index}`, index]))
    const judged = {type: 'output-judged', step: 's', verdict: 'confirmed', kept, attribution: amira}
    const file = altered((_, events) => (events[2] = {...events[2], ...judged}))
    expect(await importRecord(file)).toEqual({refused: 'event-invalid'})
  })
})

/** The same with a field more in every object but the maps whose keys are free. */
// Maps whose names are the action's: `importRun`, which knows the action, drops or refuses the others.
const open = new Set(['kept', 'values', 'before', 'wanted', 'confirmed', 'found'])

function plant(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map(entry => plant(entry))
  if (typeof value !== 'object' || value === null || open.has(key)) return value
  const entries = Object.entries(value).map(([name, entry]) => [name, plant(entry, name)] as const)
  return Object.fromEntries([...entries, ['accessToken', 'eyJ0']])
}
