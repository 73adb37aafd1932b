// Pages without an action file: what is wrong with each, and the rule that a guide has all its languages.
import type {VFile} from 'vfile'
import type {Finding} from '../bilingual/finding.ts'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {findFaults, project, readFrontMatter, readOrigin, scan, type Scan} from '../bilingual/index.ts'
import {checkMarkup, checkNesting} from './markup.ts'
import {checkSteps} from './parity.ts'
import {diagnose, type SourceFile} from './report.ts'
import {checkRoute, depthOf, slugOf} from './route.ts'
import {forbidsSite} from './rules.ts'
import {checkSameSource} from './same-source.ts'
import {stepsOf} from './steps.ts'

/** A file of a page folder. */
export interface PageFile extends SourceFile {
  /** Path below its folder, with `/` between names: all languages of a page share it. */
  readonly below: string
}

/** A folder whose files are pages of one locale: `docs`, or the one whose files stand in place of those. */
export interface PageFolder {
  readonly locale: LocaleTag
  readonly path: string
  readonly files: readonly PageFile[]
  /** The folder is none of the site's, so that its pages have no route there. */
  readonly isElsewhere?: boolean
}

/** How far pages are read: `places`: how they stand to each other and to the site; `text`: and their pairs and front matter; `all`: and their Markdown. */
export type CheckDepth = 'places' | 'text' | 'all'

/** Findings of an article without an action file: it is built as far as it can be read. */
export function checkArticle(article: SourceFile): VFile {
  return checkPage(article, scan(article.text), {placed: [], depth: 'all'})
}

/**
 * The pages of all folders with what was found in each; the first folder is that of the source locale. A guide is plain
 * Markdown, one file for each locale under one path: where one is missing, the others have a finding. The bilingual
 * files of one article have the same English: the first is right, and those that differ have a finding.
 */
export function checkPages(folders: readonly PageFolder[], depth: CheckDepth = 'all'): readonly VFile[] {
  const [docs, ...others] = folders.map(readFolder)
  if (docs === undefined) return []
  const targets = others.filter(each => each.locale !== sourceLocale)
  const tags = targets.map(each => each.locale)
  const routeOf = (below: string) => checkRoute(slugOf(below), tags)
  return [docs, ...others].flatMap(folder =>
    [...folder.pages].map(([below, {file, scanned, kind}]) => {
      if (kind === 'mdx') return diagnose(file, [mdxRefused(file)])
      const twins = folder === docs ? targets : targets.includes(folder) ? [docs] : []
      const missing = kind === 'guide' ? twins.flatMap(twin => missingIn(twin, below)) : []
      const first = [docs, ...others]
        .find(each => each.pages.get(below)?.kind === 'article')
        ?.pages.get(below)
      const other = kind === 'article' && first !== undefined && first.file !== file ? first : null
      const differing = other === null ? [] : checkSameSource(scanned, other.scanned, other.file.path)
      const elsewhere =
        kind === 'article' && targets.includes(folder) ? checkLocale(scanned, folder.locale) : []
      const found = [...missing, ...differing, ...elsewhere]
      const placed = folder.isElsewhere ? found : [...routeOf(below), ...found]
      const folders = folder.isElsewhere ? undefined : depthOf(below)
      return checkPage(file, scanned, {placed, depth, folders})
    }),
  )
}

/** Whether a page has a finding with which no page of the site may be built. */
export function isSiteRefused({messages}: VFile): boolean {
  return messages.some(({ruleId}) => forbidsSite(ruleId ?? ''))
}

interface Page {
  readonly file: SourceFile
  readonly scanned: Scan
  /** `unknown`: its pairs cannot be read, so it may be a guide or not. */
  readonly kind: 'guide' | 'article' | 'mdx' | 'unknown'
}

interface ReadFolder extends Omit<PageFolder, 'files'> {
  readonly pages: ReadonlyMap<string, Page>
}

function readFolder({files, ...folder}: PageFolder): ReadFolder {
  return {...folder, pages: new Map(files.map(file => [file.below, readPage(file)]))}
}

function readPage(file: PageFile): Page {
  const scanned = scan(file.text)
  if (file.below.endsWith('.mdx')) return {file, scanned, kind: 'mdx'}
  if (scanned.segments.length > 0) return {file, scanned, kind: 'article'}
  return {file, scanned, kind: scanned.findings.length > 0 ? 'unknown' : 'guide'}
}

interface PageCheck {
  /** What was found of its place. */
  readonly placed: readonly Finding[]
  readonly depth: CheckDepth
  /** Between the page and the root of its folder, where that is known. */
  readonly folders?: number | undefined
}

function checkPage(file: SourceFile, scanned: Scan, {placed, depth, folders}: PageCheck): VFile {
  const inText = depth === 'places' ? [] : findFaults(scanned)
  const inMarkdown = {
    places: () => [],
    text: () => checkNesting(scanned),
    all: () => [...checkMarkup(scanned, folders), ...checkTrees(scanned)],
  }
  return diagnose(file, [...placed, ...inText, ...inMarkdown[depth]()], 'plain')
}

/** Whether both languages of an article give the same steps. A guide has one language. */
function checkTrees(scanned: Scan): readonly Finding[] {
  if (scanned.segments.length === 0) return []
  const [source, target] = (['source', 'target'] as const).map(side => project(scanned, side))
  if (source === undefined || target === undefined) return []
  // Most articles have no numbered steps, and parsing is what a check takes its time for.
  if (![source, target].some(({text}) => orderedItem.test(text))) return []
  return checkSteps(stepsOf(source), stepsOf(target), scanned.segments)
}

const orderedItem = /^[ \t>*+-]*\d{1,9}[.)][ \t]/m

/** An article in a folder of a locale says that it is in that one. Without the key it is taken to be. */
function checkLocale(article: Scan, expected: LocaleTag): readonly Finding[] {
  const {locale} = readOrigin(readFrontMatter(article, 'target').attributes)
  if (locale === null || locale.toLowerCase() === expected.toLowerCase()) return []
  const [, key = '', value = ''] = /^(ms\.contentlocale:[ \t]*)([^\r\n]*)/m.exec(article.text) ?? []
  const from = article.text.indexOf(key + value) + key.length
  const range = {start: from, end: from + value.length}
  return [{ruleId: 'locale-differs', args: {actual: locale, expected}, range}]
}

const start = {start: 0, end: 0}

function mdxRefused({path}: SourceFile): Finding {
  return {ruleId: 'mdx-refused', args: {actual: path, expected: path.replace(/\.mdx$/, '.md')}, range: start}
}

/** A finding where a folder does not have the guide that another one has under this path. */
function missingIn({path, locale, pages}: ReadFolder, below: string): readonly Finding[] {
  const found = pages.get(below)?.kind ?? ''
  if (found === 'guide' || found === 'unknown') return []
  return [{ruleId: 'guide-missing', args: {expected: `${path}/${below}`, locale, found}, range: start}]
}
