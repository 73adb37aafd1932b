import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {OutputVerifier} from '../../src/model/action.ts'
import {outputToKeep} from '../../src/engine/output.ts'
import {start, stepNamed} from './contoso.ts'

const verifier = stepNamed('finish').verify as OutputVerifier
const output = (at: string) =>
  `{"Enabled":true,"Events":[{"Id":31005,"At":"${at}"},{"Id":31015,"At":"${at}"}],"Connector":"contoso","Secret":"x"}`
const kept = {enabled: true, events: '31005, 31015', connector: 'contoso'}

test.each([
  {verdict: 'confirmed', text: output('2026-11-22T08:59:00Z'), kept},
  {verdict: 'too-old', text: output('2026-11-21T08:59:00Z'), kept},
  {
    verdict: 'contradicted',
    text: '{"Enabled":false,"Events":null,"Connector":{"a":1}}',
    kept: {enabled: false, events: null, connector: null},
  },
  {verdict: 'not-understood', text: '{"Enabled":true,"Events":[],"Connector":"contoso"}', kept: {}},
])('only the allowed fields are kept: $verdict', ({verdict, text, kept: expected}) => {
  expect(outputToKeep(verifier, text, start)).toEqual({verdict, kept: expected})
})

test('a long text is cut', () => {
  const text = JSON.stringify({Enabled: false, Events: [], Connector: 'x'.repeat(900)})
  expect(outputToKeep(verifier, text, start).kept['connector']).toHaveLength(200)
})

test.each([
  {name: 'a list of lists', events: '[[["a"]],"b",null]', kept: 'b'},
  {name: 'a list that is nested without end', events: '['.repeat(20_000) + ']'.repeat(20_000), kept: ''},
  {name: 'objects in a list', events: '[{"password":"x"},7]', kept: '7'},
])('$name keeps only what is no list and no object', ({events, kept: expected}) => {
  const flat = {...verifier, keep: [{name: 'events', value: 'Events', as: 'list'}]} as const
  expect(outputToKeep(flat, `{"Enabled":false,"Events":${events}}`, start).kept).toEqual({events: expected})
})

test('any text keeps no more than the allowed fields', () => {
  const allowed = verifier.keep.map(({name}) => name)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(outputToKeep(verifier, text, start).kept)))
    }),
  )
})
