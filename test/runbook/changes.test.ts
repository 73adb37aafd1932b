import {describe, expect, test} from 'vitest'
import {compile, readTenant, readTenantWithChange, rulesOf, swap} from './read-tenant.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'

const soft = {
  at: '          at: features.blockSoftMatchEnabled\n',
  value: 'value: value[0].features.blockSoftMatchEnabled',
  words: "words: {'true': Blocked, 'false': Allowed}",
}
const undone = '        undone: The values from before are back.\n'
const undo = `        undo: Restore the values from before\n${undone}`
const irreversible = '      irreversible: Nothing keeps them.\n      wait: {'
const scopes = 'scopes: [OnPremDirectorySynchronization.ReadWrite.All]'
const look = 'scopes: [OnPremDirectorySynchronization.Read.All]'
const patch = 'patch: /v1.0/directory/onPremisesSynchronization/{key}'

describe('a change', () => {
  const {model, texts} = compileChange()
  const step = model?.steps.find(({id}) => id === 'account')

  test('is bound without a word, its texts stand in the ledger', () => {
    expect(step?.kind).toBe('change')
    expect(step?.change).toEqual({
      read: {
        id: 'features',
        path: '/v1.0/directory/onPremisesSynchronization',
        select: ['id', 'features'],
        scopes: ['OnPremDirectorySynchronization.Read.All'],
        source: 'https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-get',
      },
      key: 'value[0].id',
      requires: [],
      properties: [
        property('soft-match', 'blockSoftMatchEnabled'),
        property('hard-match', 'blockCloudObjectTakeoverThroughHardMatchEnabled'),
      ],
      carries: [],
      method: 'PATCH',
      path: '/v1.0/directory/onPremisesSynchronization/{key}',
      scopes: ['OnPremDirectorySynchronization.ReadWrite.All'],
      source: 'https://learn.microsoft.com/graph/api/onpremisesdirectorysynchronization-update',
      object: 'tenant',
      confirm: 'dialog',
      reach: 'steps.account.change.reach',
      wait: {total: 'PT1M', every: 'PT5S'},
      says: {
        run: 'steps.account.change.run',
        done: 'steps.account.change.done',
        already: 'steps.account.change.already',
        undo: 'steps.account.change.undo',
        undone: 'steps.account.change.undone',
      },
    })
    const english = Object.fromEntries(texts.map(({key, text}) => [key, text]))
    expect(english['steps.account.change.properties.soft-match.words.false']).toBe('Allowed')
    expect(english['steps.account.change.undo']).toBe('Restore the values from before')
  })

  test('gives its read to the look and its request to the change, under one press', () => {
    expect(model?.scopes.filter(use => use.press === 'change')).toEqual([
      {
        step: 'account',
        press: 'change',
        phase: 'look',
        scope: 'OnPremDirectorySynchronization.Read.All',
        calls: ['GET /v1.0/directory/onPremisesSynchronization'],
      },
      {
        step: 'account',
        press: 'change',
        phase: 'change',
        scope: 'OnPremDirectorySynchronization.ReadWrite.All',
        calls: ['PATCH /v1.0/directory/onPremisesSynchronization/{key}'],
      },
    ])
    expect(model?.calls).toContain('PATCH /v1.0/directory/onPremisesSynchronization/{key}')
  })

  test('that cannot be undone says why on its step, and has no undo', () => {
    const {yaml} = readTenantWithChange(undo, '')
    const compiled = compile({
      yaml: swap(yaml, 'confirm: dialog', 'confirm: typed').replace('      wait: {', irreversible),
    })
    const bound = compiled.model?.steps.find(({id}) => id === 'account')
    expect(bound?.irreversible).toBe('steps.account.irreversible')
    expect(Object.keys(bound?.change?.says ?? {})).toEqual(['run', 'done', 'already'])
  })

  test('without `select` asks for all', () => {
    const compiled = compileChange('        select: [id, features]\n', '')
    expect(rulesOf(compiled)).toEqual([])
    expect(compiled.model?.steps.find(({id}) => id === 'account')?.change?.read).not.toHaveProperty('select')
  })
})

describe('is refused, at its place:', () => {
  test.each<readonly [what: string, rule: string, part: string, other: string, at?: string]>([
    ['no undo', 'undo-missing', undo, '', 'says:'],
    ['an undo without what is true after it', 'undo-missing', undone, '', 'says:'],
    [
      'an undo beside the reason why there is none',
      'undo-unexpected',
      '      wait: {',
      irreversible,
      'undo:',
    ],
    ['a weak confirmation of what stays', 'confirmation-weak', '      wait: {', irreversible, 'confirm:'],
    ['a path without its key', 'placeholder-missing', '/{key}', '', 'patch:'],
    ['a key twice', 'placeholder-missing', '/{key}', '/{key}/{key}', 'patch:'],
    ['a key as a part of a segment', 'placeholder-missing', '/{key}', '/a{key}', 'patch:'],
    ['another placeholder', 'placeholder-unknown', '/{key}', '/{key}/{id}', 'patch:'],
    ['a path with a query', 'path-invalid', '/{key}', '/{key}?$select=id', 'patch:'],
    ['a path of beta', 'path-invalid', patch, patch.replace('v1.0', 'beta'), 'patch:'],
    ['a request nobody reviewed', 'write-unreviewed', patch, 'patch: /v1.0/organization/{key}'],
    ['another verb', 'write-unreviewed', 'patch:', 'post:', 'post:'],
    ['two verbs', 'method-invalid', '      patch:', '      post: /v1.0/x/{key}\n      patch:', 'post:'],
    ['no verb', 'method-invalid', `      ${patch}\n`, '', 'read:'],
    ['a body', 'change-part-unexpected', '      patch:', '      body: {}\n      patch:', 'body:'],
    ['no place', 'change-part-missing', soft.at, '', 'id: soft-match'],
    ['no property', 'properties-miscounted', propertiesBlock(), '      properties: []\n', 'properties:'],
    [
      'the name of a tenant',
      'change-part-unexpected',
      '      confirm:',
      '      name: id\n      confirm:',
      'name:',
    ],
    ['another object', 'value-invalid', 'object: tenant', 'object: user'],
    [
      'a list',
      'change-part-unexpected',
      '      patch:',
      '      carries: [{id: a, value: a}]\n      patch:',
      'carries:',
    ],
    ['a verb as a value', 'key-unknown', '      patch:', '      method: PATCH\n      patch:', 'method:'],
    ['a read that writes', 'read-writes', '        get:', '        patch: /v1.0/me\n        get:'],
    [
      'a read of something else',
      'path-differs',
      'get: /v1.0/directory/onPremisesSynchronization',
      'get: /v1.0/me',
    ],
    [
      'one place twice',
      'property-collides',
      'at: features.blockCloud',
      'at: features.blockSoftMatchEnabled #',
    ],
    [
      'a place around another',
      'property-collides',
      soft.at,
      '          at: features\n',
      'at: features.blockCloud',
    ],
    [
      'a place inside another',
      'property-collides',
      'at: features.blockCloudObjectTakeoverThroughHardMatchEnabled',
      'at: features.blockSoftMatchEnabled.x',
    ],
    ['a place that is no name', 'value-invalid', soft.at, '          at: features..x\n', 'at:'],
    ['a place with a blank', 'value-invalid', soft.at, '          at: features x\n', 'at:'],
    ['a place that is a prototype', 'value-invalid', soft.at, '          at: __proto__.x\n', 'at:'],
    [
      'a property nobody reviewed',
      'property-unreviewed',
      soft.at,
      '          at: features.softMatchOnUpnEnabled\n',
    ],
    [
      'an id of a property twice',
      'id-duplicate',
      '- id: hard-match',
      '- id: soft-match',
      '- id: soft-match\n          label: Hard',
    ],
    ['words without the wanted value', 'words-missing', soft.words, "words: {'false': Allowed}", 'words:'],
    ['words without the other value', 'words-missing', soft.words, "words: {'true': Blocked}", 'words:'],
    ['no words', 'words-missing', `          ${soft.words}\n`, '', '- id: soft-match'],
    [
      'words of no value',
      'key-unknown',
      soft.words,
      "words: {'true': Blocked, 'false': Allowed, 'ture': X}",
      'words:',
    ],
    ['the same words', 'words-alike', soft.words, "words: {'true': Blocked, 'false': Blocked}", 'words:'],
    [
      'a text for a yes or no',
      'wanted-mistyped',
      `wanted: true\n${soft.at}`,
      `wanted: yes\n${soft.at}`,
      'wanted: yes',
    ],
    [
      'a number for a yes or no',
      'wanted-mistyped',
      `wanted: true\n${soft.at}`,
      `wanted: 1\n${soft.at}`,
      'wanted: 1',
    ],
    [
      'nothing for a yes or no',
      'type-invalid',
      `wanted: true\n${soft.at}`,
      `wanted: null\n${soft.at}`,
      'wanted:',
    ],
    ['a scope that writes for the read', 'scope-writes', look, scopes],
    ['a foreign scope for the read', 'scope-outside', look, 'scopes: [Policy.Read.All]'],
    [
      'a scope that reads for the request',
      'scope-reads',
      scopes,
      'scopes: [OnPremDirectorySynchronization.Read.All]',
      '\n      scopes:',
    ],
    ['a scope more', 'scope-outside', scopes, scopes.replace(']', ', Domain.Read.All]'), '\n      scopes:'],
    ['no scope', 'scope-undeclared', scopes, 'scopes: []'],
    ['the dead property', 'property-dead', soft.at, '          at: features.passwordWritebackEnabled\n'],
    ['a long wait', 'wait-invalid', 'total: PT1M', 'total: PT11M', 'wait:'],
    ['a restless wait', 'wait-invalid', 'every: PT5S', 'every: PT1S', 'wait:'],
    ['a look after the end', 'wait-invalid', 'every: PT5S', 'every: PT2M', 'wait:'],
    ['an expression that cannot be read', 'expression-invalid', 'key: value[0].id', "key: 'value[0'", 'key:'],
    ['a value that cannot be read', 'expression-invalid', soft.value, "value: 'value[0'", "value: 'value[0'"],
    [
      'a proof of another property',
      'expression-differs',
      soft.value,
      'value: value[0].features.softMatchOnUpnEnabled',
    ],
    [
      'a proof of another object',
      'expression-differs',
      soft.value,
      'value: value[1].features.blockSoftMatchEnabled',
    ],
    ['a proof that makes null a value', 'expression-differs', soft.value, `${soft.value} || \`false\``],
    ['an id of another object', 'expression-differs', 'key: value[0].id', 'key: value[1].id'],
    ['a selection without the id', 'select-missing', 'select: [id, features]', 'select: [features]'],
    ['a selection without what is set', 'select-missing', 'select: [id, features]', 'select: [id]'],
    ['a selection of nothing', 'select-unknown', 'select: [id, features]', 'select: [id, features, feature]'],
    ['no change', 'part-missing', changeBlock(), '    notes: []\n', 'do: change'],
    ['a change of a step that reads', 'part-unexpected', 'do: change', 'do: read', 'change:'],
    ['no words of the result', 'key-missing', '        done: Soft match is blocked.\n', '', 'run:'],
    ['a placeholder in its words', 'placeholder-unknown', 'done: Soft match', 'done: "{found}"\n        # '],
  ])('%s (%s)', (_, rule, part, other, at) => {
    const {yaml} = readTenantWithChange(part, other)
    const compiled = compile({yaml})
    const messages = compiled.diagnostics.flatMap(file => file.messages.filter(({ruleId}) => ruleId === rule))
    expect(messages, rulesOf(compiled).join()).not.toEqual([])
    expect(compiled.model).toBeNull()
    const line = lineOf(yaml, at ?? (other ?? '').trim())
    expect(messages.map(message => message.line)).toContain(line)
  })

  test.each(['change', 'send', 'evidence'])('a press named %s', id => {
    const yaml = swap(readTenant.yaml, '- id: run\n', `- id: ${id}\n`)
    expect(rulesOf(compile({yaml}))).toContain('id-reserved')
  })

  test('a read of the step under the id of the change’s own', () => {
    const {yaml} = readTenantWithChange('id: features', 'id: me')
    expect(rulesOf(compile({yaml}))).toContain('id-duplicate')
  })
})

test('a change of which every key is gone still has a report', () => {
  const lines = readTenantWithChange().yaml.split('\n')
  for (const [index, line] of lines.entries()) {
    if (!/^ {6,}\S+:/.test(line)) continue
    const yaml = lines.filter((_, at) => at !== index).join('\n')
    expect(() => compile({yaml})).not.toThrow()
  }
})

function compileChange(part = '', other = ''): CompiledPage {
  return compile(readTenantWithChange(part, other))
}

function property(id: string, name: string) {
  const key = `steps.account.change.properties.${id}`
  return {
    id,
    label: `${key}.label`,
    value: `value[0].features.${name}`,
    wanted: true,
    at: `features.${name}`,
    words: {true: `${key}.words.true`, false: `${key}.words.false`},
  }
}

function propertiesBlock(): string {
  const {yaml} = readTenantWithChange()
  return yaml.slice(yaml.indexOf('      properties:\n'), yaml.indexOf('      patch:'))
}

function changeBlock(): string {
  const {yaml} = readTenantWithChange()
  const start = yaml.indexOf('    change:\n')
  return yaml.slice(start, yaml.indexOf('    presses:', start))
}

/** Line, from 1, on which a text that stands in the change begins. */
function lineOf(yaml: string, text: string): number {
  const from =
    yaml.indexOf('do: change') < 0 ? yaml.indexOf('label: Sign in') : yaml.indexOf('    do: change')
  const lead = text.startsWith('\n') ? 1 : 0
  return yaml.slice(0, yaml.indexOf(text, from) + lead).split('\n').length
}
