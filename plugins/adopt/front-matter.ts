import {isMap, parseDocument, stringify} from 'yaml'
import type {LocaleTag} from '../../src/model/locale.ts'
import {localisationKeys} from '../bilingual/index.ts'
import type {Document} from './document.ts'

const translated = ['title', 'description']

/**
 * The front matter of the article, fences included: the target's order, title and description, the source's other
 * values, then of the localisation keys those that are there, and the locale. `title` is what stands where the front
 * matter of the article's own language, the target's where there is one, has none.
 */
export function writeFrontMatter(
  source: Document,
  target: Document | null,
  locale: LocaleTag,
  title: string | null,
): string {
  const [ours, theirs] = [entriesOf(source), target === null ? new Map<string, string>() : entriesOf(target)]
  const newline = /\r\n|\n|\r/.exec((target ?? source).text)?.[0] ?? '\n'
  const base = theirs.size > 0 ? theirs : ours
  const body: string[] = []
  for (const key of new Set([...base.keys(), ...ours.keys()])) {
    if (localisationKeys.includes(key)) continue
    const isTaken = key === 'title' && target !== null && !theirs.has(key) && title !== null
    const own = isTaken ? line({title}, newline) : translated.includes(key) ? theirs.get(key) : ours.get(key)
    body.push(own ?? theirs.get(key) ?? ours.get(key) ?? '')
  }
  if (!base.has('title') && !ours.has('title') && title !== null) body.unshift(line({title}, newline))
  for (const key of localisationKeys) {
    const known = theirs.get(key) ?? ours.get(key)
    const own = key === 'ms.contentlocale' ? line({[key]: locale}, newline) : ''
    body.push(key === 'ms.contentlocale' && !isLocale(target ?? source, locale) ? own : (known ?? own))
  }
  const mark = (target ?? source).text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const frame = target !== null && theirs.size > 0 ? target : source
  const fences = /^(---[ \t]*(?:\r\n|\n|\r))[^]*?(---[ \t]*(?:\r\n|\n|\r)?)$/.exec(blockOf(frame))
  return `${mark}${fences?.[1] ?? `---${newline}`}${body.join('')}${fences?.[2] ?? `---${newline}`}`
}

function isLocale({attributes}: Document, locale: LocaleTag): boolean {
  return attributes['ms.contentlocale'] === locale
}

function line(value: Readonly<Record<string, string>>, newline: string): string {
  return stringify(value, {lineWidth: 0}).trimEnd() + newline
}

function blockOf({text, frontMatter}: Document): string {
  return text.slice(frontMatter.start, frontMatter.end)
}

/** Each key with the lines it is written on, comments before it included; none where this is no plain map. */
function entriesOf(document: Document): ReadonlyMap<string, string> {
  const yaml = blockOf(document).replace(/^---[^\r\n]*(?:\r\n|\n|\r)|---[ \t]*(?:\r\n|\n|\r)?$/g, '')
  const {contents} = parseDocument(yaml, {logLevel: 'silent', prettyErrors: false})
  if (!isMap(contents) || contents.flow === true) return new Map()
  const starts = contents.items.map(({key}) => (key as {range?: readonly number[]}).range?.[0] ?? 0)
  return new Map(
    contents.items.map(({key}, index) => {
      const from = index === 0 ? 0 : (starts[index] ?? 0)
      return [String(key), yaml.slice(from, starts[index + 1] ?? yaml.length)] as const
    }),
  )
}
