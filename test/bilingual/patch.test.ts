import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {patch, scan} from '../../plugins/bilingual/index.ts'
import {flagship, pair} from './flagship.ts'
import {bilingualTexts, damagedTexts} from './texts.ts'

const article = scan(flagship)

describe('the flagship', () => {
  test.each(article.segments.map(segment => [segment.id, segment] as const))(
    'segment %s: its own text leaves the file identical, another changes its bytes only',
    (id, segment) => {
      expect(patch(article, new Map([[id, segment.target.text]]))).toEqual({ok: true, text: flagship})
      // A plain splice between the tags as they stand in the file.
      const opening = `<span data-ttu-id="${id}">`
      const start = flagship.indexOf(opening) + opening.length
      const end = flagship.indexOf('</span><span class="sxs-lookup">', start)
      const changed = 'Cliquez sur **Terminé** <ici>.'
      expect(patch(article, new Map([[id, changed]]))).toEqual({
        ok: true,
        text: flagship.slice(0, start) + changed + flagship.slice(end),
      })
    },
  )

  test('several texts are written at once', () => {
    const changes = new Map(article.segments.map(({id}) => [id, `§${id}`]))
    const patched = patch(article, changes)
    expect(patched.ok && scan(patched.text).segments.map(segment => segment.target.text)).toEqual([
      ...changes.values(),
    ])
    expect(patched.ok && scan(patched.text).segments.map(segment => segment.source.text)).toEqual(
      article.segments.map(segment => segment.source.text),
    )
  })
})

test('every segment with its own text is the file itself', () => {
  fc.assert(
    fc.property(fc.oneof(bilingualTexts, damagedTexts), text => {
      const read = scan(text)
      const once = read.segments.filter(({id}) => read.segments.filter(other => other.id === id).length === 1)
      expect(patch(read, new Map(once.map(({id, target}) => [id, target.text])))).toEqual({ok: true, text})
    }),
  )
})

test('any text either reads back as it was given or changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.constantFrom('</span>', '<span class="sxs-lookup">', '<span data-stu-id="x">', '<span'),
      ),
      fc.constantFrom(...article.segments),
      (wanted, {id, target}) => {
        const patched = patch(article, new Map([[id, wanted]]))
        if (patched.ok)
          expect(scan(patched.text).segments.find(segment => segment.id === id)?.target.text).toBe(wanted)
        else expect(patched.findings).toEqual([{ruleId: 'target-malformed', args: {id}, range: target.range}])
      },
    ),
  )
})

describe('what is refused', () => {
  test.each([
    ['the end of the target and a lookup', 'a</span><span class="sxs-lookup"><span data-stu-id="0a1b2-1">b'],
    ['a lookup', '<span class="sxs-lookup">'],
    ['a whole pair', pair('0a1b2-7', 'a', 'b')],
    ['the beginning of a target', '<span data-ttu-id="0a1b2-7">'],
    ['an unfinished tag of the format', 'a <span data-ttu-id="x"'],
    ['a tag without an end', 'a <span b'],
    ['the rest of a tag of the format', 'data-ttu-id="x"'],
    ['half of a character', 'a \uD800'],
  ])('%s in a text: the segment is named and nothing is written', (_, text) => {
    const read = scan(`${pair('0a1b2-1', 'un', 'one')} ${pair('0a1b2-2', 'deux', 'two')}`)
    const [first] = read.segments
    expect(
      patch(
        read,
        new Map([
          ['0a1b2-1', text],
          ['0a1b2-2', 'DEUX'],
        ]),
      ),
    ).toEqual({
      ok: false,
      findings: [{ruleId: 'target-malformed', args: {id: '0a1b2-1'}, range: first?.target.range}],
    })
  })

  test('a text whose fault only the whole file shows', () => {
    const read = scan(
      `# <a name="b"></a>${pair('0a1b2-1', 'un', 'one')}\n\n## ${pair('0a1b2-2', 'deux', 'two')}\n`,
    )
    expect(patch(read, new Map([['0a1b2-2', '<a name="b"></a>deux']]))).toMatchObject({
      ok: false,
      findings: [{ruleId: 'target-malformed', args: {id: '0a1b2-2'}}],
    })
    const inHead = scan(`---\ntitle: ${pair('0a1b2-1', 'un', 'one')}\n---\n`)
    expect(patch(inHead, new Map([['0a1b2-1', '"a: b']])).ok).toBe(false)
  })

  test('what was wrong before stays as it is, and a text may be taken out', () => {
    const read = scan(`${pair('0a1b2-1', 'un', 'one')} <span data-ttu-id="x">\n`)
    expect(read.findings).not.toEqual([])
    expect(patch(read, new Map([['0a1b2-1', 'UN']])).ok).toBe(true)
    expect(patch(read, new Map([['0a1b2-1', '']])).ok).toBe(true)
  })

  test('an id that stands twice', () => {
    const patched = patch(scan(pair('0a1b2-1', 'a', 'b').repeat(2)), new Map([['0a1b2-1', 'c']]))
    expect(patched).toMatchObject({
      ok: false,
      findings: [{ruleId: 'segment-duplicate', args: {id: '0a1b2-1'}}],
    })
  })

  test('an id that the file does not have is a fault of the program', () => {
    expect(() => patch(article, new Map([['3e638-999', 'x']]))).toThrow(TypeError)
  })
})
