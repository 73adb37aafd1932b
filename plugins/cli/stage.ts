// A site of many articles, put together beside this one: its code, and articles from any folder.
import {cpSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import type {Side} from '../bilingual/segment.ts'
import {projectArticle, readHead} from '../bilingual/index.ts'
import {publishedBelow, slashed} from '../docusaurus-plugin-runbook/site-files.ts'
import {checkRoute, slugOf} from '../runbook/index.ts'
import {readText, writeText} from './files.ts'

/** An article as it stands in a staged site: the name there, and the file it was made from. */
export interface Staged {
  readonly below: string
  readonly original: string
}

/**
 * What a staged site is built with and from: this project from bilingual files, this project from a plain file for each
 * language, or Docusaurus as it comes from those.
 */
export type StageKind = 'bilingual' | 'themed' | 'plain'

// Folders that a page of this project is made from. Packages are found above the staged site.
const code = ['src', 'plugins', 'static', 'package.json', 'tsconfig.json', 'docusaurus.config.ts']

/** The articles below a folder, each under a name that Docusaurus can load and that no page of the site has. */
export function stagedNames(articles: string): readonly Staged[] {
  const taken = new Set<string>()
  return publishedBelow(articles, '.md').map(original => {
    const below = aliasOf(slashed(relative(articles, original)), taken)
    taken.add(slugOf(below).toLowerCase())
    return {below, original}
  })
}

/** Writes a site of these articles into a folder of this project, over what stood there. */
export function stageSite(folder: string, names: readonly Staged[], kind: StageKind, root: string): void {
  if (kind === 'plain') {
    rmSync(folder, {recursive: true, force: true})
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    writeFileSync(join(folder, 'docusaurus.config.js'), plainConfig)
  } else {
    stageCode(folder, root)
    writeFileSync(join(folder, 'docusaurus.staged.ts'), stagedConfig)
  }
  for (const {below, original} of names) {
    if (kind === 'bilingual') {
      cpSync(original, join(folder, 'docs', below))
      continue
    }
    const text = readText(original)
    writeText(join(folder, 'docs', below), plainArticle(text, 'source'))
    writeText(join(folder, targets, below), plainArticle(text, 'target'))
  }
}

/** Writes this project's code into a folder of it, without an article, over what stood there. */
export function stageCode(folder: string, root: string): void {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const name of code) cpSync(join(root, name), join(folder, name), {recursive: true})
  cpSync(join(root, 'i18n'), join(folder, 'i18n'), {recursive: true, filter: path => !path.endsWith('.md')})
  cpSync(join(root, 'docs/passerelle.yaml'), join(folder, 'docs/passerelle.yaml'))
}

/** The configuration file that a staged site of a kind is built with. */
export const configurationOf: Readonly<Record<StageKind, string>> = {
  bilingual: 'docusaurus.staged.ts',
  themed: 'docusaurus.staged.ts',
  plain: 'docusaurus.config.js',
}

const targets = 'i18n/fr-FR/docusaurus-plugin-content-docs/current'

// One side as a file. Docusaurus refuses front matter that is no YAML, so the title is all that is left of such.
function plainArticle(text: string, side: Side): string {
  const {title, content, findings} = readHead(text, side)
  if (!findings.some(({ruleId}) => ruleId === 'front-matter-invalid')) return projectArticle(text, side)
  return `---\ntitle: ${JSON.stringify(title ?? '')}\n---\n${content}`
}

// Docusaurus writes a module under each name: one with invisible characters is not found again. A name
// whose page the site, or another article, has already gets a number.
function aliasOf(below: string, taken: ReadonlySet<string>): string {
  const name = basename(below, '.md')
  const plain = name.replaceAll(/\p{C}/gu, '') || 'article'
  const at = (stem: string) => slashed(join(dirname(below), `${stem}.md`))
  const isFree = (path: string) =>
    !taken.has(slugOf(path).toLowerCase()) && checkRoute(slugOf(path), ['fr-FR']).length === 0
  for (let count = 1; ; count++) {
    const path = at(count === 1 ? plain : `${plain}-${String(count)}`)
    if (isFree(path)) return path
  }
}

// Links and pictures of a folder of articles lead to what was not brought along, and no list of thousands stands beside
// a page: both would measure something else.
const stagedConfig = `import config from './docusaurus.config.ts'
export default {
  ...config,
  onBrokenLinks: 'ignore',
  onBrokenAnchors: 'ignore',
  markdown: {...config.markdown, hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'}},
  plugins: config.plugins.map(plugin =>
    String(plugin[0]).endsWith('docs.ts') ? [plugin[0], {...plugin[1], sidebarPath: false}] : plugin,
  ),
}
`
const plainConfig = `module.exports = {
  title: 'Plain', url: 'https://plain.example', baseUrl: '/', trailingSlash: false,
  onBrokenLinks: 'ignore', onBrokenAnchors: 'ignore',
  markdown: {format: 'detect', emoji: false, hooks: {onBrokenMarkdownLinks: 'ignore', onBrokenMarkdownImages: 'ignore'}},
  i18n: {defaultLocale: 'en-US', locales: ['en-US', 'fr-FR'],
    localeConfigs: {'en-US': {baseUrl: '/'}, 'fr-FR': {baseUrl: '/fr-FR/', translate: true}}},
  future: {v4: true, faster: {rspackPersistentCache: false, gitEagerVcs: false}, experimental_vcs: false},
  plugins: [['@docusaurus/plugin-content-docs',
    {routeBasePath: '/', numberPrefixParser: false, breadcrumbs: true, sidebarPath: false}]],
  themes: ['@docusaurus/theme-classic'],
}
`
