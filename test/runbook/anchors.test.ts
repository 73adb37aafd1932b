import {describe, expect, test} from 'vitest'
import {compile, readTenant, rulesOf, swap} from './read-tenant.ts'

test('the same text is told apart by its occurrence', () => {
  const model = compile().model
  expect(model?.steps.map(step => `${step.number} ${step.id}`)).toEqual([
    '1.1 start',
    '1.2 first-next',
    '1.3 second-next',
    '2.1 account',
    '2.2 settings',
    '2.3 option',
    '2.4 save',
  ])
})

test.each([
  ['quotes and white space', 'on: Open **Settings**.', 'on: "Open   **Settings**."'],
  ['composed letters', 'after: "On the server, do this:"', 'after: "On the server,  do this:"'],
])('%s do not matter', (_, part, other) => {
  expect(rulesOf(compile({yaml: swap(readTenant.yaml, part, other)}))).toEqual([])
})

test('markup does matter', () => {
  expect(
    rulesOf(compile({yaml: swap(readTenant.yaml, 'on: Open **Settings**.', 'on: Open Settings.')})),
  ).toEqual(['anchor-lost'])
})

describe('a lost anchor', () => {
  test('names the nearest step that nothing binds', () => {
    expect(reasonOf({yaml: swap(readTenant.yaml, 'on: Open **Settings**.', 'on: Open **Setting**.')})).toBe(
      'Missing a step `Open **Setting**.` in the article; nearest 94 % alike: `Open **Settings**.`',
    )
  })

  test('names none that is less than half alike', () => {
    const message = messageOf({yaml: swap(readTenant.yaml, 'on: Open **Settings**.', 'on: Zzz.')})
    expect(message?.reason).toBe('Missing a step `Zzz.` in the article')
    expect(message?.note).toMatch(/^take this entry out/)
  })

  test('names none where every step is bound', () => {
    const line =
      readTenant.markdown.split('\n').find(each => each.startsWith('2.') && each.includes('Settings')) ?? ''
    expect(reasonOf({markdown: swap(readTenant.markdown, `${line}\n`, '')})).toBe(
      'Missing a step `Open **Settings**.` in the article',
    )
  })
})

describe('another block in a bound step', () => {
  const line = readTenant.markdown.split('\n').find(each => each.includes('Open **Settings**.')) ?? ''
  const command = '   ```powershell\n   Remove-Everything -From C:\\ -Because "why not"\n   ```'
  const markdown = swap(readTenant.markdown, line, `${line}\n\n${command}\n`)

  test('is a change of the step, which forbids the page', () => {
    const compiled = compile({markdown})
    expect(rulesOf(compiled)).toEqual(['article-changed', 'anchor-lost'])
    expect(compiled.model).toBeNull()
  })

  test('is in what the fix says to write, which binds', () => {
    const [, on] = /write `` (on: .*) ``$/.exec(messageOf({markdown})?.note ?? '') ?? []
    const yaml = swap(readTenant.yaml, 'on: Open **Settings**.', on ?? '')
    expect(rulesOf(compile({markdown, yaml}))).toEqual(['article-changed'])
  })

  test('may be written on lines of its own', () => {
    const lines = ['Open **Settings**.', '', ...command.split('\n').map(each => each.trim())]
    const on = ['on: |', ...lines.map(each => `      ${each}`)].join('\n')
    const yaml = swap(readTenant.yaml, 'on: Open **Settings**.', on)
    const compiled = compile({markdown, yaml})
    expect(rulesOf(compiled)).toEqual(['article-changed'])
    expect(compiled.page('en-US')?.sentences['settings']).toBe('Open Settings.')
  })
})

test('a step on the server needs no entry and gets an id of its words', () => {
  const entry = /\n {2}- id: second-next\n(?: {4}.*\n)+/
  const {model} = compile({yaml: readTenant.yaml.replace(entry, '')})
  expect(model?.steps[2]).toEqual({
    id: 'step-click-next',
    number: '1.3',
    part: 1,
    ordinal: 3,
    place: 'on-premises',
    kind: 'tick',
    notes: [],
    presses: [],
  })
})

function reasonOf(changed: Parameters<typeof compile>[0]): string | undefined {
  return messageOf(changed)?.reason
}

function messageOf(changed: Parameters<typeof compile>[0]) {
  return compile(changed).diagnostics[1]?.messages.find(each => each.ruleId === 'anchor-lost')
}
