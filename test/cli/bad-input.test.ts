import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {checkSite} from './passerelle.ts'
import {actions, article, copySite, french} from './site.ts'

const configuration = 'docs/passerelle.yaml'
const pair = (id: string, target: string, source: string) =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

// Each with the words that its line holds once all changes are made.
const malformations: readonly {
  readonly what: string
  readonly file: string
  readonly from: string | RegExp
  readonly to: string
  readonly rule: string
  readonly on: string
}[] = [
  {
    what: 'a segment without its source',
    file: article,
    from: /<span class="sxs-lookup"><span data-stu-id="3e638-106">.*/,
    to: '',
    rule: 'segment-unpaired',
    on: 'data-ttu-id="3e638-106"',
  },
  {
    what: 'a segment inside another one',
    file: article,
    from: 'Sur la page **Prêt à configurer**',
    to: `Sur ${pair('3e638-200', 'la', 'the')} page **Prêt à configurer**`,
    rule: 'segment-nested',
    on: 'data-ttu-id="3e638-111"',
  },
  {
    what: 'a segment that is cut off',
    file: article,
    from: /<\/span><\/span>\s*$/,
    to: '',
    rule: 'segment-truncated',
    on: 'data-ttu-id="3e638-122"',
  },
  {
    what: 'front matter that is no YAML',
    file: article,
    from: 'manager: mnirkhe',
    to: 'manager: a: b',
    rule: 'front-matter-invalid',
    on: 'manager:',
  },
  {
    what: 'a heading id that occurs twice',
    file: article,
    from: '> [!NOTE]',
    to: '## <a name="enable-password-writeback-in-azure-ad-connect"></a>Note\n\n> [!NOTE]',
    rule: 'heading-id-duplicate',
    on: '</a>Note',
  },
  {
    what: 'an unknown key',
    file: actions,
    from: 'minutes: 25',
    to: 'minutes: 25\ncolour: green',
    rule: 'key-unknown',
    on: 'colour: green',
  },
  {
    what: 'a wrong type',
    file: actions,
    from: 'minutes: 25',
    to: 'minutes: "25"',
    rule: 'type-invalid',
    on: 'minutes: "25"',
  },
  {
    what: 'a write verb in a read',
    file: actions,
    from: 'get: /v1.0/subscribedSkus',
    to: 'patch: /v1.0/subscribedSkus',
    rule: 'read-writes',
    on: 'patch: /v1.0/subscribedSkus',
  },
  {
    what: 'a broken expression',
    file: actions,
    from: 'value: displayName\n',
    to: 'value: "displayName["\n',
    rule: 'expression-invalid',
    on: 'value: "displayName["',
  },
  {
    what: 'an anchor that fits no step',
    file: actions,
    from: 'on: When ready, click **Save**.',
    to: 'on: When ready click **Save**.',
    rule: 'anchor-lost',
    on: 'on: When ready click',
  },
  {
    what: 'an anchor that fits two steps',
    file: article,
    from: /^5\. <span data-ttu-id="3e638-119">/m,
    to: `5. ${pair('3e638-300', 'Connectez-vous.', 'Sign in to the Azure portal using a global administrator account.')}\n6. <span data-ttu-id="3e638-119">`,
    rule: 'anchor-ambiguous',
    on: 'on: Sign in to the Azure portal',
  },
  {
    what: 'a scope missing',
    file: actions,
    from: 'scopes: [Domain.Read.All]',
    to: 'scopes: []',
    rule: 'scope-undeclared',
    on: 'scopes: []',
  },
  {
    what: 'a text missing',
    file: french,
    from: /"steps\.save\.label": \{[^}]*\},?\s*/,
    to: '',
    rule: 'text-missing',
    on: '{',
  },
  {
    what: 'a malformed configuration',
    file: configuration,
    from: /url: .*/,
    to: 'url: http://passerelle.example/',
    rule: 'value-invalid',
    on: 'url: http://',
  },
]

test('every malformation is reported at once, each with its place, its rule and its fix', () => {
  const site = copySite()
  for (const {file, from, to} of malformations) site.edit(file, from, to)
  const {status, messages} = checkSite(site.path)
  expect(status).toBe(1)
  for (const {what, file, rule, on} of malformations) {
    const where = rule.startsWith('anchor-') ? actions : file
    const lines = readFileSync(join(site.path, where), 'utf8').split('\n')
    const line = lines.findIndex(each => each.includes(on)) + 1
    expect
      .soft(messages, what)
      .toContainEqual(expect.objectContaining({file: where, rule, line, severity: 'error'}))
  }
  for (const message of messages) {
    expect(message.column).toBeGreaterThan(0)
    expect(message.text).not.toBe('')
    expect(message.fix).not.toBe('')
    expect(message.url).toBe(`docs/_architecture/diagnostics.md#${message.rule}`)
  }
  site.remove()
})
