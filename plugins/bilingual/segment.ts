/** One of the two texts of a bilingual article: the source (en-US) or its translation. */
export type Side = 'source' | 'target'

/** UTF-16 offsets into one text, `end` exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** One side of a segment: its text and where that text stands in the authored file. */
export interface SegmentText {
  readonly text: string
  readonly range: Range
}

/** One marked pair of the file. `id` is positional and new at every revision: never a key. */
export interface Segment {
  readonly id: string
  /** The whole pair with its tags. */
  readonly range: Range
  readonly target: SegmentText
  readonly source: SegmentText
}
