import {symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {checkSite, passerelle} from './passerelle.ts'
import {actions, article, copySite, french, type SiteCopy} from './site.ts'

let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

function check(...paths: readonly string[]) {
  return checkSite(site.path, paths)
}

test('the site as it is has no finding', () => {
  expect(check()).toEqual({status: 0, messages: []})
})

describe('a change of the article that the action file does not know', () => {
  test('removing a step names the entry that lost it', () => {
    site.edit(article, /^3\. <span.*Write back passwords.*\n/m, '')
    const {status, messages} = check()
    expect(status).toBe(1)
    const lost = messages.find(message => message.rule === 'anchor-lost')
    expect(lost).toMatchObject({file: actions, severity: 'error'})
    expect(lost?.fix).not.toBe('')
    expect(lost?.line).toBeGreaterThan(1)
  })

  test('changing the English of a step names the nearest one', () => {
    site.edit(article, 'When ready, click **Save**.', 'When you are ready, click **Save**.')
    const {status, messages} = check()
    expect(status).toBe(1)
    const lost = messages.find(message => message.rule === 'anchor-lost')
    expect(lost).toMatchObject({file: actions, severity: 'error'})
    expect(`${lost?.text ?? ''} ${lost?.fix ?? ''}`).toContain('When you are ready, click **Save**.')
  })

  test('changing English elsewhere is a warning about the review', () => {
    site.edit(
      article,
      'This functionality requires Azure Premium License',
      'This function requires Azure Premium License',
    )
    const {status, messages} = check()
    expect(status).toBe(0)
    expect(messages.map(message => [message.rule, message.severity])).toEqual([
      ['article-changed', 'warning'],
    ])
  })
})

test('dropping a French text is an error with its key and the way to mend it', () => {
  site.edit(french, /"steps\.save\.label": \{[^}]*\},?\s*/, '')
  const {status, messages} = check()
  expect(status).toBe(1)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({file: french, rule: 'text-missing', severity: 'error'})
  expect(messages[0]?.text).toContain('steps.save.label')
  expect(messages[0]?.fix).not.toBe('')
})

test('a malformed configuration gives all its faults at their places', () => {
  site.edit('docs/passerelle.yaml', /url: .*/, 'url: http://passerelle.example/\ncolour: green')
  const {status, messages} = check()
  expect(status).toBe(1)
  expect(messages.map(({file, line, rule}) => [file, line, rule]).sort()).toEqual([
    ['docs/passerelle.yaml', 3, 'value-invalid'],
    ['docs/passerelle.yaml', 4, 'key-unknown'],
  ])
})

test('one article alone is checked with its action file', () => {
  site.edit(article, '<span data-ttu-id="3e638-106">', '<span data-ttu-id="3e638-105">')
  const {status, messages} = check(article)
  expect(status).toBe(1)
  expect(messages.map(message => message.rule)).toContain('segment-id-differs')
})

describe('a file that a locale shows in place of an article', () => {
  const current = 'i18n/fr-FR/docusaurus-plugin-content-docs/current'

  test('is an error where the article is a runbook', () => {
    const override = article.replace('docs', current)
    site.add(override, {as: article})
    for (const paths of [[], [override], [article]]) {
      const {status, messages} = check(...paths)
      expect(status).toBe(1)
      expect(messages.map(({file, rule}) => [file, rule])).toEqual([[override, 'article-override']])
    }
  })

  test.each(['fr-FR', 'en-US'])('is checked like any article, %s', locale => {
    const path = `i18n/${locale}/docusaurus-plugin-content-docs/current/plain.md`
    for (const guide of ['docs/plain.md', `${current}/plain.md`]) site.add(guide, '# Plain\n')
    site.add(path, '# Plain\n\n<script>x</script>\n')
    const {status, messages} = check()
    expect(status).toBe(0)
    expect(messages).toMatchObject([{file: path, line: 3, rule: 'html-refused', severity: 'warning'}])
  })
})

test('two runbooks of one id are errors of both', () => {
  for (const path of [article, actions]) site.add(path.replace('docs/', 'docs/more/'), {as: path})
  const {status, messages} = check()
  expect(status).toBe(1)
  const more = actions.replace('docs/', 'docs/more/')
  expect(messages.map(({file, rule}) => [file, rule])).toEqual(
    [actions, more].map(file => [file, 'runbook-duplicate']),
  )
})

describe('one file of a site', () => {
  test('collides with another runbook, which is named', () => {
    for (const path of [article, actions]) site.add(path.replace('docs/', 'docs/more/'), {as: path})
    for (const path of [article, actions]) {
      const {status, messages} = check(path)
      expect(status).toBe(1)
      expect(messages.map(({file, rule}) => [file, rule])).toEqual([[actions, 'runbook-duplicate']])
      for (const {text} of messages)
        expect(text).toContain(`${actions}, ${actions.replace('docs/', 'docs/more/')}`)
    }
  })

  test.each([
    ['a guide without its French', 'docs/guides/alone.md', 'guide-missing'],
    [
      'a guide without its English',
      'i18n/fr-FR/docusaurus-plugin-content-docs/current/alone.md',
      'guide-missing',
    ],
    ['a page in MDX', 'docs/page.mdx', 'mdx-refused'],
    [
      'a page at an address of the site',
      'i18n/en-US/docusaurus-plugin-content-docs/current/runs.md',
      'route-reserved',
    ],
    ['a page in MDX elsewhere', 'elsewhere/page.mdx', 'mdx-refused'],
  ])('%s is an error at its first line, with the fix', (_, path, rule) => {
    site.add(path, '# Alone\n')
    for (const paths of [[path], [dirname(path)], ...(path.startsWith('elsewhere') ? [] : [[]])]) {
      const {status, messages} = check(...paths)
      expect(status).toBe(1)
      expect(messages).toMatchObject([{file: path, line: 1, column: 1, severity: 'error', rule}])
      expect(messages[0]?.fix).not.toBe('')
    }
  })
})

test('a guide in both languages has no finding', () => {
  site.add(
    'docs/guides/new.md',
    '# New\n\nRead [the runbook](/enable-password-writeback-in-azure-ad-connect.md).\n',
  )
  site.add('i18n/fr-FR/docusaurus-plugin-content-docs/current/guides/new.md', '# Nouveau\n')
  for (const paths of [[], ['docs/guides/new.md'], ['docs']])
    expect(check(...paths)).toEqual({status: 0, messages: []})
})

test('what an author wrote cannot forge a line of a log', () => {
  site.edit('docs/passerelle.yaml', /url: .*/, 'url: "x\\e[2J\\n::error::forged"')
  for (const format of ['text', 'github']) {
    const {stdout} = passerelle(['check', '--format', format], site.path)
    expect(stdout).toContain('x\\u{1b}[2J\\u{a}::error::forged')
    expect(stdout).not.toMatch(/^::error::forged/m)
  }
})

test('the workflow format escapes what would end a command', () => {
  site.edit('docs/passerelle.yaml', /url: .*/, 'url: "50%, or more"')
  const {stdout} = passerelle(['check', '--format', 'github'], site.path)
  expect(stdout).toMatch(/^::error file=docs\/passerelle\.yaml,line=3,col=6,title=value-invalid::/)
  expect(stdout).toContain('50%25')
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

test('a path that cannot be read is said, with no stack', () => {
  symlinkSync('loop.md', join(site.path, 'docs/loop.md'))
  for (const path of ['docs/loop.md', 'docs/none.md']) {
    const {status, stdout, stderr} = passerelle(['check', path], site.path)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^Unexpected path `[^`]*docs\/(?:loop|none)\.md`: /)
    expect(stderr).not.toMatch(/^ +at /m)
  }
})
