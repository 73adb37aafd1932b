import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {adopt} from '../../plugins/adopt/index.ts'
import {project, projectArticle, scan} from '../../plugins/bilingual/index.ts'

const english = `---
title: Reset a password
author: sam
---

# Reset a password

Open **Settings**. Then, e.g. in Edge, select [Reset. Now](/reset) twice. Wait.

1. Run \`reset.exe\`.

   \`\`\`console
   Do not cut. This.
   \`\`\`

2. Click ![Gear. Icon](gear.png) and wait.

> [!NOTE]
> It takes a while.

| Name | Value |
| --- | --- |
| One. Two. | \`code\` |
`

const french = `---
title: Réinitialiser un mot de passe
author: sam
---

# Réinitialiser un mot de passe

Ouvrez **Paramètres**. Puis, p. ex. dans Edge, sélectionnez [Réinitialiser. Oui](/reset) deux fois, et attendez.

1. Exécutez \`reset.exe\`.

   \`\`\`console
   Do not cut. This.
   \`\`\`

2. Cliquez ![Roue. Icône](gear.png) et attendez.

> [!NOTE]
> Cela prend un moment.

| Nom | Valeur |
| --- | --- |
| Un. Deux. | \`code\` |
`

function run(source: string, target: string | null = null, locale = 'fr-FR') {
  return adopt({
    source: {path: 'en.md', text: source},
    target: target === null ? null : {path: 'fr.md', text: target},
    locale,
  })
}

function adopted(source: string, target: string | null = null): string {
  const {text, diagnostics} = run(source, target)
  expect(diagnostics.flatMap(file => file.messages.filter(each => each.fatal === true))).toEqual([])
  if (text === null) throw new TypeError('nothing was written')
  return text
}

const sourcesOf = (text: string) => scan(text).segments.map(segment => segment.source.text)
const numbersOf = (text: string) => scan(text).segments.map(segment => segment.id.replace(/^.{5}-/, ''))
const withoutNames = (text: string) => text.replaceAll(/<a name="[^"]*"><\/a>/g, '')
const bodyOf = (text: string) => text.replace(/^---\n[^]*?\n---\n/, '')

describe('with a translation', () => {
  const text = adopted(english, french)

  test('each side is its document again, but for the heading’s name and the locale', () => {
    expect(bodyOf(withoutNames(projectArticle(text, 'source')))).toBe(
      bodyOf(english).replace('Gear. Icon', 'Roue. Icône'),
    )
    expect(withoutNames(projectArticle(text, 'target'))).toBe(
      french.replace('author: sam\n', 'author: sam\nms.contentlocale: fr-FR\n'),
    )
    expect(projectArticle(text, 'source')).toContain('title: Reset a password\nauthor: sam\n---')
  })

  test('another number of sentences makes one pair of several, with the number of its block', () => {
    const several = scan(text).segments.find(segment => segment.source.text.includes('Edge'))
    expect(several?.id).toMatch(/^[0-9a-f]{5}-p101$/)
    expect(several?.source.text).toBe(
      'Open **Settings**. Then, e.g. in Edge, select [Reset. Now](/reset) twice. Wait.',
    )
    expect(several?.target.text).toContain('et attendez.')
  })

  test('titles, images and merged sentences are counted as the format does', () => {
    expect(numbersOf(text)).toEqual([
      '102', // the heading; the title of the front matter is 101
      'p101', // three sentences, 103 to 105
      '106',
      '107', // before the image, which is 108
      '109',
      '110',
      '111',
      '112',
      '113',
      '114',
    ])
  })

  test('code, images and marks stand outside the pairs', () => {
    const outside = project(scan(text), 'source').segments.map(({segment}) => segment.source.text)
    expect(outside).toEqual([
      'Reset a password',
      'Open **Settings**. Then, e.g. in Edge, select [Reset. Now](/reset) twice. Wait.',
      'Run `reset.exe`.',
      'Click',
      'and wait.',
      'It takes a while.',
      'Name',
      'Value',
      'One.',
      'Two.',
    ])
  })

  test('the result has no finding of its own', () => {
    expect(scan(text).findings).toEqual([])
  })
})

describe('without a translation', () => {
  const text = adopted(english)

  test('every target is empty and both sides show the source', () => {
    expect(scan(text).segments.every(segment => segment.target.text === '')).toBe(true)
    expect(bodyOf(withoutNames(project(scan(text), 'target').text))).toBe(bodyOf(english))
    expect(withoutNames(projectArticle(text, 'source'))).toBe(english)
  })

  test('the same document always gets the same ids', () => {
    expect(adopted(english)).toBe(text)
    expect(adopted(`${english}\nMore.\n`).slice(0, 200)).not.toBe(text.slice(0, 200))
  })

  test.each([
    [
      'escapes and references',
      'A \\* star &amp; co. Then \\_that\\_.',
      ['A \\* star &amp; co.', 'Then \\_that\\_.'],
    ],
    ['emphasis over two sentences', '**One. Two.** Three.', ['**One. Two.**', 'Three.']],
    ['a placeholder', 'Type <user principal name>. Wait.', ['Type <user principal name>.', 'Wait.']],
    ['HTML over two sentences', 'See <b>One. Two</b>. Wait.', ['See <b>One. Two</b>.', 'Wait.']],
    ['a line wrapped by hand', 'One\ntwo. Three\nfour.', ['One\ntwo.', 'Three\nfour.']],
    ['hard breaks', 'One  \nTwo\\\nThree<br>Four', ['One', 'Two', 'Three', 'Four']],
    [
      'an address in brackets, to which GFM gives no place',
      'See (it)[https://example.org/a]. Then **wait**. Done.',
      ['See (it)[https://example.org/a].', 'Then **wait**.', 'Done.'],
    ],
    ['an address alone', 'https://example.org', []],
    ['code alone', '`Get-Service`', []],
    ['HTML alone', '<div>One. Two.</div>', []],
    ['an include', '[!INCLUDE [One. Two](a.md)]', []],
    ['an alert in one line', '> [!TIP] Save first.', ['Save first.']],
    ['a task', '- [ ] Save first.', ['Save first.']],
    ['a link with a picture', '[![Words](a.png)](b) Next.', ['Next.']],
    ['a heading written with signs below', 'Title\n=====', ['Title']],
    ['quotation marks at the end', 'It says “No.” \u2019', ['It says “No.” \u2019']],
    ['CRLF and a byte order mark', '\uFEFFOne.\r\n\r\nTwo.\r\n', ['One.', 'Two.']],
  ])('%s', (_, markdown, expected) => {
    const written = adopted(markdown)
    expect(sourcesOf(written)).toEqual(expected)
    expect(withoutNames(project(scan(written), 'source').text)).toContain(markdown.replace('\uFEFF', ''))
  })
})

describe('names of headings', () => {
  test.each([
    ['is made of the English', '# Reset, *now*!', '# Oui', '# <a name="reset-now"></a>'],
    ['is counted where it stands twice', '# A\n\n# A', '# B\n\n# C', '# <a name="a-1"></a>'],
    ['is kept', '# <a name="x"></a>A', '# B', '# <a name="x"></a><span'],
    ['is kept from the translation', '# A', '# <a name="y"></a>B', '# <a name="y"></a><span'],
  ])('%s', (_, source, target, expected) => {
    expect(adopted(source, target)).toContain(expected)
  })
})

describe('front matter', () => {
  const service = 'ms.openlocfilehash: 1e90\nms.contentlocale: fr-FR\nms.locfileid: "5"\n'
  test.each<[string, string, string | null, string]>([
    [
      'title of the source without a translation',
      '---\ntitle: A\nx: 1\n---\nB.',
      null,
      '---\ntitle: A\nx: 1\nms.contentlocale: fr-FR\n---\n',
    ],
    ['none: the heading’s', '# A *b*', null, '---\ntitle: A b\nms.contentlocale: fr-FR\n---\n'],
    [
      'none in the translation',
      '---\ntitle: A\n---\nB.',
      'C.',
      '---\ntitle: A\nms.contentlocale: fr-FR\n---\n',
    ],
    [
      'localisation keys last and in order',
      '---\ntitle: A\nx: 1\n---\nB.',
      `---\n${service}title: C\n---\nD.`,
      `---\ntitle: C\nx: 1\n${service}---\n`,
    ],
    [
      'description of the translation',
      '---\ntitle: A\ndescription: B\n---\nB.',
      '---\ntitle: C\ndescription: D\n---\nD.',
      '---\ntitle: C\ndescription: D\nms.contentlocale: fr-FR\n---\n',
    ],
    [
      'values of the source',
      '---\ntitle: A\nx: 1\nlist:\n- "1"\n---\nB.',
      '---\ntitle: C\nx: 2\n---\nD.',
      '---\ntitle: C\nx: 1\nlist:\n- "1"\nms.contentlocale: fr-FR\n---\n',
    ],
    [
      'lines of CRLF',
      '---\r\ntitle: A\r\n---\r\nB.',
      null,
      '---\r\ntitle: A\r\nms.contentlocale: fr-FR\r\n---\r\n',
    ],
  ])('%s', (_, source, target, expected) => {
    expect(adopted(source, target)).toContain(expected)
  })

  test('a key that another locale stands in is written anew', () => {
    const {text} = run('A.', '---\nms.contentlocale: fr-FR\n---\nB.', 'de-DE')
    expect(text).toContain('ms.contentlocale: de-DE\n')
  })
})

test('the title of a translation without one is its own heading', () => {
  const titleOf = (source: string, target: string) => /^title: .*/m.exec(run(source, target).text ?? '')?.[0]
  expect(titleOf('---\ntitle: A\n---\n# A', '# B *c*')).toBe('title: B c')
  expect(titleOf('---\ntitle: A\n---\n# A', '---\nx: 1\n---\n# B')).toBe('title: B')
  expect(titleOf('# A', '# B')).toBe('title: B')
  expect(titleOf('---\ntitle: A\n---\nA', 'B')).toBe('title: A')
})

describe('line ends', () => {
  const [unix, windows] = ['```\na\nb\n```\n\nOne\ntwo.\n', '```\r\na\r\nb\r\n```\r\n\r\nUn\r\ndeux.\r\n']
  test.each([
    ['English of LF, translation of CRLF', unix, windows, '\r\n'],
    ['English of CRLF, translation of LF', windows, unix, '\n'],
  ])('%s: the article has those of the translation', (_, source, target, end) => {
    const {text} = run(source, target)
    expect(new Set(text?.match(/\r\n|\n|\r/g))).toEqual(new Set([end]))
  })
})

describe('what is said of an article that is written', () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      'numbers that stand in the other sentence',
      'It is temporary. It ends in 1.5 days.',
      'Il se termine dans 1,5 jour. Il est temporaire.',
      [
        'fr.md:1:1 Unexpected number `1,5`, expected none as in the sentence at `en.md:1:1`',
        'fr.md:1:30 Missing number `1.5` of the sentence at `en.md:1:18`',
      ],
    ],
    [
      'another number',
      'Wait 30 days.',
      'Attendez 90 jours.',
      ['fr.md:1:1 Unexpected number `90`, expected `30` as in the sentence at `en.md:1:1`'],
    ],
    [
      'links in swapped items',
      '1. Open [it](https://a.example).\n2. Wait.',
      '1. Attendez.\n2. Ouvrez-[le](https://a.example).',
      [
        'fr.md:1:4 Missing link `https://a.example` of the sentence at `en.md:1:4`',
        'fr.md:2:4 Unexpected link `https://a.example`, expected none as in the sentence at `en.md:2:4`',
      ],
    ],
    [
      'other code',
      'Run `a`.',
      'Exécutez `b`.',
      ['fr.md:1:1 Unexpected code `b`, expected `a` as in the sentence at `en.md:1:1`'],
    ],
    [
      'a product in the other sentence',
      'Open **Intune** first. Close the page.',
      'Fermez la page. Ouvrez d’abord **Intune**.',
      [
        'fr.md:1:1 Missing name `Intune` of the sentence at `en.md:1:1`',
        'fr.md:1:17 Unexpected name `Intune`, expected none as in the sentence at `en.md:1:24`',
      ],
    ],
    [
      'sentences in one segment',
      'One. Two.',
      'Un et deux.',
      [
        'fr.md:1:1 Unexpected number of sentences 1, expected 2 as at `en.md:1:1`: together they are one segment',
      ],
    ],
    [
      'a description',
      '---\ntitle: A\ndescription: B.\n---\nC.',
      '---\ntitle: D\ndescription: E.\n---\nF.',
      ['en.md:3:1 Unexpected description `B.` in English: the article keeps one language of it only'],
    ],
    [
      'a description of an image',
      'A ![Gear](x.png)',
      'B ![Roue](x.png)',
      [
        'en.md:1:3 Unexpected description of an image `Gear` in English: the article keeps one language of it only',
      ],
    ],
    [
      'a title that is taken',
      '---\ntitle: A\n---\n# A',
      '# B',
      ['fr.md:1:1 Missing `title` in the front matter of the translation: its first heading is taken, `B`'],
    ],
    ['numbers as each language writes them', 'Up to 1,000.5 or 250K.', 'Jusqu’à 1 000,5 ou 250 000.', []],
    [
      'an address of another locale',
      '[A](https://a.example/en-us/b).',
      '[B](https://a.example/fr-fr/b).',
      [],
    ],
    ['a number that is a word', 'Wait two days.', 'Attendez 2 jours.', []],
    ['names that both sentences have', 'Open Intune. Close Intune.', 'Ouvrez Intune. Fermez Intune.', []],
  ])('%s', (_, source, target, expected) => {
    const both = [source, target].map(text =>
      text.startsWith('---') || target === '# B' ? text : `---\ntitle: T\n---\n${text}`,
    )
    const shift = both[0] === source ? 0 : 3
    const {text, diagnostics} = run(both[0] ?? '', both[1] ?? '')
    expect(text).not.toBeNull()
    const said = diagnostics.flatMap(file =>
      file.messages.map(each => {
        expect(each.fatal).not.toBe(true)
        const lines = (reason: string) =>
          reason.replace(/(?<=en\.md:)\d+/, line => String(Number(line) - shift))
        return `${file.path}:${(each.line ?? 0) - shift}:${each.column ?? 0} ${lines(each.reason)}`
      }),
    )
    expect(said).toEqual(expected)
  })
})

test('every difference of two documents is named, and what stands in a missing block is none of its own', () => {
  const source = '## A\n\n1. One\n2. Two\n\n   More.\n\n> [!NOTE]\n> Three\n\n    code\n\nEnd'
  const target = '### A\n\n1. Un\n\n> [!NOTE]\n> Trois\n\n    other\n\nFin\n\nTrop'
  const {text, diagnostics} = run(source, target)
  expect(text).toBeNull()
  expect(diagnostics.flatMap(file => file.messages.map(each => `${each.line ?? 0} ${each.reason}`))).toEqual([
    '1 Unexpected heading of level 3, expected heading of level 2 as at `en.md:1:1`',
    '5 Unexpected quote `NOTE`, expected item as at `en.md:4:1`',
    '8 Unexpected code block `other`, expected code block `code` as at `en.md:11:1`',
    '12 Unexpected paragraph, expected the end of the document as at `en.md:13:4`',
  ])
})

describe('what is refused, with nothing written', () => {
  test.each<[string, string, string | null, string]>([
    [
      'an item less',
      '- A\n- B',
      '- C',
      'fr.md:1:4 Unexpected end of the document, expected item as at `en.md:2:1`',
    ],
    [
      'a block more',
      'A',
      'B\n\nC',
      'fr.md:3:1 Unexpected paragraph, expected the end of the document as at `en.md:1:2`',
    ],
    [
      'another level',
      '## A',
      '# B',
      'fr.md:1:1 Unexpected heading of level 1, expected heading of level 2 as at `en.md:1:1`',
    ],
    [
      'other code',
      '    a',
      '    b',
      'fr.md:1:1 Unexpected code block `b`, expected code block `a` as at `en.md:1:1`',
    ],
    [
      'an alert of another kind',
      '> [!NOTE]\n> A',
      '> [!WARNING]\n> B',
      'fr.md:1:1 Unexpected quote `WARNING`, expected quote `NOTE` as at `en.md:1:1`',
    ],
    [
      'an alert that is none any more',
      '> [!NOTE]\n> A',
      '> B',
      'fr.md:1:1 Unexpected quote, expected quote `NOTE` as at `en.md:1:1`',
    ],
    [
      'an image at another address',
      'A ![a](x.png)',
      'B ![b](y.png)',
      'fr.md:1:1 Unexpected paragraph `y.png`, expected paragraph `x.png` as at `en.md:1:1`',
    ],
    [
      'an empty cell',
      '| a |\n| - |\n| b |',
      '| a |\n| - |\n|   |',
      'fr.md:3:1 Unexpected table cell without words, expected table cell as at `en.md:3:1`',
    ],
    [
      'another number',
      '3. A',
      '4. B',
      'fr.md:1:1 Unexpected list numbered from 4, expected list numbered from 3 as at `en.md:1:1`',
    ],
    ['an English document without words', '---\na: b\n---\n', null, 'en.md:4:1 Missing words'],
    ['a translation without words', 'A', '\n\n', 'fr.md:1:1 Missing words'],
    ['front matter that is no YAML', '---\na: b: c\n---\nA', null, 'en.md:2:4 Unexpected front matter'],
    [
      'tags that end a pair',
      'A </span></span> b',
      null,
      'en.md:1:3 Unexpected `</span>`, expected plain Markdown',
    ],
  ])('%s', (_, source, target, expected) => {
    const {text, diagnostics} = run(source, target)
    expect(text).toBeNull()
    const [message] = diagnostics.flatMap(file =>
      file.messages.map(each => `${file.path}:${each.line ?? 0}:${each.column ?? 0} ${each.reason}`),
    )
    expect(message).toContain(expected)
  })

  test('an article that is bilingual already', () => {
    const {text, diagnostics} = run(adopted('A.', 'B.'))
    expect(text).toBeNull()
    expect(diagnostics.flatMap(file => file.messages.map(each => each.ruleId))).toEqual(['pair-unwritable'])
  })
})

test('whatever the document, its source side is the document again, or nothing is written', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '[https://example.org] ',
      'https://example.org ',
      'Word. ',
      'e.g. ',
      '**',
      '_',
      '`',
      '[a. B](c) ',
      '![x](y) ',
      '<b>',
      '</b>',
      '</span>',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '| ',
      '\\',
      '  ',
      '---\n',
      '```\n',
      '&amp;',
      'É. ',
      '。',
      '\r\n',
      '\t',
      '<!-- -->',
      '[!NOTE]',
      '\uFEFF',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}), pieces => {
      const source = pieces.join('')
      const {text} = run(source)
      if (text === null) return
      const read = scan(text)
      expect(read.findings.every(({ruleId}) => ruleId === 'target-empty')).toBe(true)
      const written = project(read, 'source')
      const body = withoutNames(written.text.slice(written.bodyStart))
      expect(withoutNames(source).endsWith(body)).toBe(true)
    }),
    {numRuns: 500},
  )
})
