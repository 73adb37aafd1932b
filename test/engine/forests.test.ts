import {expect, test} from 'vitest'
import type {RunEventBody} from '../../src/model/run.ts'
import {chosenOf, forestsOf} from '../../src/engine/forests.ts'
import {replay} from '../../src/engine/run.ts'
import {began, log} from './contoso.ts'

const given = (options: readonly string[], forest?: string): RunEventBody => ({
  type: 'answer-given',
  question: 'rights',
  options,
  ...(forest !== undefined && {forest}),
})
const removed = (forest: string): RunEventBody => ({type: 'forest-removed', question: 'rights', forest})

test.each<{name: string; events: readonly RunEventBody[]; is: Readonly<Record<string, readonly string[]>>}>([
  {name: 'no forest', events: [], is: {}},
  {
    name: 'a forest without an option stays in the list',
    events: [given([], 'a.example')],
    is: {'a.example': []},
  },
  {
    name: 'each forest has its own options',
    events: [given(['reset'], 'a.example'), given(['change'], 'b.example'), given([], 'a.example')],
    is: {'a.example': [], 'b.example': ['change']},
  },
  {
    name: 'a forest that was removed is gone',
    events: [given(['reset'], 'a.example'), given([], 'b.example'), removed('a.example')],
    is: {'b.example': []},
  },
  {name: 'a name may hold a slash', events: [given(['reset'], 'a/b')], is: {'a/b': ['reset']}},
  {name: 'a name may be any word', events: [given(['reset'], '__proto__')], is: {['__proto__']: ['reset']}},
  {
    name: 'the first records name the forest in the option',
    events: [given(['a.example/reset', 'a.example/change', 'b.example/reset'])],
    is: {'a.example': ['reset', 'change'], 'b.example': ['reset']},
  },
  {
    name: 'an answer of today takes the place of one of the first records',
    events: [given(['a.example/reset', 'b.example/reset']), given(['change'], 'a.example')],
    is: {'b.example': ['reset'], 'a.example': ['change']},
  },
  {
    name: 'a forest of the first records can be removed',
    events: [given(['a.example/reset', 'b.example/reset']), removed('a.example')],
    is: {'b.example': ['reset']},
  },
])('$name', ({events, is}) => {
  expect(Object.entries(forestsOf(replay(log([began, ...events])), 'rights'))).toEqual(Object.entries(is))
})

test.each(['constructor', 'toString', '__proto__'])(
  'of a forest called %s only what was chosen is',
  forest => {
    const before = replay(log([began]))
    expect([chosenOf(before, 'rights', forest), chosenOf(before, forest)]).toEqual([[], []])
    const after = replay(log([began, given(['reset'], forest)]))
    expect(chosenOf(after, 'rights', forest)).toEqual(['reset'])
  },
)

test('forests keep the order in which they were entered', () => {
  const events = [given([], 'b.example'), given([], 'a.example'), given(['reset'], 'b.example')]
  expect(Object.keys(forestsOf(replay(log([began, ...events])), 'rights'))).toEqual([
    'b.example',
    'a.example',
  ])
})
