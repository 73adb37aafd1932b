import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {project, projectArticle, scan} from '../../plugins/bilingual/index.ts'
import type {Projection} from '../../plugins/bilingual/index.ts'
import {flagship, pair, published} from './flagship.ts'
import {bilingualTexts, damagedTexts} from './texts.ts'

const sides = ['source', 'target'] as const

function bodyOf(text: string): string {
  const fence = text.indexOf('\n---\n', 3)
  return text.slice(fence + '\n---\n'.length)
}

describe('the flagship', () => {
  test('its target body is the published one and its target front matter is its own', () => {
    const target = projectArticle(flagship, 'target')
    expect(bodyOf(target)).toBe(bodyOf(published))
    expect(target.slice(0, -bodyOf(target).length)).toBe(flagship.slice(0, -bodyOf(flagship).length))
  })

  test('its source body is the file with each pair replaced by its source text', () => {
    // Says the grammar a second time on purpose: nothing of the core is used.
    const pairs =
      /<span data-ttu-id="[^"]*">(?:(?!<\/span><span class="sxs-lookup">)[^])*<\/span><span class="sxs-lookup"><span data-stu-id="[^"]*">((?:(?!<\/span><\/span>)[^])*)<\/span><\/span>/g
    const source = projectArticle(flagship, 'source')
    expect(bodyOf(source)).toBe(bodyOf(flagship).replaceAll(pairs, '$1'))
    expect(bodyOf(source)).toContain(
      '1. Sign in to your Azure AD Connect server and start the **Azure AD Connect**',
    )
  })

  test('its source front matter has the English title and no localisation key', () => {
    const source = projectArticle(flagship, 'source')
    const frontMatter = source.slice(0, -bodyOf(source).length)
    expect(frontMatter).toBe(
      bodyless(flagship)
        .filter(
          line =>
            !/^ms\.(openlocfilehash|sourcegitcommit|translationtype|contentlocale|lasthandoff|locfileid):/.test(
              line,
            ),
        )
        .map(line =>
          line.startsWith('title:') ? 'title: Enable password writeback in Azure AD Connect' : line,
        )
        .join('\n'),
    )
  })
})

function bodyless(text: string): readonly string[] {
  return text.slice(0, -bodyOf(text).length).split('\n')
}

describe('both sides', () => {
  test('a text without a pair passes through unchanged', () => {
    const plain = '\uFEFF---\ntitle: Guide\ndescription: Words\n---\r\n# Guide\r\n<span>x</span>'
    for (const side of sides) expect(projectArticle(plain, side)).toBe(plain)
  })

  test('they share one skeleton', () => {
    fc.assert(
      fc.property(fc.oneof(bilingualTexts, damagedTexts), text => {
        const read = scan(text)
        const [source, target] = sides.map(side => skeletonOf(project(read, side)))
        expect(source).toEqual(target)
      }),
    )
  })

  test('nothing of the file is lost or added', () => {
    fc.assert(
      fc.property(fc.oneof(bilingualTexts, damagedTexts), text => {
        const read = scan(text)
        for (const side of sides) {
          const {segments, text: projected} = project(read, side)
          expect(segments.map(each => each.segment)).toEqual(read.segments)
          const dropped = segments.reduce(
            (sum, {segment, shown}) =>
              sum + (segment.range.end - segment.range.start) - segment[shown].text.length,
            0,
          )
          expect(projected).toHaveLength(text.length - dropped)
        }
      }),
    )
  })
})

describe('an empty target', () => {
  const text = `${pair('0a1b2-1', '', 'one')} ${pair('0a1b2-2', ' ', 'two')} ${pair('0a1b2-3', 'trois', 'three')}`

  test('shows the source in its place, which leads to the source’s own range', () => {
    const projection = project(scan(text), 'target')
    expect(projection.text).toBe('one two trois')
    expect(projection.segments.map(({shown}) => shown)).toEqual(['source', 'source', 'target'])
    expect(projection.toAuthored(4)).toBe(text.indexOf('two'))
  })

  test('beside an empty source shows nothing', () => {
    expect(project(scan(pair('0a1b2-1', '', '')), 'target').text).toBe('')
  })
})

describe('the way back to the file', () => {
  test('every place of a projection leads to the same letter in the file, and back', () => {
    fc.assert(
      fc.property(fc.oneof(bilingualTexts, damagedTexts), fc.constantFrom(...sides), (text, side) => {
        const projection = project(scan(text), side)
        for (let offset = 0; offset < projection.text.length; offset += 1) {
          const authored = projection.toAuthored(offset)
          expect(text[authored]).toBe(projection.text[offset])
          expect(projection.toProjected(authored)).toBe(offset)
        }
        expect(projection.toAuthored(projection.text.length)).toBe(text.length)
      }),
    )
  })

  test('a segment’s text leads to its own range, its end with the edge `end`', () => {
    const read = scan(flagship)
    for (const side of sides) {
      const {segments, toAuthored, text} = project(read, side)
      for (const {segment, range} of segments) {
        expect(text.slice(range.start, range.end)).toBe(segment[side].text)
        expect({start: toAuthored(range.start), end: toAuthored(range.end, 'end')}).toEqual(
          segment[side].range,
        )
      }
    }
  })

  test('tags and the other side’s text are nowhere in a projection', () => {
    const text = `a${pair('0a1b2-1', 'un', 'one')}b`
    const {toProjected} = project(scan(text), 'source')
    expect(toProjected(0)).toBe(0)
    expect(toProjected(text.indexOf('ttu'))).toBeNull()
    expect(toProjected(text.indexOf('un<'))).toBeNull()
    expect(toProjected(text.indexOf('one'))).toBe(1)
    expect(toProjected(text.length - 1)).toBe(4)
  })

  test('the body begins behind the front matter, where there is one', () => {
    const {text, bodyStart} = project(scan(flagship), 'source')
    expect(text.slice(bodyStart)).toMatch(
      /^# <a name="enable-password-writeback-in-azure-ad-connect"><\/a>Enable/,
    )
    expect(project(scan('# x'), 'source').bodyStart).toBe(0)
  })
})

function skeletonOf({text, segments}: Projection): readonly string[] {
  const parts: string[] = []
  let at = 0
  for (const {range} of segments) {
    parts.push(text.slice(at, range.start))
    at = range.end
  }
  return [...parts, text.slice(at)]
}
