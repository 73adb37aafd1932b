import fc from 'fast-check'
import {expect, test} from 'vitest'
import {keptFields} from '../../src/engine/kept.ts'
import type {KeptFormat} from '../../src/model/action.ts'

const at = '2026-11-22T09:41:07.0000000Z'
const secret = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9'

const kept = (as: KeptFormat, said: unknown) =>
  keptFields({keep: [{name: 'field', value: 'F', as}]}, () => said)

test.each([
  ['a truth value', 'boolean', false, false],
  ['a number', 'number', 31005.5, 31005.5],
  ['an event', 'eventId', 31005, 31005],
  ['the last event', 'eventId', 65535, 65535],
  ['a time, in UTC', 'dateTime', '2026-11-22T11:41:07+02:00', '2026-11-22T09:41:07.000Z'],
  ['a time as PowerShell writes it', 'dateTime', at, '2026-11-22T09:41:07.000Z'],
  ['nothing', 'eventId', null, null],
] as const)('%s is kept', (_, as, said, expected) => {
  expect(kept(as, said)).toEqual({field: expected})
})

test.each([
  ['a text as a truth value', 'boolean', secret],
  ['the word of a truth value', 'boolean', 'true'],
  ['a text as a number', 'number', '31005; see https://evil.example'],
  ['a number without end', 'number', Number.POSITIVE_INFINITY],
  ['a password as an event', 'eventId', 'P@ssw0rd!'],
  ['an event in quotation marks', 'eventId', '31005'],
  ['an event that no log has', 'eventId', 65536],
  ['a broken event', 'eventId', 31005.5],
  ['a sentence as a time', 'dateTime', 'call 2001'],
  ['a time without its offset', 'dateTime', '2026-11-22T11:50:00'],
  ['a time with a secret behind it', 'dateTime', `${at}${secret}`],
  ['an object', 'number', {a: 1}],
  ['a list', 'eventId', [31005]],
  ['what is not there', 'boolean', undefined],
] as const)('%s is dropped', (_, as, said) => {
  expect(kept(as, said)).toEqual({})
})

test('no format keeps a text that somebody wrote', () => {
  const formats = fc.constantFrom<KeptFormat>('boolean', 'number', 'eventId', 'dateTime')
  fc.assert(
    fc.property(formats, fc.oneof(fc.string(), fc.jsonValue()), (as, said) => {
      const {field = null} = kept(as, said)
      if (typeof field === 'string') expect(new Date(field).toISOString()).toBe(field)
    }),
  )
})
