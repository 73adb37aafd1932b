import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createPlaces, findFaults, projectArticle, readHead, scan} from '../../plugins/bilingual/index.ts'
import {flagship, pair} from './flagship.ts'
import {damagedTexts} from './texts.ts'

describe('the head of a page', () => {
  test.each([
    [
      'source',
      'Enable password writeback in Azure AD Connect',
      '# <a name="enable-password-writeback-in-azure-ad-connect"></a>Enable',
    ],
    [
      'target',
      "Activer l'écriture différée de mot de passe dans Azure AD Connect",
      '# <a name="enable-password-writeback-in-azure-ad-connect"></a>Activer',
    ],
  ] as const)('the %s side of the flagship', (side, title, beginning) => {
    const head = readHead(flagship, side)
    expect(head).toMatchObject({title, description: null, findings: []})
    expect(head.content.startsWith(beginning)).toBe(true)
    expect(projectArticle(flagship, side).endsWith(head.content)).toBe(true)
  })

  test('a description is the target’s only', () => {
    const text = `---\ntitle: T\ndescription: Mot\n---\n# ${pair('0a1b2-102', 'a', 'b')}`
    expect(readHead(text, 'target').description).toBe('Mot')
    expect(readHead(text, 'source').description).toBeNull()
  })

  test('front matter that cannot be read leaves the heading’s title, and says so', () => {
    const text = `---\ntitle: "x\n---\n# <a name="y"></a>${pair('0a1b2-102', 'Mot', 'Word')}\n`
    for (const [side, title] of [
      ['source', 'Word'],
      ['target', 'Mot'],
    ] as const) {
      const head = readHead(text, side)
      expect(head.title).toBe(title)
      expect(head.findings.map(finding => finding.ruleId)).toEqual(['front-matter-invalid'])
    }
  })

  test('a plain guide has its own title, description and body on both sides', () => {
    const guide = '---\ntitle: Guide\ndescription: Words\nsidebar_position: 2\n---\n# Other\n'
    for (const side of ['source', 'target'] as const) {
      expect(readHead(guide, side)).toEqual({
        title: 'Guide',
        description: 'Words',
        attributes: {title: 'Guide', description: 'Words', sidebar_position: 2},
        content: '# Other\n',
        findings: [],
      })
    }
  })
})

test('an article without front matter is its body', () => {
  expect(projectArticle(`# ${pair('0a1b2-102', 'Mot', 'Word')}`, 'source')).toBe('# Word')
})

test.each([
  ['anchor and strong', '<a name="x"></a>**Bold** words', 'Bold words'],
  ['two anchors and a blank', '<a name="x"></a><a name="Y"></a> Words', 'Words'],
  ['code', 'Run `Get-Thing`', 'Run Get-Thing'],
  ['a link', 'See [the page](https://a.example/b "t")', 'See the page'],
  ['escapes', 'a \\* b \\_c\\_', 'a * b _c_'],
  ['another character reference', 'a &eacute;', 'a &eacute;'],
  ['entities', 'R&amp;D &lt;x&gt;', 'R&D <x>'],
  ['closing signs', 'Words ##', 'Words'],
  ['a sign that belongs to the word', 'C#', 'C#'],
  ['nothing', '<a name="x"></a>', null],
])('a heading of %s as a title', (_, heading, title) => {
  expect(readHead(`# ${heading}\n`, 'source').title).toBe(title)
})

test('the first heading of level 1 counts, and none in a code block', () => {
  expect(readHead('## Two\n\n```sh\n# comment\n```\n\n~~~\n```\n# c\n~~~\n\n# One\n', 'source').title).toBe(
    'One',
  )
})

describe('all that is wrong', () => {
  test('the flagship is clean', () => {
    expect(findFaults(scan(flagship))).toEqual([])
  })

  test('an id that two headings share is named at the second', () => {
    const text = `---\ntitle: T\n---\n# <a name="x"></a>${pair('0a1b2-102', 'a', 'b')}\n\n\`\`\`\n# <a name="x"></a>\n\`\`\`\n## <a name="x"></a>${pair('0a1b2-103', 'a', 'b')}\n## <a name="X"></a>c\n`
    const findings = findFaults(scan(text))
    expect(findings.map(({ruleId, args}) => ({ruleId, args}))).toEqual([
      {ruleId: 'heading-id-duplicate', args: {id: 'x', firstLine: 4}},
    ])
    expect(createPlaces(text)(findings[0]?.range.start ?? 0)).toMatchObject({line: 9, column: 13})
  })

  test('segments, headings and front matter come together, in the order of the file', () => {
    const text = `---\ntitle: "x\n---\n# <a name="y"></a>${pair('bad', 'Mot', 'Word')}\n# <a name="y"></a><span data-ttu-id="0a1b2-1">a</span>`
    expect(findFaults(scan(text)).map(finding => finding.ruleId)).toEqual([
      'front-matter-invalid',
      'segment-id-malformed',
      'heading-id-duplicate',
      'segment-unpaired',
    ])
  })

  test('a damaged article never throws, and every finding lies in the file', () => {
    fc.assert(
      fc.property(damagedTexts, text => {
        for (const {range} of findFaults(scan(text))) {
          expect(range.start).toBeGreaterThanOrEqual(0)
          expect(range.end).toBeGreaterThanOrEqual(range.start)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
        for (const side of ['source', 'target'] as const) readHead(text, side)
      }),
      {numRuns: 300},
    )
  })

  test('a file cut anywhere inside a pair has a finding', () => {
    const {segments} = scan(flagship)
    fc.assert(
      fc.property(
        fc.constantFrom(...segments),
        fc.double({min: 0, max: 1, noNaN: true}),
        ({range}, share) => {
          const first = range.start + '<span data'.length
          const text = flagship.slice(0, first + Math.floor(share * (range.end - 1 - first)))
          expect(scan(text).findings.map(finding => finding.ruleId)).toContainEqual(
            expect.stringMatching(/^segment-(truncated|unpaired)$/),
          )
        },
      ),
    )
  })
})
