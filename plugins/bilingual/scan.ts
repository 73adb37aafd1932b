import type {Finding} from './finding.ts'
import type {Range, Segment, Side} from './segment.ts'
import {createPlaces} from './places.ts'
import {findScraps} from './scraps.ts'
import {closeOf, endOf, gapBetween, lastClose, nextMark, type End} from './tag-search.ts'
import {literal, readTags, type Tag} from './tags.ts'

/** An article's text read as a bilingual file. */
export interface Scan {
  readonly text: string
  /** Every pair that could be read, in the order of the file; everything outside them is the skeleton. */
  readonly segments: readonly Segment[]
  /** What is wrong with the pairs, in the order of the file. */
  readonly findings: readonly Finding[]
}

/**
 * Reads the segments of an article. Never throws and takes linear time; what is no readable pair stays in the skeleton
 * as it is written and has a finding.
 *
 * `<span data-ttu-id="3e638-106">Sur la page…</span><span class="sxs-lookup"><span data-stu-id="3e638-106">On the
 * page…</span></span>` → one segment `3e638-106` with target, source and their offsets.
 */
export function scan(text: string): Scan {
  const reading: Reading = {
    text,
    tags: readTags(text),
    segments: [],
    findings: [],
    begun: [],
    firstOf: new Map(),
  }
  let at = 0
  while (at < reading.tags.length) at = step(reading, at)
  for (const {tag, side} of reading.begun) {
    report(reading, 'segment-truncated', tag.range, {id: tag.id, side, by: 'next-segment'})
  }
  reportCutTag(reading)
  const findings = [...reading.findings, ...findScraps(reading, reading.findings)]
  findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  return {text, segments: reading.segments, findings}
}

interface Reading {
  readonly text: string
  readonly tags: readonly Tag[]
  readonly segments: Segment[]
  readonly findings: Finding[]
  /** Pairs inside which another one began before their end, innermost last. */
  readonly begun: {readonly tag: Tag; readonly side: Side}[]
  /** Where each id stood first. */
  readonly firstOf: Map<string, number>
  places?: ReturnType<typeof createPlaces>
}

const wellFormedId = /^[0-9a-f]{5}-p?\d+$/

/** Reads what begins at a tag and gives the index of the tag after it. */
function step(reading: Reading, at: number): number {
  const tag = reading.tags[at]
  if (tag === undefined || tag.kind === 'open') return at + 1
  if (tag.kind === 'close') return endOuter(reading, at)
  if (!tag.closed) {
    if (tag.range.end === reading.text.length) return truncated(reading, tag, sideOf(tag), at + 1)
    return malformed(reading, tag, at + 1)
  }
  return tag.kind === 'target' ? readTarget(reading, tag, at) : readLookup(reading, tag, at)
}

function readTarget(reading: Reading, tag: Tag, at: number): number {
  const {text, tags} = reading
  const stop = nextMark(tags, at + 1)
  const next = tags[stop]
  if (next === undefined || next.kind === 'target') {
    const close = closeOf(tags, at + 1, stop)
    if (close === undefined) {
      if (next === undefined) return truncated(reading, tag, 'target', stop)
      reading.begun.push({tag, side: 'target'})
      return stop
    }
    const rest = next === undefined ? text.slice(close.range.end) : ''
    if (rest !== '' && (literal.lookup + literal.source).startsWith(rest))
      return truncated(reading, tag, 'target', stop)
    const range = {start: tag.range.start, end: close.range.end}
    report(reading, 'segment-unpaired', range, {id: tag.id, side: 'target'})
    return stop
  }
  return readMiddle(reading, {tag, lookup: next}, at, stop)
}

/** From the target's tag at `at` over the lookup at `stop`: the pair is whole, or says why it is not. */
function readMiddle(
  reading: Reading,
  {tag, lookup}: Pick<Halves, 'tag' | 'lookup'>,
  at: number,
  stop: number,
): number {
  const {tags} = reading
  const source = tags[lookup.kind === 'lookup' ? stop + 1 : stop]
  const close = lastClose(tags, at + 1, stop)
  if (source?.kind !== 'source' || !source.closed || !lookup.closed) {
    const from = afterLookup(tags, stop)
    const cut = nextMark(tags, from) === tags.length && endOf(tags, from, tags.length) === undefined
    if (cut) return truncated(reading, tag, 'source', tags.length)
    report(reading, 'segment-malformed', lookup.range, {
      tag: reading.text.slice(lookup.range.start, lookup.range.end),
      expected: `${literal.lookup}${literal.source}${tag.id}">`,
    })
    return skipSource(tags, stop)
  }
  if (close === undefined || lookup.kind !== 'lookup') {
    const range = close === undefined ? {start: lookup.range.start, end: lookup.range.start} : source.range
    const expected = close === undefined ? literal.close : `${literal.lookup}${literal.source}${source.id}">`
    report(reading, 'segment-malformed', range, {tag: reading.text.slice(range.start, range.end), expected})
    return skipSource(tags, stop)
  }
  const gap = gapBetween(close, lookup) ?? gapBetween(lookup, source)
  if (gap === undefined) return readSource(reading, {tag, close, lookup, source}, stop + 2)
  if (tag.id !== source.id) {
    const range = {start: tag.range.start, end: close.range.end}
    report(reading, 'segment-unpaired', range, {id: tag.id, side: 'target'})
    return stop
  }
  report(reading, 'segment-separated', gap, {id: tag.id, text: reading.text.slice(gap.start, gap.end)})
  return skipSource(tags, stop)
}

interface Halves {
  readonly tag: Tag
  readonly close: Tag
  readonly lookup: Tag
  readonly source: Tag
}

function readSource(reading: Reading, halves: Halves, from: number): number {
  const {tag, source} = halves
  const stop = nextMark(reading.tags, from)
  const end = endOf(reading.tags, from, stop)
  if (end !== undefined) {
    keep(reading, halves, end)
    return end.next
  }
  if (reading.tags[stop]?.kind === 'target') {
    reading.begun.push({tag, side: 'source'})
    return stop
  }
  if (stop === reading.tags.length) return truncated(reading, tag, 'source', stop)
  report(reading, 'segment-truncated', source.range, {id: tag.id, side: 'source', by: 'next-segment'})
  return stop
}

function keep(reading: Reading, {tag, close, lookup, source}: Halves, end: End): void {
  const {text} = reading
  const target = {start: tag.range.end, end: close.range.start}
  const original = {start: source.range.end, end: end.sourceEnd}
  const segment: Segment = {
    id: tag.id,
    range: {start: tag.range.start, end: end.end},
    target: {text: text.slice(target.start, target.end), range: target},
    source: {text: text.slice(original.start, original.end), range: original},
  }
  reading.segments.push(segment)
  const expected = {
    target: `${literal.target}${tag.id}">`,
    lookup: literal.lookup,
    source: `${literal.source}${tag.id}">`,
  }
  for (const each of [tag, lookup, source]) {
    if (!each.exact) malformed(reading, each, 0, expected[each.kind as keyof typeof expected])
  }
  const closing = literal.close + literal.close
  malformedClose(reading, close.range, literal.close)
  malformedClose(reading, {start: end.sourceEnd, end: end.end}, closing)
  if (tag.id !== source.id) {
    report(reading, 'segment-id-differs', source.idRange, {target: tag.id, source: source.id})
  }
  if (!wellFormedId.test(tag.id)) report(reading, 'segment-id-malformed', tag.idRange, {id: tag.id})
  const first = reading.firstOf.get(tag.id)
  if (first === undefined) reading.firstOf.set(tag.id, tag.range.start)
  else report(reading, 'segment-duplicate', tag.idRange, {id: tag.id, firstLine: lineOf(reading, first)})
  if (segment.target.text.trim() === '') report(reading, 'target-empty', target, {id: tag.id})
  if (segment.source.text.trim() === '') report(reading, 'source-empty', original, {id: tag.id})
}

/** A lookup without a target before it: the rest of a pair that holds another one, or alone. */
function readLookup(reading: Reading, tag: Tag, at: number): number {
  const {tags} = reading
  const next = tags[at + 1]
  const source = tag.kind === 'lookup' && next?.kind === 'source' ? next : tag
  const from = afterLookup(tags, at)
  const stop = nextMark(tags, from)
  const end = endOf(tags, from, stop)
  const outer = reading.begun.at(-1)
  if (outer?.side === 'target' && outer.tag.id === source.id) {
    reading.begun.pop()
    const range = {start: outer.tag.range.start, end: end?.end ?? source.range.end}
    report(reading, 'segment-nested', range, {id: outer.tag.id})
  } else {
    const range = {start: tag.range.start, end: end?.end ?? source.range.end}
    report(reading, 'segment-unpaired', range, {id: source.id, side: 'source'})
  }
  return end?.next ?? stop
}

/** Outside a pair two closing tags in a row end the source of a pair that holds another one. */
function endOuter(reading: Reading, at: number): number {
  const outer = reading.begun.at(-1)
  const [first, second] = [reading.tags[at], reading.tags[at + 1]]
  if (outer?.side !== 'source' || first === undefined || second?.kind !== 'close') return at + 1
  if (first.range.end !== second.range.start) return at + 1
  reading.begun.pop()
  report(reading, 'segment-nested', {start: outer.tag.range.start, end: second.range.end}, {id: outer.tag.id})
  return at + 2
}

/** Index of the tag after the source that begins at `stop`, past its end where it has one. */
function skipSource(tags: readonly Tag[], stop: number): number {
  const from = afterLookup(tags, stop)
  const next = nextMark(tags, from)
  return endOf(tags, from, next)?.next ?? next
}

/** Index of the tag after the lookup's own one or two. */
function afterLookup(tags: readonly Tag[], stop: number): number {
  return tags[stop]?.kind === 'lookup' && tags[stop + 1]?.kind === 'source' ? stop + 2 : stop + 1
}

/** A file cut inside the very first tag of a pair shows no tag at all, only the tag's first letters. */
function reportCutTag(reading: Reading): void {
  const {text} = reading
  const start = text.lastIndexOf('<')
  const rest = start === -1 ? '' : text.slice(start)
  if (rest.length <= '<span '.length || rest.length >= literal.target.length) return
  if (literal.target.startsWith(rest)) truncatedAt(reading, {start, end: text.length}, '', 'target')
}

function truncated(reading: Reading, tag: Tag, side: Side, next: number): number {
  truncatedAt(reading, tag.range, tag.id, side)
  return next
}

function truncatedAt(reading: Reading, range: Range, id: string, side: Side): void {
  report(reading, 'segment-truncated', range, {id, side, by: 'end-of-file'})
}

function malformed(reading: Reading, tag: Tag, next: number, expected: string = literal.target): number {
  report(reading, 'segment-malformed', tag.range, {
    tag: reading.text.slice(tag.range.start, tag.range.end),
    expected,
  })
  return next
}

/** Browsers close a span by `</SPAN>` too; the format never writes it so. */
function malformedClose(reading: Reading, range: Range, expected: string): void {
  const tag = reading.text.slice(range.start, range.end)
  if (tag !== expected) report(reading, 'segment-malformed', range, {tag, expected})
}

function sideOf(tag: Tag): Side {
  return tag.kind === 'target' ? 'target' : 'source'
}

function lineOf(reading: Reading, offset: number): number {
  reading.places ??= createPlaces(reading.text)
  return reading.places(offset).line
}

function report(reading: Reading, ruleId: string, range: Range, args: Finding['args']): void {
  reading.findings.push({ruleId, args, range})
}
