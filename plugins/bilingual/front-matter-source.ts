import {isMap, isScalar, stringify, type Document, type Pair, type ParsedNode} from 'yaml'
import type {Range} from './segment.ts'
import type {FrontMatterRange} from './front-matter-range.ts'

/** Keys that say how the target came about, in the order of the format; the source side has none of them. */
export const localisationKeys: readonly string[] = [
  'ms.openlocfilehash',
  'ms.sourcegitcommit',
  'ms.translationtype',
  'ms.contentlocale',
  'ms.lasthandoff',
  'ms.locfileid',
]

/** The attributes as the source side has them; `title` null: the article has no heading to take it from. */
export function toSourceAttributes(
  attributes: Readonly<Record<string, unknown>>,
  title: string | null,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(attributes).filter(([key]) => !isTargetOnly(key, title))
  return Object.fromEntries(kept.map(([key, value]) => [key, key === 'title' ? title : value]))
}

function isTargetOnly(key: string, title: string | null): boolean {
  return localisationKeys.includes(key) || key === 'description' || (key === 'title' && title === null)
}

/** The block with the source's title and without what only the target has, every other line as it is written. */
export function toSourceText(
  text: string,
  {block, yaml}: FrontMatterRange,
  {contents}: Document.Parsed,
  title: string | null,
): string {
  const written = text.slice(yaml.start, yaml.end)
  const newline = /\r\n|\n|\r/.exec(written)?.[0] ?? '\n'
  const parts: string[] = []
  let at = 0
  for (const pair of isMap(contents) ? contents.items : []) {
    const key = keyOf(pair)
    if (key !== 'title' && !isTargetOnly(key, title)) continue
    const lines = linesOf(pair, written)
    // Keys of a map in braces share their line, which the first one has replaced.
    if (lines.start < at) continue
    parts.push(written.slice(at, lines.start))
    if (key === 'title' && title !== null) {
      parts.push(lines.indent, stringify({title}, {lineWidth: 0}).trimEnd(), newline)
    }
    at = lines.end
  }
  return [
    text.slice(block.start, yaml.start),
    ...parts,
    written.slice(at),
    text.slice(yaml.end, block.end),
  ].join('')
}

/** The whole lines a key and its value stand on. */
function linesOf({key, value}: ParsedPair, written: string): Range & {readonly indent: string} {
  const [keyStart] = key.range
  const start = Math.max(written.lastIndexOf('\n', keyStart), written.lastIndexOf('\r', keyStart)) + 1
  const last = Math.max(keyStart, (value ?? key).range[1] - 1)
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(written.slice(last))
  return {
    start,
    end: last + (rest?.[0].length ?? 0),
    indent: written.slice(start, keyStart).replace(/[^ ].*/s, ''),
  }
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>

/** A pair's key as text, empty where it is none. */
export function keyOf({key}: ParsedPair): string {
  return isScalar(key) ? String(key.value) : ''
}
