import type {VFile} from 'vfile'
import type {Finding} from '../bilingual/finding.ts'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {createPlaces, scan} from '../bilingual/index.ts'
import {diagnose, sha256, type SourceFile} from '../runbook/index.ts'
import {matchesOf, matchesOfPair, withOwnBlanks} from './align.ts'
import {findDifferences} from './differences.ts'
import {readDocument, toUnwritable, withLineEndsOf, type Document} from './document.ts'
import {findDoubts, type Translation} from './doubts.ts'
import {writeFrontMatter} from './front-matter.ts'
import {findLosses, findTitle} from './losses.ts'
import {createIds} from './numbers.ts'
import {sentencesOf, type Sentences} from './sentences.ts'
import {createSlugs} from './slug.ts'
import {textAt, writeBody, type PairedBlock, type WrittenBlock} from './write.ts'

/** Two plain documents of one article, or the source alone. */
export interface Documents {
  readonly source: SourceFile
  readonly target: SourceFile | null
  /** Of the target. */
  readonly locale: LocaleTag
}

/** The bilingual article, or null where a document forbids it, and the documents with what was found in them. */
export interface Adopted {
  readonly text: string | null
  readonly diagnostics: readonly VFile[]
}

/**
 * Makes a bilingual article of plain Markdown: each sentence of each text block in a pair, its translation beside it or,
 * without a target, an empty text. The sides of the result are the documents again, but for names of headings that are
 * added, localisation keys, and what the format has in one language only (descriptions of images, white space between
 * sentences): there the target's stands, and what is lost or doubtful has a warning.
 */
export function adopt({source: written, target, locale}: Documents): Adopted {
  // Both stand in one file, which has one kind of line end; lines and columns are the same in either.
  const source = target === null ? written : {...written, text: withLineEndsOf(target.text, written.text)}
  const ours = readDocument(source.text)
  const theirs = target === null ? null : readDocument(target.text)
  const diagnosticsOf = (inSource: readonly Finding[], inTarget: readonly Finding[]) => [
    diagnose(source, inSource),
    ...(target === null ? [] : [diagnose(target, inTarget)]),
  ]
  const faults = [...ours.findings, ...(theirs?.findings ?? [])]
  if (faults.length > 0)
    return {text: null, diagnostics: diagnosticsOf(ours.findings, theirs?.findings ?? [])}
  const placeOf = placesIn(source)
  const differences = theirs === null ? [] : findDifferences(ours, theirs, placeOf)
  if (differences.length > 0) return {text: null, diagnostics: diagnosticsOf([], differences)}
  const english = sentencesOf(sourceLocale)
  const blocks = pairBlocks(ours, theirs, english, sentencesOf(locale))
  const numbered = number(blocks, prefixOf(source, target), beforeBody(ours, theirs, english))
  const ownTitle = theirs === null ? undefined : titleOf(theirs)
  const title = ownTitle ?? (ours.attributes['title'] === undefined ? titleOf(ours) : null) ?? null
  const text =
    writeFrontMatter(ours, theirs, locale, title) + writeBody(ours, theirs, numbered, createSlugs())
  const broken = findUnwritable(numbered, ours, theirs, text)
  if (broken.length > 0) return {text: null, diagnostics: diagnosticsOf(broken, [])}
  if (theirs === null) return {text, diagnostics: diagnosticsOf([], [])}
  const doubts = findDoubts(translationsOf(blocks, ours, theirs), placeOf)
  return {text, diagnostics: diagnosticsOf(findLosses(ours, theirs), [...findTitle(theirs, ours), ...doubts])}
}

function pairBlocks(
  ours: Document,
  theirs: Document | null,
  english: Sentences,
  sentences: Sentences,
): readonly PairedBlock[] {
  const source = {document: ours, sentences: english}
  return ours.blocks.map((block, index) => {
    const twin = theirs?.blocks[index] ?? null
    if (theirs === null || twin === null) return {block, twin, matches: matchesOf(block, source)}
    const matches = matchesOfPair(block, twin, source, {document: theirs, sentences})
    return {block, twin, matches: withOwnBlanks(matches, ours, theirs)}
  })
}

function number(
  blocks: readonly PairedBlock[],
  prefix: string,
  before: readonly number[],
): readonly WrittenBlock[] {
  const idsOf = createIds(prefix, before)
  return blocks.map(each => ({...each, ids: idsOf(each.block, each.matches)}))
}

/** The five digits of the file: the same documents always have the same ones. */
function prefixOf(source: SourceFile, target: SourceFile | null): string {
  return sha256(`${source.text}\u0000${target?.text ?? ''}`).slice('sha256-'.length, 'sha256-'.length + 5)
}

/** Sentences of the title and of the description, which are counted and not shown. */
function beforeBody(ours: Document, theirs: Document | null, english: Sentences): readonly number[] {
  const count = (text: unknown) => (typeof text === 'string' && text !== '' ? [english(text).length] : [])
  const described = ours.attributes['description'] ?? theirs?.attributes['description']
  return [...count(ours.attributes['title'] ?? titleOf(ours)), ...count(described)]
}

function titleOf({blocks}: Document): string | undefined {
  return blocks.find(({title}) => title !== '')?.title
}

/** The sentences that have a translation. */
function translationsOf(
  blocks: readonly PairedBlock[],
  ours: Document,
  theirs: Document,
): readonly Translation[] {
  return blocks.flatMap(({matches}) =>
    matches.flatMap(match =>
      match.target === null
        ? []
        : [{match, source: textAt(ours, match.source), target: textAt(theirs, match.target)}],
    ),
  )
}

/** Names the place of an offset: path, line and column. */
function placesIn({path, text}: SourceFile): (offset: number) => string {
  const pointOf = createPlaces(text)
  return offset => {
    const {line, column} = pointOf(offset)
    return `${path}:${line}:${column}`
  }
}

/** A finding where the article does not read back as it was written: the documents hold tags like those of a pair. */
function findUnwritable(
  blocks: readonly WrittenBlock[],
  ours: Document,
  theirs: Document | null,
  article: string,
): readonly Finding[] {
  const {segments, findings} = scan(article)
  const matches = blocks.flatMap(({matches: own, ids}) =>
    own.map((match, index) => ({match, id: ids[index]})),
  )
  const broken = matches.find(({match, id}, index) => {
    const segment = segments[index]
    if (segment?.id !== id || segment?.source.text !== textAt(ours, match.source)) return true
    return theirs !== null && match.target !== null && segment.target.text !== textAt(theirs, match.target)
  })
  const isScrap = findings.some(({ruleId}) => ruleId !== 'target-empty')
  return broken !== undefined || isScrap ? [toUnwritable(ours.text, broken?.match.source)] : []
}
