import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {evaluate} from '../../plugins/runbook/expressions.ts'
import {isTime, judgeOutput, type OutputRules} from '../../src/model/output.ts'
import {select} from '../../src/engine/select.ts'
import {start} from '../engine/contoso.ts'

const rules: OutputRules = {
  understood: "type(Enabled) == 'boolean'",
  confirmed: 'Enabled && length(Events) > `0`',
  contradicted: '!Enabled',
}
const good = '{"Enabled":true,"Events":[{"Id":31005},{"Id":31015}]}'

// Both sides judge with their own JMESPath: the build's and the page's.
const judges = [
  {side: 'build', select: (from: unknown, expression: string) => evaluate(expression, from)},
  {side: 'page', select},
]

describe.each(judges)('in the $side', judge => {
  const verdict = (text: string, changed: OutputRules = rules) =>
    judgeOutput(changed, text, {...judge, now: start}).verdict

  test.each([
    {name: 'the object alone', text: good},
    {name: 'white space around it', text: `\n\n   ${good}\r\n`},
    {name: 'a byte order mark before it', text: `\uFEFF${good}`},
    {name: 'a prompt before and after', text: `PS C:\\> Get-Writeback\r\n${good}\r\nPS C:\\> `},
    {
      name: 'printed over several lines',
      text: `PS C:\\> .\\check.ps1\n${JSON.stringify(JSON.parse(good), null, 2)}\nPS C:\\>`,
    },
  ])('$name is understood', ({text}) => {
    expect(verdict(text)).toBe('confirmed')
  })

  test('the object that was understood comes with its verdict', () => {
    const judged = judgeOutput(rules, '{"Enabled":false}', {...judge, now: start})
    expect(judged).toEqual({verdict: 'contradicted', output: {Enabled: false}})
  })

  test('a text without end is not understood, and not searched for long', () => {
    expect(verdict(good.padEnd(200_000))).toBe('confirmed')
    expect(verdict(good.padEnd(200_001))).toBe('not-understood')
    // Blank lines alone: what looks for the brace must not begin anew at each of them.
    expect(verdict(`x${'\n'.repeat(199_000)}x`)).toBe('not-understood')
  })

  test.each([
    {name: 'nothing', text: ''},
    {name: 'an error message', text: "Get-Writeback : The term 'x' is not recognized {oops}"},
    {name: 'a list', text: '[{"Enabled":true}]'},
    {name: 'another object', text: '{"Disabled":true}'},
    {name: 'two objects', text: `${good}\n${good}`},
    {name: 'half an object', text: good.slice(0, 30)},
    {name: 'a text where a truth value belongs', text: '{"Enabled":"true","Events":[{"Id":1}]}'},
  ])('$name is not understood and gives no object', ({text}) => {
    const judged = judgeOutput(rules, text, {...judge, now: start})
    expect(judged).toEqual({verdict: 'not-understood', output: null})
  })

  test('neither confirmed nor contradicted is inconclusive, with the object', () => {
    const judged = judgeOutput(rules, '{"Enabled":true,"Events":[]}', {...judge, now: start})
    expect(judged).toEqual({verdict: 'inconclusive', output: {Enabled: true, Events: []}})
  })

  describe('a condition that an output falls short of', () => {
    const short = [
      {id: 'staging', when: 'Staging == `true`'},
      {id: 'no-event', when: 'length(Events) == `0`'},
    ]
    const judged = (output: object) => {
      const {verdict: is, short: id} = judgeOutput({...rules, short}, JSON.stringify(output), {
        ...judge,
        now: start,
      })
      return [is, id]
    }
    const events = [{Id: 31005}]

    test.each([
      {name: 'names it', output: {Enabled: true, Events: []}, is: ['inconclusive', 'no-event']},
      {
        name: 'comes in the order of the file',
        output: {Enabled: true, Staging: true, Events: []},
        is: ['inconclusive', 'staging'],
      },
      {
        name: 'forbids to confirm, whatever `confirmed` says',
        output: {Enabled: true, Staging: true, Events: events},
        is: ['inconclusive', 'staging'],
      },
      {
        name: 'leaves what contradicts',
        output: {Enabled: false, Staging: true, Events: []},
        is: ['contradicted', undefined],
      },
      {
        name: 'decides by true alone',
        output: {Enabled: true, Staging: 'true', Events: events},
        is: ['confirmed', undefined],
      },
      {
        name: 'that has no name is inconclusive all the same',
        output: {Enabled: true, Events: null},
        is: ['inconclusive', undefined],
      },
    ])('$name', ({output, is}) => {
      expect(judged(output)).toEqual(is)
    })
  })

  test('both confirmed and contradicted is not understood', () => {
    expect(verdict(good, {...rules, contradicted: 'Enabled'})).toBe('not-understood')
  })

  describe('the age of the proof', () => {
    const dated: OutputRules = {...rules, proof: {value: 'Events[].At', expect: {youngerThan: 'PT1H'}}}
    const at = (...times: readonly unknown[]) =>
      JSON.stringify({Enabled: true, Events: times.map(time => ({At: time}))})

    test.each([
      {name: 'now', times: ['2026-11-22T09:00:00Z'], is: 'confirmed'},
      {name: 'a minute less than an hour', times: ['2026-11-22T08:01:00Z'], is: 'confirmed'},
      {name: 'an hour', times: ['2026-11-22T08:00:00Z'], is: 'too-old'},
      {name: 'yesterday', times: ['2026-11-21T09:00:00.0000000Z'], is: 'too-old'},
      {name: 'as another offset writes it', times: ['2026-11-22T10:30:00+02:00'], is: 'confirmed'},
      {name: 'the newest counts', times: ['2026-11-01T00:00:00Z', '2026-11-22T08:59:00Z'], is: 'confirmed'},
      {name: 'a clock that is a little ahead', times: ['2026-11-22T09:04:00Z'], is: 'confirmed'},
      {name: 'the future', times: ['2026-11-22T09:06:00Z'], is: 'inconclusive'},
      {name: 'a time of no zone', times: ['2026-11-22T08:59:00'], is: 'inconclusive'},
      {name: 'no time', times: ['soon'], is: 'inconclusive'},
      {name: 'a text among times', times: ['2026-11-22T08:59:00Z', 'soon'], is: 'inconclusive'},
    ])('$name is $is', ({times, is}) => {
      expect(verdict(at(...times), dated)).toBe(is)
    })

    test('one time alone is judged too', () => {
      const one = {...dated, proof: {value: 'Events[0].At', expect: {youngerThan: 'PT1H'}}}
      expect(verdict(at('2026-11-22T08:59:00Z'), one)).toBe('confirmed')
      expect(verdict('{"Enabled":true,"Events":[1]}', one)).toBe('inconclusive')
    })

    test('what contradicts needs no proof', () => {
      expect(verdict('{"Enabled":false}', dated)).toBe('contradicted')
    })
  })
})

test.each([
  {value: '2026-11-22T09:41:07.0000000Z', is: true},
  {value: '2026-11-22', is: false},
  {value: 'Event 5 of May', is: false},
  {value: '2026-13-45T99:00:00Z', is: false},
  {value: '2026-11-22T09:41', is: false},
  {value: '2026-11-22T11:50:00', is: false},
  {value: '2026-11-22T11:50:00+0100', is: false},
  {value: '2026-11-22T11:50Z', is: true},
  {value: '2026-11-22T11:50:00.5-05:30', is: true},
  {value: '2026-02-31T11:50:00Z', is: false},
  {value: '2026-02-29T11:50:00Z', is: false},
  {value: '2028-02-29T11:50:00Z', is: true},
  {value: '2026-11-22T24:00:00Z', is: false},
  {value: 5, is: false},
])('$value is a time: $is', ({value, is}) => {
  expect(isTime(value)).toBe(is)
})

test('every moment is a time, and none is without its offset', () => {
  const moment = fc.date({min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true})
  fc.assert(
    fc.property(moment, date => {
      expect(isTime(date.toISOString())).toBe(true)
      expect(isTime(date.toISOString().slice(0, -1))).toBe(false)
    }),
  )
})
