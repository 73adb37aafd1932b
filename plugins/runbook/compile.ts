import type {VFile} from 'vfile'
import type {Finding} from '../bilingual/finding.ts'
import type {LocaleTag} from '../../src/model/locale.ts'
import {sourceLocale} from '../../src/model/locale.ts'
import type {PageModel, RunbookPage} from '../../src/model/page.ts'
import type {Side} from '../bilingual/segment.ts'
import type {Range} from '../bilingual/segment.ts'
import {findFaults, normalisedSource, project, readHead, readOrigin, scan} from '../bilingual/index.ts'
import type {ActionFile} from './action-file.ts'
import {checkAffected} from './affected.ts'
import {anchor} from './anchors.ts'
import {boundBullets} from './bullets.ts'
import {callsOf, checkCalls} from './calls.ts'
import {checkChanges} from './changes.ts'
import {sha256} from './hash.ts'
import {checkInputs, stepOrder} from './inputs.ts'
import {checkExpressions, checkSamples} from './judge.ts'
import {checkMarkup} from './markup.ts'
import {checkOrder} from './order.ts'
import {pageModel} from './page.ts'
import type {ArticleFacts} from './page.ts'
import {checkParity} from './parity.ts'
import {inputKindsOf} from './placeholders.ts'
import {checkReads} from './reads.ts'
import {diagnose, type SourceFile} from './report.ts'
import {checkRoute} from './route.ts'
import {blocksPage} from './rules.ts'
import {isId, readActionFile} from './schema.ts'
import {checkScopes} from './scopes.ts'
import {stepsOf} from './steps.ts'
import type {StepTree} from './steps.ts'
import {checkIds, checkParts, checkPlaces, checkReferences} from './structure.ts'
import {catalogueOf, createLedger, readTranslation} from './texts.ts'
import type {SourceText, TextLedger, Translation} from './texts.ts'
import type {Places} from './yaml-places.ts'

/** A locale's texts of a runbook; `text` is null where there is no file yet. */
export interface LocaleFile {
  readonly locale: LocaleTag
  readonly file: {readonly path: string; readonly text: string | null}
}

/** What a runbook is compiled from. */
export interface RunbookSources {
  /** Null where no article stands beside the action file. */
  readonly article: SourceFile | null
  readonly actions: SourceFile
  /** Files that the site would show in place of the article in some language: there may be none. */
  readonly overrides?: readonly SourceFile[]
  /** The locales' files of texts for a runbook id, which stands in the action file; asked for a valid id only. */
  readonly texts: (runbook: string) => readonly LocaleFile[]
  /** Where the page stands on the site; without it, at the article's file name without extension. */
  readonly route?: {
    readonly slug: string
    /** Locales whose pages stand in folders of their own. */
    readonly targets: readonly LocaleTag[]
    /** Folders between the article and the root of the articles, where that is known. */
    readonly depth?: number
  }
}

/** What a runbook may share with no other of its site; empty where a file does not say it. */
export interface Identity {
  /** Path of the action file. */
  readonly path: string
  readonly runbook: string
  readonly slug: string
  /** Where the action file says each. */
  readonly ranges: Readonly<Record<'runbook' | 'slug', Range>>
}

/** A compiled runbook with everything that was found. */
export interface CompiledPage {
  readonly identity: Identity
  /** Null where a finding forbids the page. */
  readonly model: PageModel | null
  /** The page in one locale; null where a finding forbids it or the article does not have the locale. */
  readonly page: (locale: LocaleTag) => RunbookPage | null
  /** Locales of the article: the source, and its target where the front matter names it. */
  readonly locales: readonly LocaleTag[]
  /** English texts of the action file, in the order in which the page takes them. */
  readonly texts: readonly SourceText[]
  /** The files read, each with its messages: article, action file, files in place of the article, then the texts. */
  readonly diagnostics: readonly VFile[]
}

/** An article and its action file → the pages of all its locales, or why there are none. Never throws on content. */
export function compilePage(sources: RunbookSources): CompiledPage {
  const {file, places, findings} = readActionFile(sources.actions.text)
  const article = readArticle(sources, file)
  const ledger = createLedger(places)
  const bound = file === null ? null : bindFile(file, article, {places, ledger})
  const runbook = isId(file?.runbook) ? file.runbook : null
  const translations = readTranslations(runbook === null ? [] : sources.texts(runbook), ledger.texts, {
    // A text that the action file lost through a fault of its own makes no orphan.
    orphans: findings.length === 0,
  })

  const ofActions = [...findings, ...(bound?.findings ?? []), ...ledger.findings]
  const ofOverride: Finding = {
    ruleId: 'article-override',
    args: {actual: article.name ?? ''},
    range: {start: 0, end: 0},
  }
  const overrides = (sources.overrides ?? []).map(override => diagnose(override, [ofOverride]))
  const isRefused = overrides.length > 0 || [...article.findings, ...ofActions].some(blocksPage)
  const model = isRefused ? null : (bound?.model ?? null)
  return {
    identity: {
      path: sources.actions.path,
      runbook: runbook ?? '',
      slug: article.slug,
      ranges: {runbook: places.value(file ?? {}, 'runbook'), slug: places.value(file ?? {}, 'article')},
    },
    model,
    page: locale => (model === null ? null : pageOf(locale, model, {article, ledger, translations})),
    locales: article.locales,
    texts: ledger.texts,
    diagnostics: [
      ...(sources.article === null ? [] : [diagnose(sources.article, article.findings)]),
      diagnose(sources.actions, ofActions),
      ...overrides,
      ...translations.map(({path, text, findings: faults}) => diagnose({path, text}, faults)),
    ],
  }
}

interface Article extends ArticleFacts {
  readonly name: string | null
  readonly titles: Readonly<Record<Side, string>>
  readonly trees: Readonly<Record<Side, StepTree>>
  readonly locales: readonly LocaleTag[]
  readonly findings: readonly Finding[]
}

function readArticle({article, route}: RunbookSources, file: ActionFile | null): Article {
  const text = article?.text ?? ''
  const scanned = scan(text)
  const sides = {source: project(scanned, 'source'), target: project(scanned, 'target')}
  const bulleted = boundBullets(file, sides.source)
  const trees = {source: stepsOf(sides.source, bulleted), target: stepsOf(sides.target, bulleted)}
  const heads = {source: readHead(text, 'source'), target: readHead(text, 'target')}
  const origin = readOrigin(heads.target.attributes)
  const name = article === null ? null : fileName(article.path)
  const stem = (name ?? '').replace(/\.md$/, '')
  return {
    name,
    slug: route?.slug ?? stem,
    hash: sha256(normalisedSource(scanned)),
    origin,
    procedures: trees.source.procedures,
    titles: {source: heads.source.title ?? stem, target: heads.target.title ?? stem},
    trees,
    locales: origin.locale === null ? [sourceLocale] : [sourceLocale, origin.locale],
    findings: [
      ...(route === undefined ? [] : checkRoute(route.slug, route.targets)),
      ...findFaults(scanned),
      ...checkMarkup(scanned, route?.depth),
      ...checkParity(trees.source, trees.target, scanned.segments),
    ],
  }
}

function bindFile(
  file: ActionFile,
  article: Article,
  {places, ledger}: {places: Places; ledger: TextLedger},
) {
  const anchoring = anchor(file, article.procedures, places)
  const calls = callsOf(file)
  const inputs = inputKindsOf(file)
  const order = stepOrder(article.procedures, anchoring, file)
  const model = pageModel(file, article, {anchoring, calls, ledger})
  const findings = [
    ...(article.name === null
      ? []
      : [...anchoring.findings, ...checkPlaces(article.procedures, anchoring, file, places)]),
    ...checkReview(file, article, places),
    ...checkIds(file, places),
    ...checkParts(file, places),
    ...checkReferences(file, places),
    ...checkInputs(file, order, places),
    ...checkOrder(order, file, places),
    ...checkCalls(calls, inputs, places),
    ...checkScopes(calls, places),
    ...checkReads(calls, inputs, places),
    ...checkChanges(file, inputs, places),
    ...checkAffected(file, places),
    ...checkExpressions(file, places),
    ...checkSamples(file, places),
  ]
  return {model, findings}
}

/** Whether the article is the one that the file names and that was reviewed. */
function checkReview(
  file: ActionFile,
  {name, hash, findings: faults}: Article,
  places: Places,
): readonly Finding[] {
  if (name === null) {
    return [{ruleId: 'article-missing', args: {actual: file.article}, range: places.value(file, 'article')}]
  }
  const findings: Finding[] = []
  if (file.article !== '' && file.article !== name) {
    const args = {actual: file.article, expected: name}
    findings.push({ruleId: 'article-mismatch', args, range: places.value(file, 'article')})
  }
  // The hash of an article that cannot be read says nothing.
  if (file.reviewed !== '' && file.reviewed !== hash && !faults.some(blocksPage)) {
    const args = {actual: hash, expected: file.reviewed}
    findings.push({ruleId: 'article-changed', args, range: places.value(file, 'reviewed')})
  }
  return findings
}

interface LocaleTexts extends Translation {
  readonly locale: LocaleTag
  readonly path: string
  readonly text: string
}

function readTranslations(
  files: readonly LocaleFile[],
  sources: readonly SourceText[],
  options: {readonly orphans: boolean},
): readonly LocaleTexts[] {
  return files.map(({locale, file: {path, text}}) => {
    const file = {path, text: text ?? ''}
    return {locale, ...file, ...readTranslation(file, sources, options)}
  })
}

function pageOf(
  locale: LocaleTag,
  model: PageModel,
  {
    article,
    ledger,
    translations,
  }: {article: Article; ledger: TextLedger; translations: readonly LocaleTexts[]},
): RunbookPage | null {
  if (!article.locales.includes(locale)) return null
  const side = locale === sourceLocale ? 'source' : 'target'
  const english = Object.fromEntries(ledger.texts.map(({key, text}) => [key, text]))
  const byLocale = new Map([
    [sourceLocale, english],
    ...translations.map(each => [each.locale, each.current] as const),
  ])
  const sentences = article.trees[side].procedures.flatMap(each => each.steps).map(each => each.sentence)
  return {
    model,
    catalogue: catalogueOf(locale, ledger.texts, byLocale),
    title: article.titles[side],
    sentences: Object.fromEntries(model.steps.map((step, index) => [step.id, sentences[index] ?? ''])),
  }
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
