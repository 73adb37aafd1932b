import {describe, expect, test} from 'vitest'
import {readConfiguration} from '../../plugins/runbook/index.ts'

const url = 'https://passerelle.example'
const clientId = '00000000-0000-4000-8000-000000000001'
const changeClientId = '00000000-0000-4000-8000-000000000002'
const cloud = {authority: 'https://a.example', graph: 'https://b.example', portal: 'https://c.example'}
const signIn = `{clientId: ${clientId}, tenant: organizations, cloud: global}`

test.each([
  ['without sign-in', 'null', null],
  ['with sign-in', signIn, {clientId, tenant: 'organizations', cloud: 'global'}],
  [
    'with a second registration and a cloud of its own',
    `{clientId: ${clientId}, changeClientId: ${changeClientId}, tenant: organizations, cloud: ${JSON.stringify(cloud)}}`,
    {clientId, changeClientId, tenant: 'organizations', cloud},
  ],
])('a site %s', (_, written, expected) => {
  expect(readConfiguration(`url: ${url}\nsignIn: ${written}\n`)).toEqual({
    configuration: {url, signIn: expected},
    findings: [],
  })
})

describe('a fault leaves no configuration and has its place', () => {
  test.each<[string, string, [string, string][]]>([
    [
      'nothing',
      '',
      [
        ['key-missing', ''],
        ['key-missing', ''],
      ],
    ],
    [
      'a comment only',
      '# none\n',
      [
        ['key-missing', ''],
        ['key-missing', ''],
      ],
    ],
    ['a list', '- a\n', [['type-invalid', '']]],
    ['a word', 'passerelle\n', [['type-invalid', '']]],
    ['broken YAML', `url: ${url}\nsignIn: {\n`, [['yaml-invalid', '']]],
    ['an address without TLS', 'url: http://x\nsignIn: null\n', [['value-invalid', 'http://x']]],
    ['an unknown key', `url: ${url}\nsignIn: null\ncolour: red\n`, [['key-unknown', 'colour']]],
    ['sign-in of a wrong type', `url: ${url}\nsignIn: no-one\n`, [['type-invalid', 'no-one']]],
    [
      'sign-in without its keys',
      `url: ${url}\nsignIn: {cloud: global}\n`,
      [
        ['key-missing', '{cloud: global}'],
        ['key-missing', '{cloud: global}'],
      ],
    ],
    [
      'sign-in with three wrong values',
      `url: ${url}\nsignIn: {clientId: x, tenant: 5, cloud: mars}\n`,
      [
        ['value-invalid', 'x'],
        ['type-invalid', '5'],
        ['value-invalid', 'mars'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    const {configuration, findings} = readConfiguration(text)
    expect(configuration).toBeNull()
    expect(findings.map(({ruleId, range}) => [ruleId, text.slice(range.start, range.end)])).toEqual(expected)
  })
})
