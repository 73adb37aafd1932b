// A POST about one user and one licence: what it is bound to, and every place where it may not differ from the reviewed one.
import {expect, test} from 'vitest'
import {compile, readTenantWithLicence, rulesOf} from './read-tenant.ts'

const shows = "length(licenseAssignmentStates[?skuId=='{licence}' && assignedByGroup==`null`]) > `0`"

const body = "      body: {addLicenses: [{skuId: '{licence}', disabledPlans: []}], removeLicenses: []}\n"
const undoBody = "      undoBody: {addLicenses: [], removeLicenses: ['{licence}']}\n"
const requires =
  '      requires:\n        - id: location\n          when: usageLocation != `null`\n          says: The user has no usage location.\n'

test('is bound with its body, its undo, its conditions and what it asks for', () => {
  const {model} = compile(readTenantWithLicence())
  expect(model?.inputs).toEqual([
    {id: 'user', kind: 'upn', label: 'inputs.user.label'},
    {
      id: 'licence',
      kind: 'option',
      label: 'inputs.licence.label',
      from: {step: 'account', press: 'list', read: 'licences'},
    },
  ])
  const step = model?.steps.find(({id}) => id === 'account')
  expect(step?.asks).toEqual(['user', 'licence'])
  expect(step?.change).toMatchObject({
    method: 'POST',
    path: '/v1.0/users/{key}/assignLicense',
    object: 'user',
    name: 'userPrincipalName',
    body: {addLicenses: [{skuId: '{licence}', disabledPlans: []}], removeLicenses: []},
    undoBody: {addLicenses: [], removeLicenses: ['{licence}']},
    requires: [{id: 'location', says: 'steps.account.change.requires.location.says'}],
    properties: [{id: 'direct', value: shows, wanted: true, at: ''}],
    carries: [],
  })
  expect(step?.change).not.toHaveProperty('follow')
})

test.each<readonly [what: string, rule: string, part: string, other: string, at?: string]>([
  ['no body', 'change-part-missing', body, '', 'read:\n'],
  ['no undo', 'undo-missing', undoBody, '', 'says:\n        run'],
  [
    'an undo of nothing',
    'body-differs',
    "removeLicenses: ['{licence}']",
    'removeLicenses: []',
    '[]}\n      scopes',
  ],
  [
    'an undo that adds',
    'body-differs',
    "addLicenses: [], removeLicenses: ['{licence}']",
    'addLicenses: []',
    'undoBody:',
  ],
  ['another key', 'body-differs', 'skuId:', 'skuID:', 'body:'],
  ['a plan that is turned off', 'body-differs', 'disabledPlans: []', 'disabledPlans: [{x: 1}]', 'body:'],
  ['another verb', 'write-unreviewed', 'post:', 'patch:', 'patch:'],
  ['an action that does not exist', 'write-unreviewed', '/assignLicense', '/assignLicence', 'post:'],
  ['the other way round', 'body-differs', 'wanted: true', 'wanted: false', 'body:'],
  ['a text for a yes or no', 'wanted-mistyped', 'wanted: true', "wanted: 'true'", "wanted: 'true'"],
  ['an effect that is not its own', 'expression-differs', shows, 'accountEnabled', 'value: accountEnabled'],
  ['a place', 'change-part-unexpected', 'wanted: true', 'at: usageLocation\n          wanted: true', 'at:'],
  ['a secret', 'change-part-unexpected', '      confirm:', '      secret: word\n      confirm:', 'secret:'],
  [
    'what Graph does not go on with',
    'change-part-unexpected',
    '      confirm:',
    '      follow: {get: "/v1.0/users/{key}/x/{operation}", scopes: [User.ReadWrite.All], source: "https://x.example/"}\n      confirm:',
    'follow:',
  ],
  [
    'a list that nothing sends',
    'change-part-unexpected',
    '      confirm:',
    '      carries: [{id: plans, value: id}]\n      confirm:',
    'carries:',
  ],
  ['no name', 'change-part-missing', '      name: userPrincipalName\n', '', 'read:\n'],
  ['another name', 'expression-differs', 'name: userPrincipalName', 'name: displayName', 'name:'],
  ['another object', 'value-invalid', 'object: user', 'object: tenant', 'object:'],
  ['another id', 'expression-differs', 'key: id', 'key: userPrincipalName', 'key:'],
  ['no condition', 'condition-missing', requires, '', 'read:\n'],
  [
    'a condition that gives no yes or no',
    'condition-invalid',
    'usageLocation != `null`',
    'usageLocation',
    'when:',
  ],
  [
    'a condition over an unknown property',
    'property-unknown',
    'usageLocation != `null`',
    'usageLocatoin != `null`',
    'when:',
  ],
  [
    'an input in a condition where none fits',
    'placeholder-misplaced',
    'usageLocation != `null`',
    "id != '{user}'",
    'when:',
  ],
  [
    'an input inside a text',
    'placeholder-misplaced',
    'usageLocation != `null`',
    "id != 'x{licence}'",
    'when:',
  ],
  ['an option in the place of a name', 'path-unknown', '/v1.0/users/{user}', '/v1.0/users/{licence}', 'get:'],
  ['an unknown placeholder', 'placeholder-unknown', '/v1.0/users/{user}', '/v1.0/users/{usr}', 'get:'],
  [
    'an input as a part of a segment',
    'placeholder-misplaced',
    '/v1.0/users/{user}',
    '/v1.0/users/id-{user}',
    'get:',
  ],
  [
    'a wider scope',
    'scope-outside',
    'LicenseAssignment.ReadWrite.All',
    'User.ReadWrite.All',
    'scopes: [User.ReadW',
  ],
  [
    'the whole directory',
    'scope-outside',
    'LicenseAssignment.ReadWrite.All',
    'Directory.ReadWrite.All',
    'scopes: [Dir',
  ],
  [
    'a reading scope',
    'scope-reads',
    'LicenseAssignment.ReadWrite.All',
    'LicenseAssignment.Read.All',
    'scopes: [LicenseAssignment.Read.',
  ],
  ['a selection without what is judged', 'select-missing', ', licenseAssignmentStates]', ']', 'select:'],
  [
    'a text that Graph does not have',
    'property-unknown',
    "value: value[?appliesTo=='User'].skuId",
    "value: value[?appliesTo=='Usr'].skuId",
    'value: value[?',
  ],
  [
    'names of other items',
    'input-list-mismatched',
    "found: {value: \"value[?appliesTo=='User']",
    'found: {value: "value[]',
    'found:',
  ],
  [
    'ids that are none',
    'input-list-mismatched',
    "value: value[?appliesTo=='User'].skuId",
    "value: value[?appliesTo=='User'].skuPartNumber",
    'found:',
  ],
  [
    'an input that is asked for by another kind of step',
    'part-unexpected',
    'do: change',
    'do: portal',
    'asks:',
  ],
  [
    'an input with the name of the password of a change',
    'id-reserved',
    'change:\n',
    'change:\n      secret: user\n',
    '- id: user',
  ],
  ['an input with a name of the page’s own', 'id-reserved', '- id: user', '- id: key', 'key\n    kind'],
  [
    'an input twice',
    'id-duplicate',
    '- id: licence\n    kind',
    '- id: user\n    kind',
    'user\n    kind: option',
  ],
  [
    'an irreversible one without its name typed',
    'confirmation-weak',
    '      confirm:',
    '      irreversible: No.\n      confirm:',
    'confirm:',
  ],
])('is refused, at its place: %s (%s)', (_, rule, part, other, at) => {
  const {yaml} = readTenantWithLicence(part, other)
  const compiled = compile({yaml})
  const messages = compiled.diagnostics.flatMap(file => file.messages.filter(({ruleId}) => ruleId === rule))
  expect(messages, rulesOf(compiled).join()).not.toEqual([])
  expect(compiled.model).toBeNull()
  const line = yaml.slice(0, yaml.indexOf(at ?? other ?? '')).split('\n').length
  expect(messages.map(message => message.line)).toContain(line)
})

test('with every line of it gone there is still a report', () => {
  const lines = readTenantWithLicence().yaml.split('\n')
  const [from, to] = ['    do: change', '      - id: run'].map(line => lines.indexOf(line))
  for (let index = from ?? 0; index < (to ?? 0); index++) {
    const yaml = lines.filter((_, at) => at !== index).join('\n')
    expect(() => compile({yaml}), lines[index] ?? '').not.toThrow()
  }
})
