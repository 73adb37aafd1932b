import type {Range} from '../bilingual/segment.ts'

/** How deep blocks, brackets and HTML may nest: far more than any article does, far less than a stack holds. */
export const deepest = 100

const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y
const rule = /^[ \t>]*([-*_])(?:[ \t]*\1)*[ \t]*$/
const signs = /\\[^]|(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]|[[\]]|[*_~]+|`+|<[!?]/g

/**
 * What one stretch between blank lines may hold of what readers compare each with each other of it, or with all the text
 * behind it; `bars` in one line, for each column of a table stands in all its rows. At least ten times what the articles
 * of the corpus hold.
 */
const most = {emphasis: 600, closed: 4000, unopened: 100, ticks: 20, html: 20, bars: 70}

/**
 * The first place where Markdown nests so deep, or repeats signs so often, that readers of Markdown would take quadratic
 * time or end with a full stack, for they call themselves for each level; null where there is none. Linear.
 */
export function findTooDeep(markdown: string): Range | null {
  const text = withoutFencedCode(markdown)
  return deepBlock(text) ?? deepWords(text) ?? manySigns(text)
}

const opening = /^(`{3,}(?=[^`]*$)|~{3,})/
const comment = /^<!-- [^<>]* -->$/
const rawHtml = /<(?:[!?]|script|pre|style|textarea)/i

/**
 * The same text with blanks for the code between fences, where signs open no level. Only fences that are such beyond
 * doubt count: behind a blank line, at the beginning of theirs, and not behind HTML that goes on over blank lines.
 */
function withoutFencedCode(markdown: string): string {
  const parts: string[] = []
  let open: string | null = null
  let [isBehindBlank, isBehindHtml] = [true, false]
  for (const [line] of markdown.matchAll(/[^\r\n]+|\r\n|\r|\n/g)) {
    const isEnd = line === '\n' || line === '\r' || line === '\r\n'
    const marks = isBehindBlank && !isBehindHtml ? opening.exec(line)?.[1] : undefined
    if (open !== null) {
      parts.push(isEnd ? line : ' '.repeat(line.length))
      if (closes(line, open)) open = null
      isBehindBlank = false
      continue
    }
    open = marks ?? null
    isBehindHtml ||= rawHtml.test(line) && !comment.test(line)
    // A line end behind a line end is a blank line; one behind words is not.
    isBehindBlank = isEnd ? isBehindBlank || parts.at(-1)?.trim() === '' : false
    parts.push(line)
  }
  return parts.join('')
}

function closes(line: string, open: string): boolean {
  const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  return marks.startsWith(open)
}

/** Quotes and list items begun in one line, each two columns of indentation before them counted as one more. */
function deepBlock(markdown: string): Range | null {
  for (const line of markdown.matchAll(/[^\r\n]+/g)) {
    const [written] = line
    marker.lastIndex = 0
    let end = 0
    let depth = (/^[ \t]*(?=[>+*-]|\d)/.exec(written)?.[0].length ?? 0) / 2
    while (marker.test(written)) {
      end = marker.lastIndex
      depth += 1
    }
    if (depth > deepest && end > 0 && !rule.test(written)) return {start: line.index, end: line.index + end}
  }
  return null
}

/** Brackets that stand open, and signs of emphasis, within one paragraph. */
function deepWords(markdown: string): Range | null {
  let [brackets, emphasis] = [0, 0]
  for (const {0: sign, index} of markdown.matchAll(signs)) {
    if (/[\r\n]/.test(sign[0] ?? '')) [brackets, emphasis] = [0, 0]
    else if (sign === '[') brackets += 1
    else if (sign === ']') brackets = Math.max(0, brackets - 1)
    else if (sign.startsWith('*') || sign.startsWith('_')) {
      const opens = !isBlank(markdown[index + sign.length])
      const closes = !isBlank(markdown[index - 1])
      if (opens && !closes) emphasis += sign.length
      if (closes && !opens) emphasis = Math.max(0, emphasis - sign.length)
    }
    if (brackets > deepest || emphasis > 2 * deepest) return {start: index, end: index + sign.length}
  }
  return null
}

/** Signs whose cost is their number times the text behind them. */
function manySigns(markdown: string): Range | null {
  for (const {0: line, index} of markdown.matchAll(/[^\r\n]+/g)) {
    if (line.split('|', most.bars + 2).length > most.bars + 1) return {start: index, end: index + line.length}
  }
  let count = noSigns()
  for (const {0: sign, index} of markdown.matchAll(signs)) {
    if (/[\r\n]/.test(sign[0] ?? '')) count = noSigns()
    else if (sign.startsWith('`')) count.ticks.add(sign.length)
    else if (sign.startsWith('<')) count.html += 1
    else if (sign === '[') count.open += 1
    else if (sign === ']') {
      count.closed += 1
      if (count.open === 0) count.unopened += 1
      count.open = Math.max(0, count.open - 1)
    } else if (!sign.startsWith('\\')) count.emphasis += 1
    const {emphasis, closed, unopened, ticks, html} = count
    const isMany =
      emphasis > most.emphasis ||
      closed > most.closed ||
      unopened > most.unopened ||
      ticks.size > most.ticks ||
      html > most.html
    if (isMany) return {start: index, end: index + sign.length}
  }
  return null
}

function noSigns() {
  return {emphasis: 0, open: 0, closed: 0, unopened: 0, html: 0, ticks: new Set<number>()}
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character)
}
