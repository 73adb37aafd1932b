import {describe, expect, test} from 'vitest'
import {createPlaces, scan} from '../../plugins/bilingual/index.ts'
import {flagship, pair} from './flagship.ts'

const good = pair('3e638-102', 'Bonjour', 'Hello')

describe('what is read', () => {
  test('the flagship has 21 segments and nothing wrong with them', () => {
    const {segments, findings} = scan(flagship)
    expect(segments).toHaveLength(21)
    expect(findings).toEqual([])
    expect(segments.map(segment => segment.id)).toEqual(
      Array.from({length: 21}, (_, n) => `3e638-${102 + n}`),
    )
  })

  test('every range names the text it stands for', () => {
    const {segments} = scan(flagship)
    for (const {range, target, source, id} of segments) {
      expect(flagship.slice(target.range.start, target.range.end)).toBe(target.text)
      expect(flagship.slice(source.range.start, source.range.end)).toBe(source.text)
      expect(flagship.slice(range.start, range.end)).toBe(pair(id, target.text, source.text))
    }
  })

  test.each([
    ['a stray closing tag in both texts', pair('0a1b2-102', 'a </span> b', 'c</span> d')],
    ['a closing tag at the end of the target', pair('0a1b2-102', 'a</span>', 'c')],
    ['a span around part of each text', pair('0a1b2-102', '<span>a</span> b', 'c <span>d</span>')],
    ['a span that is never closed', pair('0a1b2-102', '<span>a', '<span>c')],
    [
      'a value that holds the sign of an end',
      pair('0a1b2-102', '<span title="a>b">c</span>', "<span title='a>b'>d</span>"),
    ],
    ['a line break inside', pair('0a1b2-102', 'a\n', 'c\nd')],
    ['merged sentences', pair('0a1b2-p103', 'a', 'c')],
    ['a closing tag in capitals', pair('0a1b2-102', 'a', 'b</SPAN> c')],
    ['CRLF', pair('0a1b2-102', 'a\r\nb', 'c')],
  ])('%s is text', (_, written) => {
    const {segments, findings} = scan(`# ${written}\n`)
    expect(findings).toEqual([])
    expect(segments).toHaveLength(1)
    const [, target, source] =
      /data-ttu-id="[^"]*">([^]*)<\/span><span class[^>]*><span[^>]*>([^]*)<\/span><\/span>/.exec(written) ??
      []
    expect(segments[0]).toMatchObject({target: {text: target}, source: {text: source}})
  })

  test('a span of the skeleton around a pair keeps its own closing tag', () => {
    const {segments} = scan(`<span>${good}</span>`)
    expect(segments[0]).toMatchObject({range: {start: 6, end: 6 + good.length}, source: {text: 'Hello'}})
  })

  test.each([
    ['plain Markdown', '# Title\n\n<span class="x">text</span></span>\n'],
    ['nothing', ''],
  ])('%s has no segment and no finding', (_, text) => {
    expect(scan(text)).toEqual({text, segments: [], findings: []})
  })

  test('spans of the article’s own beside its pairs are no finding', () => {
    const text = `${good} <span>a</span> <span class="b" dir='rtl' lang=ar>c</span> <span>`
    expect(scan(text).findings).toEqual([])
  })

  test('a byte order mark belongs to the skeleton', () => {
    expect(scan(`\uFEFF${good}`).segments[0]?.range.start).toBe(1)
  })
})

// Each case: what is wrong, the faulty article (the line is the second), the finding as `rule line:column-line:column`,
// its arguments, and the ids that are read all the same.
const broken: readonly (readonly [string, string, string, object, readonly string[]])[] = [
  [
    'a target without a lookup',
    '<span data-ttu-id="3e638-103">Salut</span> x',
    'segment-unpaired 2:1-2:43',
    {id: '3e638-103', side: 'target'},
    [],
  ],
  [
    'a target without a lookup before another pair',
    `<span data-ttu-id="3e638-103">Salut</span> ${pair('3e638-104', 'a', 'b')}`,
    'segment-unpaired 2:1-2:43',
    {id: '3e638-103', side: 'target'},
    ['3e638-104'],
  ],
  [
    'a lookup without a target',
    'x <span class="sxs-lookup"><span data-stu-id="3e638-103">Hi</span></span>',
    'segment-unpaired 2:3-2:74',
    {id: '3e638-103', side: 'source'},
    [],
  ],
  [
    'two ids in one pair',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"><span data-stu-id="3e638-104">b</span></span>',
    'segment-id-differs 2:83-2:92',
    {target: '3e638-103', source: '3e638-104'},
    ['3e638-103'],
  ],
  [
    'an id of another form',
    pair('XYZ-1', 'a', 'b'),
    'segment-id-malformed 2:20-2:25',
    {id: 'XYZ-1'},
    ['XYZ-1'],
  ],
  ['an empty id', pair('', 'a', 'b'), 'segment-id-malformed 2:20-2:20', {id: ''}, ['']],
  [
    'an id that stands twice',
    pair('3e638-102', 'a', 'b'),
    'segment-duplicate 2:20-2:29',
    {id: '3e638-102', firstLine: 1},
    ['3e638-102'],
  ],
  [
    'a pair inside a target',
    `<span data-ttu-id="3e638-103">x ${pair('3e638-104', 'a', 'b')} y</span><span class="sxs-lookup"><span data-stu-id="3e638-103">z</span></span>`,
    'segment-nested 2:1-2:220',
    {id: '3e638-103'},
    ['3e638-104'],
  ],
  [
    'a pair inside a source',
    `<span data-ttu-id="3e638-103">x</span><span class="sxs-lookup"><span data-stu-id="3e638-103">y ${pair('3e638-104', 'a', 'b')}</span></span>`,
    'segment-nested 2:1-2:218',
    {id: '3e638-103'},
    ['3e638-104'],
  ],
  [
    'a file that ends in a target',
    '<span data-ttu-id="3e638-103">Sal',
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'target', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends in a source',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"><span data-stu-id="3e638-103">b</span>',
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'source', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends in the lookup’s tag',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lo',
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'target', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends in the first tag',
    'x <span data-ttu-',
    'segment-truncated 2:3-2:18',
    {id: '', side: 'target', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends behind the lookup’s tag',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup">',
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'source', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends in the source’s tag',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"><span data-stu-id="3e6',
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'source', by: 'end-of-file'},
    [],
  ],
  [
    'a file that ends in the tag of a lookup alone',
    'x <span class="sxs-lookup"><span data-stu-id="3e6',
    'segment-unpaired 2:3-2:50',
    {id: '3e6', side: 'source'},
    [],
  ],
  [
    'a file that ends in the tag of a source alone',
    'x <span data-stu-id="3e6',
    'segment-truncated 2:3-2:25',
    {id: '3e6', side: 'source', by: 'end-of-file'},
    [],
  ],
  [
    'a source that is not ended before a lookup',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"><span data-stu-id="3e638-103">b ' +
      '<span class="sxs-lookup"><span data-stu-id="3e638-103">c</span></span>',
    'segment-truncated 2:64-2:94 segment-unpaired 2:96-2:166',
    {id: '3e638-103', side: 'source', by: 'next-segment'},
    [],
  ],
  [
    'a target and a lookup of different ids with text between them',
    '<span data-ttu-id="3e638-103">a</span> x <span class="sxs-lookup"><span data-stu-id="3e638-104">b</span></span>',
    'segment-unpaired 2:1-2:39 segment-unpaired 2:42-2:112',
    {id: '3e638-103', side: 'target'},
    [],
  ],
  [
    'a source that is not ended before the next pair',
    `<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"><span data-stu-id="3e638-103">b ${pair('3e638-104', 'c', 'd')}`,
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'source', by: 'next-segment'},
    ['3e638-104'],
  ],
  [
    'a target that is not ended before the next pair',
    `<span data-ttu-id="3e638-103">a ${pair('3e638-104', 'c', 'd')}`,
    'segment-truncated 2:1-2:31',
    {id: '3e638-103', side: 'target', by: 'next-segment'},
    ['3e638-104'],
  ],
  [
    'text between the halves',
    '<span data-ttu-id="3e638-103">a</span> – <span class="sxs-lookup"><span data-stu-id="3e638-103">b</span></span>',
    'segment-separated 2:39-2:42',
    {id: '3e638-103', text: ' – '},
    [],
  ],
  [
    'a blank between the two tags of the lookup',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup"> <span data-stu-id="3e638-103">b</span></span>',
    'segment-separated 2:64-2:65',
    {id: '3e638-103', text: ' '},
    [],
  ],
  [
    'a source without text',
    pair('3e638-103', 'a', ' '),
    'source-empty 2:94-2:95',
    {id: '3e638-103'},
    ['3e638-103'],
  ],
  [
    'a target without text',
    pair('3e638-103', '', 'b'),
    'target-empty 2:31-2:31',
    {id: '3e638-103'},
    ['3e638-103'],
  ],
  [
    'single quotes',
    `<span data-ttu-id='3e638-103'>a</span><span class="sxs-lookup"><span data-stu-id="3e638-103">b</span></span>`,
    'segment-malformed 2:1-2:31',
    {tag: "<span data-ttu-id='3e638-103'>", expected: '<span data-ttu-id="3e638-103">'},
    ['3e638-103'],
  ],
  [
    'a lookup with another class beside its own',
    '<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup x"><span data-stu-id="3e638-103">b</span></span>',
    'segment-malformed 2:39-2:66',
    {tag: '<span class="sxs-lookup x">', expected: '<span class="sxs-lookup">'},
    ['3e638-103'],
  ],
  [
    'a source without the lookup around it',
    '<span data-ttu-id="3e638-103">a</span><span data-stu-id="3e638-103">b</span>',
    'segment-malformed 2:39-2:69',
    {
      tag: '<span data-stu-id="3e638-103">',
      expected: '<span class="sxs-lookup"><span data-stu-id="3e638-103">',
    },
    [],
  ],
  [
    'a target whose closing tag is missing',
    '<span data-ttu-id="3e638-103">a<span class="sxs-lookup"><span data-stu-id="3e638-103">b</span></span>',
    'segment-malformed 2:32-2:32',
    {tag: '', expected: '</span>'},
    [],
  ],
  [
    'a lookup without a source in it',
    `<span data-ttu-id="3e638-103">a</span><span class="sxs-lookup">b</span> ${pair('3e638-104', 'c', 'd')}`,
    'segment-malformed 2:39-2:64',
    {
      tag: '<span class="sxs-lookup">',
      expected: '<span class="sxs-lookup"><span data-stu-id="3e638-103">',
    },
    ['3e638-104'],
  ],
  [
    'a tag without its end',
    `<span data-ttu-id="3e638-103" <b>a</b> ${pair('3e638-104', 'c', 'd')}`,
    'segment-malformed 2:1-2:31',
    {tag: '<span data-ttu-id="3e638-103" ', expected: '<span data-ttu-id="'},
    ['3e638-104'],
  ],
  [
    'a target cut before its attribute',
    'ta-ttu-id="3e638-103">a</span> x',
    'segment-malformed 2:24-2:31',
    {tag: '</span>', expected: '<span data-ttu-id="…'},
    [],
  ],
  [
    'a source whose head is cut off in the middle of its tag',
    'data-stu-id="3e638-103">b</span></span> x',
    'segment-malformed 2:1-2:25 segment-malformed 2:26-2:33 segment-malformed 2:33-2:40',
    {tag: 'data-stu-id="3e638-103">', expected: '<span data-ttu-id="…'},
    [],
  ],
  [
    'a source whose head is cut off altogether',
    'b</span></span> x',
    'segment-malformed 2:2-2:9 segment-malformed 2:9-2:16',
    {tag: '</span>', expected: '<span data-ttu-id="…'},
    [],
  ],
  [
    'a tag whose rest is cut off',
    'x <span data-t and words > more',
    'segment-malformed 2:3-2:27',
    {tag: '<span data-t and words >', expected: '<span data-ttu-id="…'},
    [],
  ],
  [
    'a tag that runs into the next one',
    `x <span data ${pair('3e638-104', 'c', 'd')}`,
    'segment-malformed 2:3-2:14',
    {tag: '<span data ', expected: '<span data-ttu-id="…'},
    ['3e638-104'],
  ],
  [
    'closing tags in capitals at the end of both texts',
    '<span data-ttu-id="3e638-103">a</SPAN><span class="sxs-lookup"><span data-stu-id="3e638-103">b</Span></span>',
    'segment-malformed 2:32-2:39 segment-malformed 2:95-2:109',
    {tag: '</SPAN>', expected: '</span>'},
    ['3e638-103'],
  ],
]

describe('what is wrong', () => {
  test.each(broken)('%s has its place, and the rest is read', (_, line, expected, args, ids) => {
    const text = `# ${good}\n${line}`
    const {segments, findings} = scan(text)
    const places = createPlaces(text)
    const at = (offset: number) => `${places(offset).line}:${places(offset).column}`
    expect(findings.map(({ruleId, range}) => `${ruleId} ${at(range.start)}-${at(range.end)}`).join(' ')).toBe(
      expected,
    )
    expect(findings[0]?.args).toEqual(args)
    expect(segments.map(segment => segment.id)).toEqual(['3e638-102', ...ids])
  })

  test('columns are the same behind CRLF, and a byte order mark takes none', () => {
    const text = `\uFEFF# ${good}\r\n\r\nx <span data-ttu-id="3e638-103">a</span>`
    const [finding] = scan(text).findings
    expect(createPlaces(text)(finding?.range.start ?? 0)).toMatchObject({line: 3, column: 3})
    expect(createPlaces(text)(1)).toMatchObject({line: 1, column: 1})
  })

  test('all findings come at once, in the order of the file', () => {
    const text = broken.map(([, line]) => line).join('\n\n')
    const {findings} = scan(text)
    const starts = findings.map(finding => finding.range.start)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(new Set(findings.map(finding => finding.ruleId)).size).toBeGreaterThanOrEqual(9)
  })
})

test.each([
  ['targets begun and never ended', '<span data-ttu-id="3e638-103">'],
  [
    'sources begun and never ended',
    '<span data-ttu-id="0a1b2-1">a</span><span class="sxs-lookup"><span data-stu-id="0a1b2-1">',
  ],
  ['closing tags', '</span>'],
  ['beginnings of tags', '<span '],
  ['lookups', '<span class="sxs-lookup">'],
])('reading a megabyte of %s visits each tag a bounded number of times', (_, unit) => {
  // Quadratic reading of this many tags would outlast the test's own time limit by far.
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  expect(scan(text).segments).toEqual([])
})
