import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {checkArticle, compilePage} from '../../plugins/runbook/index.ts'
import {compileFlagship, flagship} from './flagship.ts'
import {compile, messagesOf, readTenant, rulesOf, swap} from './read-tenant.ts'

const settings = readTenant.markdown.split('\n').find(line => line.includes('Open **Settings**')) ?? ''

describe('bad input has file, line, column and rule', () => {
  test.each([
    [
      'an unpaired segment',
      'segment-unpaired',
      {markdown: readTenant.markdown.replace(/(1c2b3-109">Ouvrez.*?<\/span>).*/, '$1')},
      'read-tenant.md:18:4',
    ],
    [
      'a truncated segment',
      'segment-truncated',
      {markdown: readTenant.markdown.slice(0, -40)},
      'read-tenant.md:20:4',
    ],
    [
      'invalid front matter',
      'front-matter-invalid',
      {markdown: swap(readTenant.markdown, 'title: Lire', 'title: Lire: ')},
      'read-tenant.md:2:8',
    ],
    [
      'a duplicate heading id',
      'heading-id-duplicate',
      {markdown: `${readTenant.markdown}## <a name="read-the-tenant"></a>x\n`},
      'read-tenant.md:21:13',
    ],
    [
      'an unknown key',
      'key-unknown',
      {yaml: swap(readTenant.yaml, 'summary:', 'sumary:')},
      'read-tenant.runbook.yaml:7:1',
    ],
    [
      'a wrong type',
      'type-invalid',
      {yaml: swap(readTenant.yaml, 'minutes: 5', 'minutes: five')},
      'read-tenant.runbook.yaml:8:10',
    ],
    [
      'a write verb in a read',
      'read-writes',
      {yaml: swap(readTenant.yaml, 'get: /v1.0/me', 'delete: /v1.0/me')},
      'read-tenant.runbook.yaml:78:13',
    ],
    [
      'a broken expression',
      'expression-invalid',
      {yaml: swap(readTenant.yaml, 'value: displayName\n', 'value: "a["\n')},
      'read-tenant.runbook.yaml:81:20',
    ],
    [
      'an anchor that fits no step',
      'anchor-lost',
      {yaml: swap(readTenant.yaml, 'on: Open **Settings**', 'on: Open Settings')},
      'read-tenant.runbook.yaml:88:9',
    ],
    [
      'an anchor that fits two',
      'anchor-ambiguous',
      {yaml: swap(readTenant.yaml, '    occurrence: 2\n', '')},
      'read-tenant.runbook.yaml:63:9',
    ],
    [
      'a scope missing',
      'scope-undeclared',
      {yaml: swap(readTenant.yaml, '            scopes: [User.Read]\n', '')},
      'read-tenant.runbook.yaml:77:13',
    ],
    [
      'a text missing',
      'text-missing',
      {json: readTenant.json.replace(/ {2}"topic".*\n/, '')},
      'fr-FR.json:1:1',
    ],
    ['a text empty', 'text-empty', {json: swap(readTenant.json, '"Exemples"', '""')}, 'fr-FR.json:2:24'],
  ])('%s', (_, rule, changed, place) => {
    expect(messagesOf(compile(changed))).toContain(`${place} ${rule}`)
  })

  test('and says what was found, what was expected and the fix', () => {
    const {diagnostics} = compile({yaml: swap(readTenant.yaml, 'summary:', 'sumary:')})
    const message = diagnostics.flatMap(file => file.messages).find(each => each.ruleId === 'key-unknown')
    expect(message).toMatchObject({
      fatal: true,
      source: 'runbook',
      actual: 'sumary',
      note: 'write `summary`',
      url: 'docs/_architecture/diagnostics.md#key-unknown',
    })
    expect(message?.expected).toContain('summary')
  })
})

test('all findings of all files come at once', () => {
  const yaml = [
    ['minutes: 5', 'minutes: five'],
    ['    label: Sign in\n', '    label: Sign in\n    lable: x\n'],
    ['on: Open **Settings**', 'on: Open Settings'],
    ['value: displayName\n', 'value: "a["\n'],
    ['scopes: [AuditLog.Read.All]', 'scopes: []'],
    ['filter: activityDateTime ge {since}', 'filter: activityDateTime ge {then}'],
  ].reduce((text, [part = '', other = '']) => swap(text, part, other), readTenant.yaml)
  const compiled = compile({
    yaml,
    markdown: swap(readTenant.markdown, 'Démarrez `wizard.exe`', 'Démarrez `assistant.exe`'),
    json: swap(readTenant.json, '"Exemples"', '""'),
  })
  expect([...rulesOf(compiled)].sort()).toEqual([
    'anchor-lost',
    'expression-invalid',
    'key-unknown',
    'parity-broken',
    'placeholder-unknown',
    'scope-undeclared',
    'text-empty',
    'type-invalid',
  ])
})

describe('a changed copy of the flagship', () => {
  const step = /^2\. <span data-ttu-id="3e638-106">.*\n/m

  test('names the entry of a step that was removed', () => {
    const compiled = compileFlagship({article: flagship.article.replace(step, '')})
    const place = lineOf(flagship.actions, 'on: On the **Welcome** page')
    expect(messagesOf(compiled)).toEqual([
      expect.stringMatching(/runbook\.yaml:4:11 article-changed$/),
      expect.stringMatching(new RegExp(`runbook\\.yaml:${place}:9 anchor-lost$`)),
    ])
    expect(compiled.model).toBeNull()
    expect(compiled.page('en-US')).toBeNull()
  })

  test('names the nearest step where the English changed, and binds nothing', () => {
    const compiled = compileFlagship({
      article: swap(
        flagship.article,
        'then click **On-premises integration**',
        'then select **On-premises integration**',
      ),
    })
    const message = compiled.diagnostics[1]?.messages.find(each => each.ruleId === 'anchor-lost')
    expect(message?.reason).toMatch(/nearest 9\d % alike: `.*then select \*\*On-premises integration\*\*\.`$/)
    expect(message?.line).toBe(lineOf(flagship.actions, 'on: Search for and select'))
    expect(rulesOf(compiled)).toEqual(['article-changed', 'anchor-lost'])
  })

  test('is only worth a warning where no step changed', () => {
    const compiled = compileFlagship({
      article: swap(
        flagship.article,
        'configure Azure AD SSPR for writeback',
        'configure SSPR for writeback',
      ),
    })
    expect(rulesOf(compiled)).toEqual(['article-changed'])
    expect(compiled.page('fr-FR')).not.toBeNull()
  })

  test('shows English, marked, where a text was dropped', () => {
    const compiled = compileFlagship({
      texts: flagship.texts.replace(/ {2}"steps\.welcome\.label": \{[^}]*\},\n/, ''),
    })
    expect(rulesOf(compiled)).toEqual(['text-missing'])
    const {texts, fallbacks} = compiled.page('fr-FR')?.catalogue ?? {}
    expect(texts?.['steps.welcome.label']).toBeUndefined()
    expect(fallbacks).toEqual({'steps.welcome.label': 'Welcome'})
  })
})

describe('an article without an action file', () => {
  test('has the findings of its own', () => {
    const file = checkArticle({
      path: 'a.md',
      text: swap(readTenant.markdown, settings, settings.replaceAll('109', '108')),
    })
    expect(
      file.messages.map(({line, column, ruleId}) => `${line ?? 0}:${column ?? 0} ${ruleId ?? ''}`),
    ).toEqual(['18:23 segment-duplicate'])
  })

  test('is warned of HTML, which its page shows as text, at its place in the authored file', () => {
    const french = swap(readTenant.markdown, 'Cet exemple', '<script>x</script> Cet exemple')
    const [message, ...others] = checkArticle({path: 'a.md', text: french}).messages
    expect(message).toMatchObject({ruleId: 'html-refused', line: 9, column: 31, fatal: false})
    expect(message?.reason).toContain('`<script>`')
    expect(others).toEqual([])
  })

  test('may be plain Markdown', () => {
    expect(checkArticle({path: 'a.md', text: '# Plain\n'}).messages).toEqual([])
  })
})

describe('files that name no other file than they may', () => {
  test.each(['../../secret', 'Read', '', '/etc/x'])('no text is asked for of the id %j', id => {
    const asked: string[] = []
    const {diagnostics} = compilePage({
      article: {path: 'read-tenant.md', text: readTenant.markdown},
      actions: {path: 'a.yaml', text: swap(readTenant.yaml, 'runbook: read-tenant', `runbook: "${id}"`)},
      texts: runbook => {
        asked.push(runbook)
        return []
      },
    })
    expect(asked).toEqual([])
    expect(rulesOf({diagnostics})).toContain('value-invalid')
  })

  test('a file that a locale would show in place of the article refuses the page', () => {
    const path = 'i18n/fr-FR/docusaurus-plugin-content-docs/current/read-tenant.md'
    const compiled = compile({others: [path]})
    expect(messagesOf(compiled)).toEqual([`${path}:1:1 article-override`])
    expect(compiled.model).toBeNull()
  })
})

describe('HTML in a runbook’s article', () => {
  test.each([
    ['in both languages', (text: string) => swap(text, '# <a', '<base href="//x">\n\n# <a'), 7, 1],
    [
      'in the target only',
      (text: string) => swap(text, 'Cet exemple', '<img src=x onerror=y> Cet exemple'),
      9,
      31,
    ],
    [
      'in a step',
      (text: string) => swap(text, '**Option**.</span></span>', '<iframe>.</span></span>'),
      19,
      119,
    ],
  ])('%s refuses the page at its place', (_, change, line, column) => {
    const compiled = compile({markdown: change(readTenant.markdown)})
    const messages = messagesOf(compiled).filter(each => each.endsWith('html-refused'))
    expect(messages).toEqual([`read-tenant.md:${line}:${column} html-refused`])
    expect(compiled.model).toBeNull()
  })

  test.each([
    ['a link that runs', '[x](JAVASCRIPT:alert(1))', 'link-refused'],
    ['an image elsewhere', '![x](https://x.example/a.png)', 'image-refused'],
  ])('%s too', (_, words, rule) => {
    const compiled = compile({markdown: swap(readTenant.markdown, 'Cet exemple', `${words} Cet exemple`)})
    expect(rulesOf(compiled)).toContain(rule)
    expect(compiled.model).toBeNull()
  })

  test('placeholders and harmless tags are no fault', () => {
    const markdown = `${readTenant.markdown}\n<user principal name> a<br>b <!-- c --> <a name="x"></a>\n`
    expect(rulesOf(compile({markdown}))).toEqual(['article-changed'])
  })
})

describe('never throws', () => {
  const files = [readTenant.markdown, readTenant.yaml, readTenant.json] as const

  test('on mutated files', () => {
    const mutation = fc.record({
      file: fc.constantFrom('markdown' as const, 'yaml' as const, 'json' as const),
      at: fc.double({min: 0, max: 1, noNaN: true}),
      cut: fc.nat({max: 200}),
      insert: fc.oneof(
        fc.string(),
        fc.constantFrom(
          '\n',
          '  ',
          '- ',
          ': ',
          '{',
          '[',
          '"',
          '&a ',
          '*a',
          '</span>',
          '</span></span>',
          'null',
          '__proto__: 1\n',
          'do: 5',
          '\u0000',
        ),
      ),
    })
    fc.assert(
      fc.property(fc.array(mutation, {minLength: 1, maxLength: 4}), mutations => {
        const changed = {markdown: files[0], yaml: files[1], json: files[2]}
        for (const {file, at, cut, insert} of mutations) {
          const start = Math.floor(changed[file].length * at)
          changed[file] = changed[file].slice(0, start) + insert + changed[file].slice(start + cut)
        }
        const compiled = compile(changed)
        expect(compiled.diagnostics.map(file => file.path)).toEqual(
          expect.arrayContaining(['read-tenant.md', 'read-tenant.runbook.yaml']),
        )
        compiled.page('fr-FR')
      }),
      {numRuns: 150},
    )
  })

  test.each([
    ['nothing', ''],
    ['a list', '- a\n'],
    ['a scalar', 'a'],
    ['empty entries', 'steps: [{}]\nprocedures: [{}]\nneeds: {}\nvisits: [{}]\n'],
    [
      'wrong types all over',
      'steps: [1, {do: [], on: {}, presses: {}}]\nprocedures: {}\nneeds: 1\nvisits: no\nbefore: [[]]\n',
    ],
    ['an alias of itself', 'steps: &a [*a]\n'],
    ['deep nesting', '['.repeat(50_000)],
  ])('on an action file of %s', (_, yaml) => {
    const compiled = compile({yaml})
    expect(compiled.model).toBeNull()
    expect(compiled.diagnostics[1]?.messages.length).toBeGreaterThan(0)
  })
})

test('a runbook with a sentence that is not translated has its page, in English there, and an error of `check`', () => {
  const compiled = compile({
    markdown: swap(
      readTenant.markdown,
      'Cliquez sur **Suivant**.</span><span class="sxs-lookup"><span data-stu-id="1c2b3-105',
      '</span><span class="sxs-lookup"><span data-stu-id="1c2b3-105',
    ),
  })
  expect(rulesOf(compiled)).toEqual(['target-empty'])
  expect(JSON.stringify(compiled.page('fr-FR'))).toContain('Click Next.')
})

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}
