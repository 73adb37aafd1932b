import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {OutputVerifier} from '../../src/model/action.ts'
import {judgeOutput} from '../../src/engine/output.ts'
import {stepNamed} from './contoso.ts'

const verifier = stepNamed('finish').verify as OutputVerifier
const good = '{"Enabled":true,"Events":[{"Id":31005},{"Id":31015}],"Connector":"contoso - AAD","Secret":"x"}'
const kept = {enabled: true, events: '31005, 31015', connector: 'contoso - AAD'}

test.each([
  {name: 'the object alone', text: good},
  {name: 'white space around it', text: `\n\n   ${good}\r\n`},
  {name: 'a byte order mark before it', text: `\uFEFF${good}`},
  {
    name: 'a prompt before and after',
    text: `PS C:\\> Get-Writeback | ConvertTo-Json\r\n${good}\r\nPS C:\\> `,
  },
  {
    name: 'printed over several lines',
    text: `PS C:\\> @{a=1}\n${JSON.stringify(JSON.parse(good), null, 2)}\nPS C:\\>`,
  },
])('$name is understood', ({text}) => {
  expect(judgeOutput(verifier, text)).toEqual({verdict: 'confirmed', kept})
})

test('only the allowed fields are kept when it says otherwise', () => {
  expect(judgeOutput(verifier, '{"Enabled":false,"Events":null,"Connector":{"a":1}}')).toEqual({
    verdict: 'contradicted',
    kept: {enabled: false, events: null, connector: null},
  })
})

test('a long text is cut', () => {
  const {kept: cut} = judgeOutput(
    verifier,
    JSON.stringify({Enabled: false, Events: [], Connector: 'x'.repeat(900)}),
  )
  expect(cut['connector']).toHaveLength(200)
})

test.each([
  {name: 'a list of lists', events: '[[["a"]],"b",null]', kept: 'b'},
  {name: 'a list that is nested without end', events: '['.repeat(20_000) + ']'.repeat(20_000), kept: ''},
  {name: 'objects in a list', events: '[{"password":"x"},7]', kept: '7'},
])('$name keeps only what is no list and no object', ({events, kept: expected}) => {
  const flat = {...verifier, keep: [{name: 'events', value: 'Events', as: 'list'}]} as const
  expect(judgeOutput(flat, `{"Enabled":false,"Events":${events}}`).kept).toEqual({events: expected})
})

test('a text without end is not understood, and not searched for long', () => {
  expect(judgeOutput(verifier, good.padEnd(200_000)).verdict).toBe('confirmed')
  expect(judgeOutput(verifier, good.padEnd(200_001)).verdict).toBe('not-understood')
  // Blank lines alone: what looks for the brace must not begin anew at each of them.
  expect(judgeOutput(verifier, `x${'\n'.repeat(199_000)}x`).verdict).toBe('not-understood')
})

test.each([
  {name: 'nothing', text: ''},
  {
    name: 'an error message',
    text: "Get-ADSyncAADPasswordResetConfiguration : The term 'x' is not recognized {oops}",
  },
  {name: 'a list', text: '[{"Enabled":true}]'},
  {name: 'another object', text: '{"Disabled":true}'},
  {name: 'two objects', text: `${good}\n${good}`},
  {name: 'half an object', text: good.slice(0, 30)},
  {name: 'a text where a truth value belongs', text: '{"Enabled":"true","Events":[{"Id":1}]}'},
  {name: 'neither confirmed nor contradicted', text: '{"Enabled":true,"Events":[]}'},
])('$name is not understood and keeps nothing', ({text}) => {
  expect(judgeOutput(verifier, text)).toEqual({verdict: 'not-understood', kept: {}})
})

test('both confirmed and contradicted is not understood', () => {
  const torn = {...verifier, contradicted: 'Enabled'}
  expect(judgeOutput(torn, good).verdict).toBe('not-understood')
})

test('any text gets a verdict and never more than the allowed fields', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      const allowed = verifier.keep.map(({name}) => name)
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(judgeOutput(verifier, text).kept)))
    }),
  )
})
