import {describe, expect, test} from 'vitest'
import {checkParity, fingerprint} from '../../plugins/runbook/parity.ts'
import {bulletedAfter, stepsOf} from '../../plugins/runbook/steps.ts'
import type {StepTree} from '../../plugins/runbook/steps.ts'
import {project, scan} from '../../plugins/bilingual/index.ts'

describe('ordered lists become procedures', () => {
  test.each([
    ['one list', '1. a\n2. b\n', [[1, 2]]],
    ['two lists from 1', '1. a\n\ntext\n\n1. b\n2. c\n', [[1], [1, 2]]],
    ['a list that counts on after a note', '1. a\n\n> note\n\n2. b\n', [[1, 2]]],
    ['a list that counts on after bullets', '1. a\n\n- x\n- y\n\n2. b\n3. c\n', [[1, 2, 3]]],
    ['a list that does not count on', '1. a\n\ntext\n\n3. b\n', [[1], [3]]],
    ['a heading between', '1. a\n\n# h\n\n2. b\n', [[1], [2]]],
    ['a list that begins at 4', '4. a\n5. b\n', [[4, 5]]],
    ['repeated numbers', '1. a\n1. b\n1. c\n', [[1, 2, 3]]],
    ['bullets only', '- a\n- b\n', []],
    ['front matter that looks like a list', '---\n1. a\n---\n\n1. b\n', [[1]]],
  ])('%s', (_, markdown, ordinals) => {
    const {procedures} = treeOf(markdown)
    expect(procedures.map(each => each.steps.map(step => step.ordinal))).toEqual(ordinals)
    expect(procedures.map(each => each.part)).toEqual(ordinals.map((_numbers, index) => index + 1))
  })

  test('a nested list stays in its step, with its literals', () => {
    const {procedures} = treeOf(
      '1. Open `a`:\n   1. first [x](https://x.example)\n   2. second `b`\n2. Save\n',
    )
    expect(procedures).toHaveLength(1)
    expect(procedures[0]?.steps.map(({text, codes, links}) => ({text, codes, links}))).toEqual([
      {
        text: 'Open `a`: 1. first [x](https://x.example) 2. second `b`',
        codes: ['a', 'b'],
        links: ['https://x.example'],
      },
      {text: 'Save', codes: [], links: []},
    ])
  })
})

describe('steps inside a step keep the numbers that the article shows', () => {
  test.each([
    ['none', '1. Open.\n', []],
    ['a numbered list', '1. Open:\n   1. x\n   1. y\n', ['1.1.1', '1.1.2']],
    ['a numbered list that begins at 4', '1. Open:\n\n   4. x\n   5. y\n', ['1.1.4', '1.1.5']],
    ['lists in lists', '1. Open:\n   1. x\n      1. y\n   2. z\n', ['1.1.1', '1.1.1.1', '1.1.2']],
    ['a numbered list in bullets', '1. Open:\n   - x\n     1. y\n     2. z\n', ['1.1.1', '1.1.2']],
    ['bullets', '1. Open:\n   - x\n   - y\n', []],
    ['letters on lines of one block', '1. Open:\n   a. x\n      b. y\n', ['1.1.a', '1.1.b']],
    [
      'letters in blocks of their own',
      '1. Open:\n\n   a. x\n\n   b) y\n\n   (c) z\n',
      ['1.1.a', '1.1.b', '1.1.c'],
    ],
    ['a letter that begins no line', '1. Open drive a. Wait.\n', []],
    ['the second procedure', '1. Open.\n\ntext\n\n1. Open.\n2. Save:\n   a. x\n', ['2.2.a']],
  ])('%s', (_, markdown, numbers) => {
    const steps = treeOf(markdown).procedures.flatMap(each => each.steps)
    expect(steps.flatMap(each => each.inner.map(({number}) => number))).toEqual(numbers)
  })

  test('and stand where the article has them', () => {
    const text = `1. ${pair(1, 'Ouvrez :', 'Open:')}\n   a. ${pair(2, 'un', 'one')}\n   b. ${pair(3, 'deux', 'two')}\n`
    const [, b] = treeOf(text).procedures[0]?.steps[0]?.inner ?? []
    expect(text.slice(b?.range.start, b?.range.end)).toBe(
      text.slice(text.indexOf('   b.'), text.lastIndexOf('</span></span>')),
    )
  })
})

describe('bulleted lists are procedures where they are named', () => {
  const markdown = 'First:\n\n- a\n- b\n\nThen:\n\n1. c\n\n> note\n\n2. d\n\nLast:\n\n* e\n'

  test.each([
    ['none', [], [[1, 2]]],
    [
      'the first list',
      [0],
      [
        [1, 2],
        [1, 2],
      ],
    ],
    ['the last list', [3], [[1, 2], [1]]],
  ])('%s', (_, bulleted, ordinals) => {
    const {procedures} = stepsOf(project(scan(markdown), 'source'), bulleted)
    expect(procedures.map(each => each.steps.map(step => step.ordinal))).toEqual(ordinals)
    expect(procedures.map(each => each.part)).toEqual(ordinals.map((_numbers, index) => index + 1))
    expect(procedures.filter(each => each.isBulleted)).toHaveLength(bulleted.length)
  })

  test.each([
    ['a sentence before bullets', 'First:', [0]],
    ['one before a numbered list', 'Then:', []],
    ['one before no list', 'Never:', []],
  ])('%s', (_, asked, places) => {
    expect(bulletedAfter(project(scan(markdown), 'source'), sentence => sentence === asked)).toEqual(places)
  })

  test('one before bullets and before a numbered list means the numbered one', () => {
    const twice = 'Do:\n\n- a\n\nDo:\n\n1. b\n'
    expect(bulletedAfter(project(scan(twice), 'source'), () => true)).toEqual([])
  })

  test('one of them between numbered steps ends their procedure', () => {
    const {procedures} = stepsOf(project(scan('1. a\n\nThen:\n\n- b\n\n2. c\n'), 'source'), [1])
    expect(procedures.map(each => each.steps.map(step => step.ordinal))).toEqual([[1], [1], [2]])
  })
})

test('a step keeps its markup for anchors and loses it for readers', () => {
  const [step] = treeOf('1. On the **Welcome**\n   page, it’s `a`.\n').procedures[0]?.steps ?? []
  expect(step).toMatchObject({
    text: "On the **Welcome** page, it's `a`.",
    sentence: 'On the Welcome page, it’s a.',
  })
})

test.each([
  ['a command', '1. Open.\n\n   ```powershell\n   Get-Thing\n   ```\n', 'Open. ```powershell Get-Thing ```'],
  ['a second paragraph', '1. Open.\n\n   Then **wait**.\n', 'Open. Then **wait**.'],
  ['a note', '1. Open.\n   > Not twice.\n', 'Open. > Not twice.'],
  ['bullets', '1. Open:\n   - a\n   - b\n', 'Open: - a - b'],
  ['an image', '1. Open.\n\n   ![Page](media/page.png)\n', 'Open. ![Page](media/page.png)'],
  ['nothing at all', '1.\n', ''],
])('the text of a step has %s, its sentence has the first block only', (_, markdown, text) => {
  const [step] = treeOf(markdown).procedures[0]?.steps ?? []
  expect(step?.text).toBe(text)
  expect(step?.sentence).toBe(/^[^.:]*[.:]?/.exec(text)?.[0])
})

test.each([
  ['the last segment', `${pair(1, 'Un.', 'One. Two')} ${pair(2, 'Trois :', 'Three. Four:')}`, 'Three. Four:'],
  ['the last sentence, without segments', 'First this. Then do this:', 'Then do this:'],
  ['a heading', '# Steps', '# Steps'],
])('the sentence before a list is %s', (_, before, intro) => {
  expect(treeOf(`${before}\n\n1. a\n`).procedures[0]?.intro).toBe(intro)
})

test('a step stands where its English text stands in the authored file', () => {
  const text = `1. ${pair(1, 'Ouvrez.', 'Open.')}\n2. ${pair(2, 'Fermez.', 'Close.')}\n`
  const [, second] = treeOf(text).procedures[0]?.steps ?? []
  expect(text.slice(second?.range.start, second?.range.end)).toBe('Close.')
})

describe('both languages', () => {
  const tree = (target: string, source: string) => {
    const scanned = scan(`1. ${pair(1, target, source)}\n`)
    return [stepsOf(project(scanned, 'source')), stepsOf(project(scanned, 'target'))] as const
  }

  test('have one fingerprint where they drive the same actions', () => {
    const [source, target] = tree(
      'Tapez `a`, voyez [ici](https://x.example).',
      'See [here](https://x.example), type `a`.',
    )
    expect(fingerprint(source)).toBe(fingerprint(target))
    expect(checkParity(source, target)).toEqual([])
  })

  test('do not match where one list begins elsewhere', () => {
    const [from1, from4] = [treeOf('1. a\n2. b\n'), treeOf('4. a\n5. b\n')]
    expect(checkParity(from1, from4)[0]?.args).toEqual({
      what: 'ordered lists',
      actual: '2 from 4',
      expected: '2',
    })
    expect(checkParity(from1, treeOf('text\n'))[0]?.args).toMatchObject({actual: 'none', expected: '2'})
  })

  test('do not match where the steps inside a step differ', () => {
    const [source, target] = tree('Un :\n   a. x', 'One:\n   a. x\n   b. y')
    expect(checkParity(source, target).map(({args}) => args)).toEqual([
      {what: 'numbers inside step 1.1', actual: '1.1.a', expected: '1.1.a, 1.1.b'},
    ])
  })

  test('do not match where the prose around the steps differs', () => {
    const findings = checkParity(treeOf('See [a](https://a.example).\n'), treeOf('See.\n'))
    expect(findings).toMatchObject([
      {args: {what: 'link targets', actual: '', expected: 'https://a.example'}},
    ])
  })

  test.each([
    ['what only the target has', 'Tapez `b`.', 'Type `a`.', '`b`'],
    ['the segment whose target lacks it', 'Tapez.', 'Type `a`.', 'Tapez.'],
    ['what stands in another order', '`b` `a`', '`a` `b`', '`b`'],
    ['the segment where a second one lacks', '`a`', '`a` `a`', '`a`'],
  ])('differ in prose at %s', (_, target, source, place) => {
    const scanned = scan(`Vu `.concat(pair(1, target, source), '.\n'))
    const [finding] = checkParity(
      stepsOf(project(scanned, 'source')),
      stepsOf(project(scanned, 'target')),
      scanned.segments,
    )
    expect(scanned.text.slice(finding?.range.start, finding?.range.end)).toBe(place)
  })

  test('differ in lists at the target that has none', () => {
    const scanned = scan(`${pair(1, 'Rien.', '1. One.')}\n`)
    const [finding] = checkParity(
      stepsOf(project(scanned, 'source')),
      stepsOf(project(scanned, 'target')),
      scanned.segments,
    )
    expect(scanned.text.slice(finding?.range.start, finding?.range.end)).toBe('Rien.')
  })

  test('do not match where a step of each is another one of the file', () => {
    const text = `${pair(1, '1. Un.', 'One.')}\n\nx\n\n${pair(2, 'Deux.', '1. Two.')}\n`
    const scanned = scan(text)
    const [source, target] = [stepsOf(project(scanned, 'source')), stepsOf(project(scanned, 'target'))]
    expect(checkParity(source, target, scanned.segments).map(({args}) => args)).toEqual([
      {what: 'step 1.1', actual: 'Un.', expected: 'Two.'},
    ])
  })

  test('do not match where a bulleted procedure of each is another list of the file', () => {
    const text = `${pair(1, '- u\n- v', 'Words')}\n\nx\n\n${pair(2, 'Faites :', 'Do this:')}\n\n- ${pair(3, 'un', 'one')}\n- ${pair(4, 'deux', 'two')}\n`
    const scanned = scan(text)
    const [source, target] = (['source', 'target'] as const).map(side => stepsOf(project(scanned, side), [0]))
    if (source === undefined || target === undefined) throw new TypeError('two sides have two trees')
    expect(checkParity(source, target, scanned.segments).map(({args}) => args['what'])).toEqual([
      'step 1.1',
      'step 1.2',
    ])
  })

  test.each([
    ['another code span', 'Tapez `b`.', 'Type `a`.', 'code'],
    ['another link', '[x](https://x.example/fr)', '[x](https://x.example/en)', 'link targets'],
    ['another step', 'Un.\n2. Deux.', 'One.', 'ordered lists'],
  ])('do not match with %s', (_, target, source, what) => {
    const findings = checkParity(...tree(target, source))
    expect(findings.map(({ruleId, args}) => [ruleId, args['what']])).toEqual([['parity-broken', what]])
  })
})

function treeOf(markdown: string): StepTree {
  return stepsOf(project(scan(markdown), 'source'))
}

function pair(number: number, target: string, source: string): string {
  const id = `1c2b3-${100 + number}`
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
}
