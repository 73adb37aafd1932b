import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {carry, readRevision, rewrite} from '../../plugins/revision/index.ts'
import {readActionFile} from '../../plugins/runbook/index.ts'
import {flagship} from '../runbook/flagship.ts'
import {articleOf, type Listed} from './articles.ts'

const intro = 'To hold a mailbox:'
const pick = 'Select the mailbox of the person whose messages you want to keep.'
const colon = "Note: what you see isn't all there is, so look at each page of it."
const next = 'Click **Next**.'
const old: Listed = [intro, pick, next, colon]

describe('what is written', () => {
  test.each<[string, string, Listed, string]>([
    ['nothing where all is kept', `  - on: ${pick} # why`, old, `  - on: ${pick} # why`],
    [
      'a plain text in its own style, its comment kept',
      `  - id: a # one\n    on:   ${pick}   # two\n    do: tick`,
      [intro, pick.replace('messages', 'mails'), next, colon],
      `  - id: a # one\n    on:   ${pick.replace('messages', 'mails')}   # two\n    do: tick`,
    ],
    [
      'a double quoted text in its own style',
      `  - on: ${JSON.stringify(pick)}`,
      [intro, pick.replace('the person', 'the "person"'), next, colon],
      `  - on: ${JSON.stringify(pick.replace('the person', 'the "person"'))}`,
    ],
    [
      'a single quoted text in its own style',
      `  - on: '${colon.replace("'", "''")}'`,
      [intro, pick, next, colon.replace('look', 'glance')],
      `  - on: '${colon.replace("'", "''").replace('look', 'glance')}'`,
    ],
    [
      'a plain text that its style cannot hold, in quotes',
      `  - on: ${pick}`,
      [intro, pick.replace('mailbox', 'mailbox: that'), next, colon],
      `  - on: '${pick.replace('mailbox', 'mailbox: that')}'`,
    ],
    [
      'a folded text on one line, with the comment behind its sign',
      `  - on: >- # two lines\n      Select the mailbox of the person\n      whose messages you want to keep.\n    do: tick`,
      [intro, pick.replace('messages', 'mails'), next, colon],
      `  - on: ${pick.replace('messages', 'mails')} # two lines\n    do: tick`,
    ],
    [
      'an occurrence that changed',
      `  - on: ${next}\n    occurrence: 1 # of one`,
      [intro, pick, next, colon, 'Open the page again, and then read it.', next],
      `  - on: ${next}\n    occurrence: 1 # of one`,
    ],
    [
      'a text in braces',
      `  - {on: "${pick}", do: tick}`,
      [intro, pick.replace('messages', 'mails'), next, colon],
      `  - {on: "${pick.replace('messages', 'mails')}", do: tick}`,
    ],
  ])('%s', (_, entry, now, expected) => {
    const head = '# the head\nsteps:\n'
    const {rewritten} = carryText(`${head}${entry}\n# the end\n`, [old], [now])
    expect(rewritten).toMatchObject({text: `${head}${expected}\n# the end\n`, misled: []})
  })

  const other: Listed = ['To add a licence:', 'Open **Users**.', next, 'Choose the licence.']

  test.each([
    [
      'on a line',
      `  - id: a\n    on: ${next} # why\n`,
      `  - id: a\n    occurrence: 2\n    on: ${next} # why\n`,
    ],
    [
      'first in its entry',
      `  - on: ${next}\n    do: tick\n`,
      `  - occurrence: 2\n    on: ${next}\n    do: tick\n`,
    ],
    ['in braces', `  - {id: a, on: ${next}}\n`, `  - {id: a, occurrence: 2, on: ${next}}\n`],
    [
      'where lines end in two signs',
      `  - id: a\r\n    on: ${next}\r\n`,
      `  - id: a\r\n    occurrence: 2\r\n    on: ${next}\r\n`,
    ],
    [
      'in place of another',
      `  - id: a\n    on: ${next}\n    occurrence: 1\n`,
      `  - id: a\n    on: ${next}\n    occurrence: 2\n`,
    ],
  ])('an occurrence where a second step has the text now: %s', (_, entry, expected) => {
    const {carried, rewritten} = carryText(`steps:\n${entry}`, [old], [other, old])
    expect(carried.map(each => [each.state, each.from?.number, each.to?.number])).toEqual([
      ['moved', '1.2', '2.2'],
    ])
    expect(rewritten).toMatchObject({text: `steps:\n${expected}`, misled: []})
  })

  test('nothing of a step that was not accepted', () => {
    const yaml = `steps:\n  - id: a\n    on: ${pick}\n`
    const now = [intro, pick.replace('messages', 'mails')] as const
    const {carried, rewritten} = carryText(yaml, [old], [now], () => false)
    expect(carried[0]?.state).toBe('reworded')
    expect(rewritten).toEqual({text: yaml, written: [], misled: []})
  })

  test('the sentence before a procedure, once accepted', () => {
    const yaml = `procedures:\n  - after: 'To hold a mailbox:'\n    place: cloud\nsteps: []\n`
    const {rewritten} = carryText(yaml, [old], [['To hold the mailbox:', ...old.slice(1)]])
    expect(rewritten).toMatchObject({
      text: yaml.replace('a mailbox', 'the mailbox'),
      written: ['procedures.1'],
    })
  })
})

test('a lost entry whose text stands at another step now is named, because it would be bound to that one', () => {
  const first: Listed = ['To hold a mailbox:', pick, next]
  const second: Listed = ['To add a licence:', 'Open **Users**.', next, 'Choose the licence.']
  const yaml = `steps:\n  - id: held\n    on: ${next}\n    occurrence: 1\n`
  const {carried, rewritten} = carryText(yaml, [first, second], [second])
  expect(carried.map(each => each.state)).toEqual(['lost'])
  expect(rewritten.misled.map(each => each.id)).toEqual(['held'])
})

test('an entry that was carried before is kept', () => {
  const now: Listed = [intro, pick.replace('messages', 'mails'), next, colon]
  const once = carryText(`steps:\n  - id: a\n    on: ${pick}\n`, [old], [now]).rewritten.text
  const {carried, rewritten} = carryText(once, [old], [now])
  expect(carried.map(each => each.state)).toEqual(['kept'])
  expect(rewritten).toEqual({text: once, written: [], misled: []})
})

test('the flagship is bound to its own article as it is', () => {
  const source = readActionFile(flagship.actions)
  const revision = readRevision(flagship.article)
  const carried = carry(source, revision, revision)
  expect(carried.map(each => each.state)).toEqual(Array.from({length: 15}, () => 'kept'))
  const options = {now: revision, accepted: () => true}
  expect(rewrite({text: flagship.actions, source}, carried, options)).toEqual({
    text: flagship.actions,
    written: [],
    misled: [],
  })
})

describe('whatever becomes of an article', () => {
  const words = fc.constantFrom(
    pick,
    pick.replace('messages', 'mails'),
    colon,
    next,
    'Click **Save**.',
    'Wait 5 minutes.',
  )
  const procedure = fc
    .tuple(
      fc.constantFrom(intro, 'To add a licence:', 'Do this:'),
      fc.array(words, {minLength: 1, maxLength: 6}),
    )
    .map(([before, steps]): Listed => [before, ...steps])
  const article = fc.array(procedure, {minLength: 1, maxLength: 3})
  const style = fc.constantFrom(
    (text: string) => JSON.stringify(text),
    (text: string) => `'${text.replaceAll("'", "''")}'`,
    (text: string) => `>-\n      ${text}`,
  )

  test('nothing is bound to a step that was not found for it, and every other byte stays', () => {
    fc.assert(
      fc.property(
        article,
        article,
        fc.array(style, {minLength: 1, maxLength: 5}),
        fc.boolean(),
        (was, now, styles, isAccepted) => {
          const yaml = actionsFor(was, styles)
          const {carried, rewritten} = carryText(yaml, was, now, () => isAccepted)
          for (const {state, text, to} of carried) {
            const found = to === null ? null : 'intro' in to.passage ? to.passage.intro : to.passage.text
            if (state === 'kept' || state === 'moved') expect(found).toBe(text)
          }
          const others = (text: string) => text.split('\n').filter(line => line.endsWith('# stays'))
          expect(others(rewritten.text)).toEqual(others(yaml))
          const all = readRevision(articleOf(...now)).flatMap(each => each.steps)
          const entries = (parse(rewritten.text) as {steps: {id: string; on: string; occurrence?: number}[]})
            .steps
          const misled = rewritten.misled.map(each => each.id)
          for (const {id, on, occurrence} of entries) {
            const entry = carried.find(each => each.id === id)
            const same = all.filter(step => step.text === on)
            const bound =
              occurrence === undefined && same.length > 1 ? undefined : same[(occurrence ?? 1) - 1]
            const isSettled = entry?.state !== 'reworded' || isAccepted
            if (!misled.includes(id)) expect(bound).toEqual(isSettled ? entry?.to?.passage : undefined)
          }
        },
      ),
    )
  })

  test('the same article keeps every entry', () => {
    fc.assert(
      fc.property(article, fc.array(style, {minLength: 1, maxLength: 5}), (was, styles) => {
        const yaml = actionsFor(was, styles)
        const {carried, rewritten} = carryText(yaml, was, was)
        expect(carried.filter(each => each.state !== 'kept')).toEqual([])
        expect(rewritten).toEqual({text: yaml, written: [], misled: []})
      }),
    )
  })

  test('steps in another order are attached to their own text only, each to one', () => {
    const shuffled = article.chain(was =>
      fc.tuple(
        fc.constant(was),
        fc
          .tuple(...was.map(([, ...steps]) => fc.shuffledSubarray(steps, {minLength: steps.length})))
          .map(orders => was.map(([before], index): Listed => [before, ...(orders[index] ?? [])])),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([was, now]) => {
        const {carried} = carryText(actionsFor(was, [JSON.stringify]), was, now)
        const found = carried.flatMap(({to, text, state}) => {
          if (to === null || 'intro' in to.passage) return []
          if (state !== 'reworded') expect(to.passage.text).toBe(text)
          return [to.number]
        })
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})

/** An action file with an entry for each step, in the styles given by turns. */
function actionsFor(article: readonly Listed[], styles: readonly ((text: string) => string)[]): string {
  const steps = article.flatMap(([, ...each]) => each)
  const entries = steps.map((text, index) => {
    const before = steps.slice(0, index).filter(each => each === text).length
    const isOnce = steps.filter(each => each === text).length === 1
    const scalar = (styles[index % styles.length] ?? JSON.stringify)(text)
    return [
      `  - id: s${String(index)} # stays`,
      ...(isOnce ? [] : [`    occurrence: ${String(before + 1)}`]),
      `    on: ${scalar}`,
      `    do: tick # stays`,
    ].join('\n')
  })
  return `# stays\nsteps:\n${entries.join('\n')}\n# stays\n`
}

function carryText(
  text: string,
  was: readonly Listed[],
  now: readonly Listed[],
  accepted: (id: string) => boolean = () => true,
) {
  const source = readActionFile(text)
  const [before, after] = [was, now].map(each => readRevision(articleOf(...each)))
  const carried = carry(source, before ?? [], after ?? [])
  return {carried, rewritten: rewrite({text, source}, carried, {now: after ?? [], accepted})}
}

test('a step below a sentence that turned is written only once accepted, and holds up the rest until then', () => {
  const yaml = `steps:\n  - id: a\n    on: >-\n      ${pick}\n`
  const [was, now]: readonly Listed[][] = [[['To enable it:', pick]], [['To disable it:', pick]]]
  const waiting = carryText(yaml, was ?? [], now ?? [], () => false)
  expect(waiting.carried.map(each => each.state)).toEqual(['reworded'])
  expect(waiting.rewritten.misled.map(each => each.id)).toEqual(['a'])
  expect(carryText(yaml, was ?? [], now ?? []).rewritten).toEqual({text: yaml, written: [], misled: []})
})
