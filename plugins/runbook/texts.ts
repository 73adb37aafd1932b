// Texts of an action file: English in the file itself, other languages in one JSON file per locale.
import type {TextKey} from '../../src/model/action.ts'
import type {Finding} from '../bilingual/finding.ts'
import type {LocaleTag} from '../../src/model/locale.ts'
import type {TextCatalogue} from '../../src/model/page.ts'
import type {Range} from '../bilingual/segment.ts'
import {sha256} from './hash.ts'
import {findJsonFault} from './json-syntax.ts'
import {placeholdersOf} from './placeholders.ts'
import {isBranch, readYaml} from './yaml-places.ts'
import type {Places} from './yaml-places.ts'

/** An English text of an action file. */
export interface SourceText {
  readonly key: TextKey
  readonly text: string
  /** SHA-256 of the text: a translation made for another one is out of date. */
  readonly hash: string
  /** A label of the portal, which every language shows beside its own. */
  readonly isLabel: boolean
  /** Place in the action file. */
  readonly range: Range
}

/** A locale's translations, sorted by whether they may be shown. */
export interface Translation {
  readonly current: Readonly<Record<TextKey, string>>
  readonly findings: readonly Finding[]
}

/** What a text may hold beside its words. */
interface TextOptions {
  /** Placeholders that are filled on the page. */
  readonly placeholders?: readonly string[]
  readonly isLabel?: boolean
}

/** Collects the English texts of an action file as the page model takes their keys. */
export interface TextLedger {
  /** Key of the text under `key` of a branch of the file; the same path gives the same key. */
  readonly add: (path: TextKey, branch: object, key: string | number, options?: TextOptions) => TextKey
  readonly texts: readonly SourceText[]
  readonly findings: readonly Finding[]
}

/** A ledger for one action file. Empty texts, which a finding of the schema names already, are passed over. */
export function createLedger(places: Places): TextLedger {
  const texts: SourceText[] = []
  const findings: Finding[] = []
  return {
    texts,
    findings,
    add(path, branch, key, {placeholders = [], isLabel = false} = {}) {
      const text: unknown = Reflect.get(branch, key)
      if (typeof text !== 'string' || text === '') return path
      const range = places.value(branch, key)
      for (const actual of placeholdersOf(text).filter(each => !placeholders.includes(each))) {
        findings.push({ruleId: 'placeholder-unknown', args: {actual, expected: placeholders}, range})
      }
      if (!texts.some(each => each.key === path))
        texts.push({key: path, text, hash: sha256(text), isLabel, range})
      return path
    },
  }
}

/**
 * Reads one locale's file, empty where there is none yet, against the English texts. Never throws. Without `orphans`,
 * keys that the action file does not have are passed over.
 */
export function readTranslation(
  file: {readonly path: string; readonly text: string},
  sources: readonly SourceText[],
  {orphans}: {readonly orphans: boolean},
): Translation {
  if (file.text.trim() === '') {
    const args = {actual: file.path, count: sources.length}
    return {current: {}, findings: [{ruleId: 'texts-missing', args, range: {start: 0, end: 0}}]}
  }
  const {entries, root, places, findings: faults, isReadable} = readEntries(file.text)
  const findings = [...faults]
  const current: Record<TextKey, string> = {}
  for (const source of sources) {
    const entry = entries.get(source.key)
    const fault = entry === undefined ? missing(source, root, places) : faultOf(entry, source, places)
    if (fault === null) current[source.key] = String(entry?.['message'])
    // A file that cannot be read lacks no single text, and a malformed entry has a finding of its own.
    else if (entry !== undefined || (isReadable && !Object.hasOwn(root, source.key))) findings.push(fault)
  }
  const known = new Set(sources.map(each => each.key))
  for (const [key, entry] of entries) {
    if (!orphans || known.has(key)) continue
    findings.push({ruleId: 'text-orphan', args: {key}, range: places.of(entry)})
  }
  return {current, findings}
}

/**
 * A locale's file with the keys that it lacks added empty, in the order of the action file, and orphans last. Messages
 * and descriptions that are there stay as they are, so that what is out of date stays so. A file that cannot be read is
 * given back as it is: nothing of it is to be lost.
 */
export function fillTexts(text: string, sources: readonly SourceText[]): string {
  const {entries, findings} = readEntries(text.trim() === '' ? '{}' : text)
  if (findings.length > 0) return text
  const filled = new Map<string, unknown>(
    sources.map(({key, hash}) => [key, entries.get(key) ?? {message: '', description: `source ${hash}`}]),
  )
  for (const [key, entry] of entries) filled.set(key, entry)
  return `${JSON.stringify(Object.fromEntries(filled), null, 2)}\n`
}

/** The words of one locale. English stands in `fallbacks` wherever the locale's own text may not be shown. */
export function catalogueOf(
  locale: LocaleTag,
  sources: readonly SourceText[],
  translations: ReadonlyMap<LocaleTag, Readonly<Record<TextKey, string>>>,
): TextCatalogue {
  const own = translations.get(locale) ?? {}
  const labels = sources.filter(each => each.isLabel)
  return {
    locale,
    texts: Object.fromEntries(sources.flatMap(({key}) => (own[key] === undefined ? [] : [[key, own[key]]]))),
    fallbacks: Object.fromEntries(
      sources.flatMap(({key, text}) => (own[key] === undefined ? [[key, text]] : [])),
    ),
    labels: Object.fromEntries(
      labels.map(({key}) => {
        const others = [...translations].filter(
          ([other, texts]) => other !== locale && texts[key] !== undefined,
        )
        return [key, Object.fromEntries(others.map(([other, texts]) => [other, texts[key] ?? '']))]
      }),
    ),
  }
}

type Entry = Record<string, unknown>

// JSON is YAML, so the same reader gives values and places once it is known to be JSON.
function readEntries(text: string) {
  const fault = findJsonFault(text)
  const {value, places, findings} = readYaml(fault === null ? text : '', 'texts-invalid')
  const entries = new Map<string, Entry>()
  const refuse = (reason: string, range: Range) =>
    findings.push({ruleId: 'texts-invalid', args: {reason}, range})
  if (fault !== null) refuse(fault.reason, {start: fault.offset, end: fault.offset})
  else if (!isBranch(value) || Array.isArray(value)) refuse('no object of texts', {start: 0, end: 0})
  if (!isBranch(value) || Array.isArray(value))
    return {entries, places, findings, root: {}, isReadable: false}
  for (const [key, entry] of Object.entries(value)) {
    if (isBranch(entry) && !Array.isArray(entry)) entries.set(key, entry)
    else refuse(`no message under ${key}`, places.value(value, key))
  }
  return {entries, places, findings, root: value, isReadable: true}
}

function missing({key, text}: SourceText, root: object, places: Places): Finding {
  return {ruleId: 'text-missing', args: {key, source: text}, range: places.key(root, '')}
}

/** Why an entry may not be shown; null where it may. */
function faultOf(entry: Entry, {key, text, hash}: SourceText, places: Places): Finding | null {
  const message = entry['message']
  const range = places.value(entry, 'message')
  if (typeof message !== 'string' || message.trim() === '') {
    return {ruleId: 'text-empty', args: {key, source: text}, range}
  }
  if (entry['description'] !== `source ${hash}`) {
    const args = {key, source: text, expected: hash}
    return {ruleId: 'text-outdated', args, range: places.value(entry, 'description')}
  }
  if (samePlaceholders(text, message)) return null
  const args = {key, actual: placeholdersOf(message), expected: placeholdersOf(text)}
  return {ruleId: 'text-placeholder', args, range}
}

function samePlaceholders(source: string, target: string): boolean {
  const sorted = (text: string) => [...placeholdersOf(text)].sort().join()
  return sorted(source) === sorted(target)
}
