import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  checkPlainPage,
  checkPageMarkup,
  checkPlainPages,
  loadRunbook,
  loadRunbooks,
} from '../../plugins/docusaurus-plugin-runbook/load.ts'
import {actions, article, copySite, french, type SiteCopy} from '../cli/site.ts'

const current = 'i18n/fr-FR/docusaurus-plugin-content-docs/current'
const more = (path: string) => path.replace('docs/', 'docs/more/')

let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

const at = (path: string) => join(site.path, path)
const rulesOf = (files: readonly {readonly messages: readonly {readonly ruleId?: string | undefined}[]}[]) =>
  files.flatMap(file => file.messages.map(({ruleId}) => ruleId))

describe('a runbook', () => {
  test('is compiled from the article, the action file and the texts of each locale', () => {
    const page = loadRunbook(site.path, at(actions))
    expect(page.model?.runbook).toBe('password-writeback')
    expect(page.page('fr-FR')?.catalogue.fallbacks).toEqual({})
    expect(page.diagnostics.map(file => file.path)).toEqual([article, actions, french])
  })

  test('whose article is not there has that as its finding', () => {
    site.add('docs/alone.runbook.yaml', {as: actions})
    const page = loadRunbook(site.path, at('docs/alone.runbook.yaml'))
    expect(page.model).toBeNull()
    expect(rulesOf(page.diagnostics)).toContain('article-missing')
  })

  test('whose texts are not there is built in English', () => {
    site.edit(actions, 'runbook: password-writeback', 'runbook: writeback')
    const page = loadRunbook(site.path, at(actions))
    expect(rulesOf(page.diagnostics)).toEqual(['texts-missing'])
    expect(page.page('fr-FR')?.catalogue.texts).toEqual({})
  })

  test('is refused where another one of the site has its id, both named', () => {
    for (const path of [article, actions]) site.add(more(path), {as: path})
    for (const path of [actions, more(actions)]) {
      const page = loadRunbook(site.path, at(path))
      expect(page.model).toBeNull()
      const [duplicate] = page.diagnostics.flatMap(file => file.messages)
      expect(duplicate?.reason).toContain(`${actions}, ${more(actions)}`)
    }
  })

  test('stands at its path below docs', () => {
    for (const path of [article, actions]) site.add(more(path), {as: path})
    site.edit(more(actions), 'runbook: password-writeback', 'runbook: other')
    const [name, inFolder] = [article, more(article)].map(path => path.slice('docs/'.length, -'.md'.length))
    expect(loadRunbooks(site.path).map(page => page.model?.slug)).toEqual([name, inFolder])
    expect(loadRunbook(site.path, at(more(actions))).model?.slug).toBe(inFolder)
  })

  test('that is not published collides with none', () => {
    const draft = (path: string) => path.replace('docs/', 'docs/_drafts/')
    for (const path of [article, actions]) site.add(draft(path), {as: path})
    expect(loadRunbook(site.path, at(draft(actions))).model).not.toBeNull()
    expect(loadRunbooks(site.path).map(page => page.identity.path)).toEqual([actions])
  })
})

describe('pages without an action file', () => {
  const found = () =>
    checkPlainPages(site.path).flatMap(file => file.messages.map(({ruleId}) => [file.path, ruleId]))

  test('are those of docs and of the locales, without what is not published', () => {
    site.add('docs/plain.md', '# Plain\n')
    site.add(`${current}/plain.md`, '# Simple\n')
    site.add('docs/_draft.md', '# Draft\n')
    site.add('docs/_drafts/more.md', '# Draft\n')
    const paths = checkPlainPages(site.path).map(file => file.path)
    expect(paths).toEqual(expect.arrayContaining(['docs/plain.md', `${current}/plain.md`]))
    expect(paths.filter(path => path.includes('_d') || path === article)).toEqual([])
    expect(found()).toEqual([])
  })

  test('lack a language, in each folder', () => {
    site.add('docs/guides/english.md', '# English\n')
    site.add(`${current}/guides/french.md`, '# Français\n')
    expect(found()).toEqual([
      ['docs/guides/english.md', 'guide-missing'],
      [`${current}/guides/french.md`, 'guide-missing'],
    ])
  })

  test('are never MDX, beside an action file neither', () => {
    for (const path of ['docs/plain.mdx', `${current}/plain.mdx`, article.replace('.md', '.mdx')])
      site.add(path, '# Plain\n')
    expect(found().map(([, rule]) => rule)).toEqual(['mdx-refused', 'mdx-refused', 'mdx-refused'])
  })

  test('have the same findings one by one', () => {
    site.add('docs/a.md', '# Alone\n')
    site.add('docs/b.md', '# Both\n\n<script>\n')
    site.add(`${current}/b.md`, '# Les deux\n')
    site.add('docs/c.mdx', '# Code\n')
    for (const file of checkPlainPages(site.path)) {
      const alone = checkPlainPage(site.path, at(file.path))
      expect(alone.map(each => each.path)).toEqual([file.path])
      expect(rulesOf(alone)).toEqual(rulesOf([file]))
    }
  })

  test('bring the copy that differs with them, whichever is asked for', () => {
    const pair = (english: string) =>
      `---\ntitle: T\n---\n<span data-ttu-id="1c2b3-102">Un</span><span class="sxs-lookup"><span data-stu-id="1c2b3-102">${english}</span></span>\n`
    site.add('docs/twin.md', pair('One'))
    site.add(`${current}/twin.md`, pair('Two'))
    for (const path of ['docs/twin.md', `${current}/twin.md`])
      expect(rulesOf(checkPlainPage(site.path, at(path)))).toContain('source-differs')
  })

  test('are refused for their places alike where nothing in them is read', () => {
    site.add('docs/a.md', '# Alone\n\n<script>\n')
    site.add('docs/runs.md', '# Taken\n')
    site.add(`${current}/runs.md`, '# Pris\n')
    site.add('docs/c.mdx', '# Code\n')
    const all = checkPlainPages(site.path)
    const placed = checkPlainPages(site.path, 'places')
    expect(rulesOf(all).filter(rule => rule !== 'html-refused')).toEqual(rulesOf(placed))
    expect(rulesOf(checkPlainPages(site.path, 'text'))).toEqual(rulesOf(placed))
    expect(rulesOf([checkPageMarkup(site.path, at('docs/a.md'))])).toEqual(['html-refused'])
    expect(rulesOf(placed)).toEqual(
      expect.arrayContaining(['guide-missing', 'route-reserved', 'mdx-refused']),
    )
  })

  test('have neither address nor other languages where they are no pages of the site', () => {
    for (const path of ['elsewhere/a.md', 'README.md', 'docs/_drafts/runs.md']) {
      site.add(path, '# Alone\n')
      expect(rulesOf(checkPlainPage(site.path, at(path)))).toEqual([])
    }
  })

  test('are checked elsewhere even under the name of a runbook', () => {
    const path = `elsewhere/${article.slice('docs/'.length)}`
    site.add(path, '# Code\n\n<script>\n')
    expect(rulesOf(checkPlainPage(site.path, at(path)))).toEqual(['html-refused'])
  })
})
