import type {Range, Segment, Side} from './segment.ts'
import {frontMatterRange} from './front-matter-range.ts'
import type {Scan} from './scan.ts'

/** A segment with the place of its text in a projection. */
export interface ProjectedSegment {
  readonly segment: Segment
  /** In the projected text. */
  readonly range: Range
  /** Whose text stands there: on the target side the source's where there is no translation. */
  readonly shown: Side
}

/** An article's text with one side only, and the way back to the file. */
export interface Projection {
  readonly side: Side
  readonly text: string
  readonly segments: readonly ProjectedSegment[]
  /** Offset in `text` behind the front matter, 0 where there is none. */
  readonly bodyStart: number
  /**
   * Offset in the authored file of an offset in `text`. Between two stretches the later one counts; with `end`, for the
   * exclusive end of a range, the earlier one.
   */
  readonly toAuthored: (offset: number, edge?: 'start' | 'end') => number
  /** Offset in `text` of an offset in the authored file; null inside tags and inside the other side's text. */
  readonly toProjected: (offset: number) => number | null
}

/**
 * Replaces every pair of a scan by the text of one side, an empty target by the source; all else, front matter and
 * findings' text included, stands as it is written.
 *
 * `# <span data-ttu-id="1c2b3-101">Bonjour</span><span class="sxs-lookup">…Hello</span></span>` → `# Bonjour` or `# Hello`
 */
export function project(scan: Scan, side: Side): Projection {
  const segments: ProjectedSegment[] = []
  const stretches: Stretch[] = []
  const parts: string[] = []
  let authored = 0
  let projected = 0
  const copy = (range: Range): void => {
    stretches.push({authored: range.start, projected, length: range.end - range.start})
    parts.push(scan.text.slice(range.start, range.end))
    projected += range.end - range.start
  }
  for (const segment of scan.segments) {
    copy({start: authored, end: segment.range.start})
    const start = projected
    const shown = isUntranslated(segment) ? 'source' : side
    copy(segment[shown].range)
    segments.push({segment, range: {start, end: projected}, shown})
    authored = segment.range.end
  }
  copy({start: authored, end: scan.text.length})
  const text = parts.join('')
  return {
    side,
    text,
    segments,
    bodyStart: frontMatterRange(text)?.block.end ?? 0,
    toAuthored: (offset, edge = 'start') => toAuthored(stretches, offset, edge),
    toProjected: offset => toProjected(stretches, offset),
  }
}

function isUntranslated({target, source}: Segment): boolean {
  return target.text.trim() === '' && source.text.trim() !== ''
}

/** Text that both the file and the projection hold. The stretches lie end to end in the projection. */
interface Stretch {
  readonly authored: number
  readonly projected: number
  readonly length: number
}

function toAuthored(stretches: readonly Stretch[], offset: number, edge: 'start' | 'end'): number {
  const index = lastIndex(stretches, each =>
    edge === 'start' ? each.projected <= offset : each.projected < offset,
  )
  const stretch = stretches[Math.max(0, index)]
  return stretch === undefined
    ? offset
    : stretch.authored + Math.min(offset - stretch.projected, stretch.length)
}

function toProjected(stretches: readonly Stretch[], offset: number): number | null {
  const stretch = stretches[lastIndex(stretches, each => each.authored <= offset)]
  if (stretch === undefined || offset > stretch.authored + stretch.length) return null
  return stretch.projected + (offset - stretch.authored)
}

/** Index of the last stretch for which a condition holds that no later one fulfils again once it failed; else -1. */
function lastIndex(stretches: readonly Stretch[], holds: (stretch: Stretch) => boolean): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const stretch = stretches[middle]
    if (stretch !== undefined && holds(stretch)) low = middle + 1
    else high = middle
  }
  return low - 1
}
