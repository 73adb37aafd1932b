import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {OutputVerifier} from '../../src/model/action.ts'
import {outputToKeep} from '../../src/engine/output.ts'
import {start, stepNamed} from './contoso.ts'

const verifier = stepNamed('finish').verify as OutputVerifier
const output = (at: string) =>
  `{"Enabled":true,"Events":[{"Id":31005,"At":"${at}"},{"Id":31015,"At":"${at}"}],"Connector":"contoso","Secret":"x"}`
const kept = {enabled: true, event: 31015}

test.each([
  {
    verdict: 'confirmed',
    text: output('2026-11-22T09:59:00+01:00'),
    kept: {...kept, eventAt: '2026-11-22T08:59:00.000Z'},
  },
  {
    verdict: 'too-old',
    text: output('2026-11-21T08:59:00Z'),
    kept: {...kept, eventAt: '2026-11-21T08:59:00.000Z'},
  },
  {
    verdict: 'contradicted',
    text: '{"Enabled":false,"Events":null,"Connector":{"a":1}}',
    kept: {enabled: false, event: null, eventAt: null},
  },
  {verdict: 'not-understood', text: '{"Enabled":"true","Events":[],"Connector":"contoso"}', kept: {}},
])('only the allowed fields are kept: $verdict', ({verdict, text, kept: expected}) => {
  expect(outputToKeep(verifier, text, start)).toEqual({verdict, kept: expected})
})

test('of an inconclusive output the condition is kept too', () => {
  const text = '{"Enabled":true,"Events":[],"Connector":"contoso"}'
  expect(outputToKeep(verifier, text, start)).toEqual({
    verdict: 'inconclusive',
    short: 'no-event',
    kept: {enabled: true, event: null, eventAt: null},
  })
})

test.each([
  {name: 'a password for an event', event: {Id: 'P@ssw0rd!', At: null}, is: {eventAt: null}},
  {name: 'a token for a time', event: {Id: 31005, At: 'eyJ0eXAiOiJKV1Qi'}, is: {event: 31005}},
  {name: 'an object for a time', event: {Id: 31005, At: {password: 'x'}}, is: {event: 31005}},
  {
    name: 'a list that is nested without end for an event',
    event: {Id: 'deep', At: null},
    is: {eventAt: null},
  },
])('$name is dropped', ({event, is}) => {
  const deep = '['.repeat(20_000) + ']'.repeat(20_000)
  const text = JSON.stringify({Enabled: false, Events: [event]}).replace('"deep"', deep)
  expect(outputToKeep(verifier, text, start).kept).toEqual({enabled: false, ...is})
})

test('any text keeps no more than the allowed fields', () => {
  const allowed = verifier.keep.map(({name}) => name)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(outputToKeep(verifier, text, start).kept)))
    }),
  )
})
