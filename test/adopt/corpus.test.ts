// Every article of the corpus taken apart into its English and the file that was published of it, and adopted again: how many of the borders that
// Microsoft's own pipeline drew are found, and whether both languages come back byte for byte.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {adopt} from '../../plugins/adopt/index.ts'
import {project, projectArticle, scan, type Projection} from '../../plugins/bilingual/index.ts'

const corpus = new URL('../../../shared/corpus/fr-FR/bilingual/', import.meta.url)
const present = existsSync(corpus)
if (!present)
  console.warn('SKIPPED: the corpus ../shared/corpus/fr-FR is absent, so no article of it was adopted.')

test.skipIf(!present)('the corpus comes back from its two languages', {timeout: 300_000}, () => {
  const figures = {articles: 0, aligned: 0, source: 0, target: 0, ids: 0}
  const borders = {theirs: 0, ours: 0, both: 0}
  const refused: string[] = []
  const changed: string[] = []
  for (const {name, text} of articles()) {
    figures.articles += 1
    const source = {path: `${name} (source)`, text: projectArticle(text, 'source')}
    const target = {path: `${name} (target)`, text: published(name) ?? projectArticle(text, 'target')}
    const adopted = adopt({source, target, locale: 'fr-FR'})
    if (adopted.text === null) {
      const [message] = adopted.diagnostics.flatMap(file => file.messages.map(String))
      refused.push(message ?? name)
      continue
    }
    figures.aligned += 1
    const [before, after] = [project(scan(text), 'source'), project(scan(adopted.text), 'source')]
    if (bodyOf(before) === bodyOf(after)) figures.source += 1
    else changed.push(`${name}: source`)
    if (projectArticle(adopted.text, 'target') === target.text) figures.target += 1
    else changed.push(`${name}: target`)
    if (numbersOf(before) === numbersOf(after)) figures.ids += 1
    const [theirs, ours] = [placesOf(before), placesOf(after)]
    borders.theirs += theirs.size
    borders.ours += ours.size
    borders.both += [...ours].filter(place => theirs.has(place)).length
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
  console.info(
    `${figures.articles} articles: ${figures.aligned} align; source side exact ${figures.source}, target side exact ` +
      `${figures.target}; all segment numbers as Microsoft's ${figures.ids}.\n` +
      `Segments with both borders where Microsoft has them: precision ${share(borders.both, borders.ours)} of ` +
      `${borders.ours}, recall ${share(borders.both, borders.theirs)} of ${borders.theirs}.\n` +
      [...refused, ...changed].join('\n'),
  )
  expect(figures.aligned).toBeGreaterThanOrEqual(figures.articles - 4)
  expect(figures.target).toBeGreaterThanOrEqual(figures.aligned - 1)
  expect(figures.source).toBeGreaterThanOrEqual(figures.aligned - 12)
  expect(borders.both / borders.ours).toBeGreaterThan(0.98)
  expect(borders.both / borders.theirs).toBeGreaterThan(0.98)
})

/** The file that Microsoft published of it. */
function published(name: string): string | null {
  const path = fileURLToPath(new URL('../target/', corpus)) + name
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

function* articles(): Generator<{readonly name: string; readonly text: string}> {
  const names = readdirSync(corpus, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md'))
  for (const name of names.sort()) yield {name, text: readFileSync(`${fileURLToPath(corpus)}${name}`, 'utf8')}
}

function bodyOf({text, bodyStart}: Projection): string {
  return text.slice(bodyStart)
}

function numbersOf({segments}: Projection): string {
  return segments.map(({segment}) => segment.id.replace(/^[^-]*-/, '')).join()
}

/**
 * Places of the segments, counted in letters of the body. Microsoft puts a pair into the brackets of a link that is the
 * whole sentence, which we leave outside: both count as the link.
 */
function placesOf({text, bodyStart, segments}: Projection): ReadonlySet<string> {
  const lettersBefore: number[] = []
  let letters = 0
  for (let at = bodyStart; at <= text.length; at += 1) {
    lettersBefore[at] = letters
    if (/\S/.test(text.charAt(at))) letters += 1
  }
  return new Set(
    segments.map(({range: {start, end}}) => {
      const isLabel = text[start - 1] === '[' && text.startsWith('](', end)
      const from = isLabel ? start - 1 : start
      const to = isLabel ? text.indexOf(')', end) + 1 : end
      return `${lettersBefore[from] ?? -1} ${lettersBefore[to] ?? -1}`
    }),
  )
}
