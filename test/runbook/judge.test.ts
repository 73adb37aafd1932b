import {expect, test} from 'vitest'
import {compile, readTenant} from './read-tenant.ts'

const proof = `
      proof:
        value: At
        expect: {youngerThan: PT1H}
        tooOld: That was too long ago.`

/** The rules that fire where the runbook has this sample, and its verifier this addition. */
function rulesFor(
  sample: {readonly verdict: string; readonly output: string},
  addition = '',
): readonly unknown[] {
  const yaml = readTenant.yaml
    .replace('verdict: confirmed', `verdict: ${sample.verdict}`)
    .replace(`output: '{"Enabled": true}'`, `output: '${sample.output}'`)
    .replace('contradicted: Enabled == `false`', `$&${addition}`)
  const messages = compile({yaml}).diagnostics.flatMap(file => file.messages)
  return messages.map(({ruleId}) => ruleId).filter(rule => rule !== 'text-missing')
}

test.each([
  {name: 'a sample as the page judges it', verdict: 'confirmed', output: '{"Enabled": true}', is: []},
  {
    name: 'a prompt around it, which the page looks past',
    verdict: 'confirmed',
    output: 'PS> {"Enabled": false}',
    is: ['sample-misjudged'],
  },
  {
    name: 'another verdict than the page’s',
    verdict: 'contradicted',
    output: '{"Enabled": true}',
    is: ['sample-misjudged'],
  },
])('$name', ({verdict, output, is}) => {
  expect(rulesFor({verdict, output})).toEqual(is)
})

test.each([
  {name: 'a time before the paste', verdict: 'confirmed', at: '{ago:PT59M}', is: []},
  {name: 'one that is too long before', verdict: 'too-old', at: '{ago:PT1H}', is: []},
  {name: 'one that the file believes young', verdict: 'confirmed', at: '{ago:P1D}', is: ['sample-misjudged']},
  {
    name: 'a date, which grows old',
    verdict: 'confirmed',
    at: '2026-11-22T09:41:07Z',
    is: ['sample-misjudged'],
  },
  {name: 'a duration that is none', verdict: 'confirmed', at: '{ago:P1M}', is: ['sample-misjudged']},
])('the event of a sample: $name', ({verdict, at, is}) => {
  expect(rulesFor({verdict, output: `{"Enabled": true, "At": "${at}"}`}, proof)).toEqual(is)
})

const short = `
      short:
        - id: staging
          when: Staging
          text: This server is in staging mode.`

test.each([
  {name: 'is inconclusive', verdict: 'inconclusive', output: '{"Enabled": true, "Staging": true}', is: []},
  {
    name: 'is not confirmed',
    verdict: 'confirmed',
    output: '{"Enabled": true, "Staging": true}',
    is: ['sample-misjudged'],
  },
  {name: 'is said of no other', verdict: 'confirmed', output: '{"Enabled": true}', is: []},
])('a sample that falls short of a condition $name', ({verdict, output, is}) => {
  expect(rulesFor({verdict, output}, short)).toEqual(is)
})

test.each([
  {name: 'its text', short: short.replace(/\n *text.*/, ''), rule: 'key-missing'},
  {name: 'an id of its own', short: `${short}${short.replace('\n      short:', '')}`, rule: 'id-duplicate'},
  {
    name: 'an expression that can be read',
    short: short.replace('Staging\n', '"Staging["\n'),
    rule: 'expression-invalid',
  },
  {name: 'to be there', short: '\n      short: []', rule: 'value-invalid'},
])('a condition needs $name', ({short: faulty, rule}) => {
  expect(rulesFor({verdict: 'confirmed', output: '{"Enabled": true}'}, faulty)).toContain(rule)
})

test('the text of a condition is a text of the page', () => {
  const yaml = readTenant.yaml.replace('contradicted: Enabled == `false`', `$&${short}`)
  const {diagnostics} = compile({yaml})
  const messages = diagnostics.flatMap(file => file.messages)
  expect(messages.map(({ruleId, reason}) => `${ruleId} ${reason}`).join()).toContain(
    'steps.start.verify.short.staging',
  )
})

test('what holds on both sides is not understood by the build either, as by the page', () => {
  const yaml = readTenant.yaml.replace('contradicted: Enabled == `false`', 'contradicted: Enabled')
  const messages = compile({yaml}).diagnostics.flatMap(file => file.messages)
  expect(messages.map(({reason}) => reason).join()).toContain('Unexpected verdict `not-understood`')
})

test.each([
  {name: 'its text', proof: proof.replace(/\n *tooOld.*/, ''), rule: 'key-missing'},
  {name: 'its age', proof: proof.replace('{youngerThan: PT1H}', '{}'), rule: 'key-missing'},
  {name: 'an age that is a duration', proof: proof.replace('PT1H', 'soon'), rule: 'value-invalid'},
  {name: 'an expectation', proof: proof.replace('{youngerThan: PT1H}', '5'), rule: 'type-invalid'},
  {name: 'to be one', proof: '\n      proof: 5', rule: 'type-invalid'},
  {name: 'something in it', proof: '\n      proof: {}', rule: 'key-missing'},
  {
    name: 'an expression that can be read',
    proof: proof.replace('value: At', 'value: "At["'),
    rule: 'expression-invalid',
  },
])('a proof needs $name', ({proof: faulty, rule}) => {
  const sample = {verdict: 'confirmed', output: '{"Enabled": true, "At": "{ago:PT1M}"}'}
  expect(rulesFor(sample, faulty)).toContain(rule)
})
