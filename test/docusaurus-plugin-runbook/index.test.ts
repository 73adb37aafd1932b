import {existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import type {LoadContext} from '@docusaurus/types'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import pluginRunbook, {type RunbookContent} from '../../plugins/docusaurus-plugin-runbook/index.ts'
import type {RunbookSummary} from '../../src/model/summary.ts'
import {actions, article, copySite, french, type SiteCopy} from '../cli/site.ts'

let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

function plugin(currentLocale: string) {
  // The three things of the site's context that the plugin reads.
  const context = {siteDir: site.path, baseUrl: '/', i18n: {currentLocale}}
  return pluginRunbook(context as unknown as LoadContext)
}

async function load() {
  return await plugin('en-US').loadContent?.()
}

/** A copy of the flagship at a path below docs. */
function addRunbook(below: string, id: string): void {
  site.add(`docs/${below}.md`, {as: article})
  const text = readFileSync(join(site.path, actions), 'utf8')
    .replace(/^runbook: .*$/m, `runbook: ${id}`)
    .replace(/^article: .*$/m, `article: ${basename(below)}.md`)
  site.add(`docs/${below}.runbook.yaml`, text)
  site.add(french.replace('password-writeback', id), {as: french})
}

/** The names of the data that a build makes, with the routes of its catalogue. */
async function dataOf(content: RunbookContent) {
  const names: string[] = []
  const slugs: string[] = []
  const actionsOfBuild = {
    createData: async (name: string, data: unknown) => {
      names.push(name)
      if (name === 'runbooks.json') slugs.push(...(data as RunbookSummary[]).map(({slug}) => slug))
      return name
    },
    addRoute: () => {},
  }
  type Told = Parameters<NonNullable<ReturnType<typeof pluginRunbook>['contentLoaded']>>[0]
  await plugin('en-US').contentLoaded?.({content, actions: actionsOfBuild as unknown as Told['actions']})
  return {names, slugs}
}

/** What the bundler is told for one locale of the site as it stands. */
function bundled(currentLocale: string): unknown {
  const context = {siteDir: process.cwd(), baseUrl: '/', i18n: {currentLocale}}
  const {configureWebpack} = pluginRunbook(context as unknown as LoadContext)
  type Told = Parameters<NonNullable<typeof configureWebpack>>
  return configureWebpack?.({}, false, {} as Told[2], [])
}

test('the site as it is is built', async () => {
  const [page, ...others] = (await load()) ?? []
  expect(page?.model?.runbook).toBe('password-writeback')
  expect(others).toEqual([])
})

test('runbooks of one file name stand in two folders, and one may be named as the catalogue', async () => {
  addRunbook(`identity/${basename(article, '.md')}`, 'second')
  addRunbook('runbooks', 'third')
  const content = (await load()) ?? []
  const {names, slugs} = await dataOf(content)
  const slug = basename(article, '.md')
  expect(slugs).toEqual([slug, `identity/${slug}`, 'runbooks'])
  expect(names).toEqual([...slugs.map(each => `pages/${each}.json`), 'runbooks.json'])

  const out = join(site.path, 'out')
  type Told = Parameters<NonNullable<ReturnType<typeof pluginRunbook>['postBuild']>>[0]
  await plugin('fr-FR').postBuild?.({content, outDir: out} as unknown as Told)
  for (const each of slugs) expect(existsSync(join(out, 'runbooks', `${each}.json`))).toBe(true)
})

test.each(['en-US', 'fr-FR'])('a build speaks one language: %s', currentLocale => {
  expect(bundled(currentLocale)).toMatchObject({
    resolve: {
      alias: Object.fromEntries(
        ['shell', 'home', 'notFound'].map(name => [
          `@words/${name}`,
          expect.stringMatching(`/${name}\\.${currentLocale}\\.ts$`),
        ]),
      ),
    },
  })
})

test('a locale without words stops the build', () => {
  expect(() => bundled('de-DE')).toThrow(/No words for de-DE: .*shell\.de-DE\.ts is missing/)
})

describe('what was found is printed', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
  })

  test('and the site built where a text is missing, with the English one marked', async () => {
    site.edit(french, /"steps\.save\.label": \{[^}]*\},?\s*/, '')
    const [page] = (await load()) ?? []
    expect(page?.page('fr-FR')?.catalogue.fallbacks).toEqual({'steps.save.label': 'Save'})
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('text-missing'))
  })

  test('and the site built where an article without an action file is broken', async () => {
    site.add('docs/plain.md', '---\ntitle: Simple\n---\n\n# <span data-ttu-id="3e638-101">Simple</span>\n')
    expect(await load()).toHaveLength(1)
    expect(console.warn).toHaveBeenCalledWith(
      expect.stringContaining('docs/plain.md:5:3  error  segment-unpaired'),
    )
  })

  test('where something else refuses the build', async () => {
    site.edit(french, /"steps\.save\.label": \{[^}]*\},?\s*/, '')
    site.add('docs/page.mdx', '# Page\n')
    await expect(load()).rejects.toThrow('mdx-refused')
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('text-missing'))
  })
})

describe('the build is refused', () => {
  test.each([
    [
      'for a file in place of a runbook’s article',
      'article-override',
      () =>
        site.add(article.replace('docs', 'i18n/en-US/docusaurus-plugin-content-docs/current'), {as: article}),
    ],
    ['for two runbooks of one id', 'runbook-duplicate', () => addRunbook('more/other', 'password-writeback')],
    [
      'for two runbooks at one address',
      'slug-duplicate',
      () => {
        addRunbook('more/index', 'first')
        addRunbook('more', 'second')
      },
    ],
    ['for a runbook at an address of the site', 'route-reserved', () => addRunbook('runs', 'other')],
    ['for a page at an address of the site', 'route-reserved', () => site.add('docs/index.md', '# Home\n')],
    [
      'for a page at the address of a language',
      'route-reserved',
      () => site.add('docs/fr-FR/reset.md', '# Reset\n'),
    ],
    ['for a page in MDX', 'mdx-refused', () => site.add('docs/page.mdx', '# Page\n')],
    ['for a guide without its French', 'guide-missing', () => site.add('docs/guides/new.md', '# New\n')],
    [
      'for a segment of a runbook’s article that is cut off',
      'segment-truncated',
      () => site.edit(article, /<\/span><\/span>\s*$/, ''),
    ],
    [
      'for an unknown key of an action file',
      'key-unknown',
      () => site.edit(actions, 'minutes: 25', 'minutes: 25\ncolour: green'),
    ],
    [
      'for HTML in a runbook’s article',
      'html-refused',
      () => site.edit(article, 'On the **Welcome**', 'On the <iframe> **Welcome**'),
    ],
    [
      'for an id that would name another file',
      'value-invalid',
      () => site.edit(actions, 'runbook: password-writeback', 'runbook: ../../password-writeback'),
    ],
  ])('%s', async (_, rule, change) => {
    change()
    await expect(load()).rejects.toThrow(rule)
  })
})
