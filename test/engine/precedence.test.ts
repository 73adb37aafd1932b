// The order of the states: every pair of them, in a card where both hold.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {BoundStep} from '../../src/model/action.ts'
import type {RunEvent, RunEventBody} from '../../src/model/run.ts'
import {blocksOf} from '../../src/engine/blocks.ts'
import {cardState} from '../../src/engine/card.ts'
import {contextOf, type CardContext} from '../../src/engine/card-context.ts'
import type {CardChip, CardId} from '../../src/engine/chip.ts'
import {chipsOf, families, precedence} from '../../src/engine/precedence.ts'
import {replay} from '../../src/engine/run.ts'
import {anyLog} from './arbitrary.ts'
import {asks, everything, order, other, type Ingredient, type State} from './card-states.ts'
import {changePage} from './change-page.ts'
import {began, log, model, signedIn} from './contoso.ts'
import {sessionOf} from './session.ts'

const outcomes = [
  'sent-unknown',
  'operation-failed',
  'stale',
  'change-done',
  'undone',
  'accepted',
  'done-by-other',
  'already-so',
  'blocked: condition',
  'ready-change',
]
const reads = [
  'failed',
  'not-as-required',
  'opposite-event',
  'role-eligible',
  'read-verified',
  'not-read-since',
  'blocked: input',
  'blocked: step',
  'sign-in: nobody',
  'unsigned',
  'could-not-check: consent',
  'could-not-check: role',
  'could-not-check: licence',
  'could-not-check: other',
  'ready-read',
  'not-started',
]

/** Of these a card has one at most, and why. */
const exclusive: readonly {readonly states: readonly string[]; readonly because: string}[] = [
  {
    states: ['throttled', 'running', 'consent', 'sign-in: asked'],
    because: 'a step does one thing at a time',
  },
  {states: outcomes, because: 'a change comes to one thing'},
  {
    states: ['output-disagrees', 'confirmed-by-output', 'output-inconclusive', 'output-too-old'],
    because: 'the newest output that was understood decides',
  },
  {
    states: ['opposite-event', 'evidence-found', 'earlier-event', 'nothing-found'],
    because: 'the last search decides',
  },
  {states: ['sign-in: nobody', 'unsigned'], because: 'without sign-in nobody is asked to sign in'},
]

/** None of the first holds beside one of the second, and why. */
const apart: readonly {
  readonly states: readonly string[]
  readonly from: readonly string[]
  readonly because: string
}[] = [
  {
    states: ['to-tick'],
    from: [...outcomes, ...reads],
    because: 'a step that is only ticked reads and changes nothing',
  },
  {
    states: ['blocked: step'],
    from: ['sent-unknown', 'change-done', 'accepted', 'done-by-other', 'already-so'],
    because: 'where nothing is to be sent, no order matters',
  },
  {
    states: ['not-started'],
    from: ['ready-portal', 'ready-read', 'sign-in: nobody'],
    because: 'what can be begun, or signed in for, is told from a run that nobody began',
  },
  {
    states: ['not-started'],
    from: [
      ...outcomes,
      ...reads.slice(0, 6),
      ...reads.filter(name => name.startsWith('could-not-check')),
      'out-of-date',
      'skipped',
      'output-disagrees',
      'opposite-event',
      'evidence-found',
      'confirmed-by-output',
      'earlier-event',
      'nothing-found',
      'output-inconclusive',
      'output-too-old',
      'ticked-not-saved',
      'reported',
      'output-not-understood',
      'marked-done',
    ],
    because: 'what is recorded is of a run that was begun',
  },
]

const nameOf = ({id: chip, name}: State) => (name === undefined ? chip : `${chip}: ${name}`)
const pairs = order.flatMap((strong, index) => order.slice(index + 1).map(weak => ({strong, weak})))

function impossible(strong: State, weak: State): string | null {
  const [a, b] = [nameOf(strong), nameOf(weak)]
  const one = exclusive.find(({states}) => states.includes(a) && states.includes(b))
  const two = apart.find(
    ({states, from}) => (states.includes(a) && from.includes(b)) || (states.includes(b) && from.includes(a)),
  )
  return one?.because ?? two?.because ?? null
}

// What was read first, then what was said of it, then what could not be done, then who went.
const ranks: readonly (readonly RunEvent['type'][])[] = [
  ['press-done'],
  ['change-read', 'change-stale', 'change-sent', 'change-answered', 'operation-read'],
  ['evidence-searched'],
  ['output-judged', 'pilot-reported', 'box-ticked', 'step-ticked'],
  ['step-skipped'],
  ['press-failed'],
]

function ranked(events: readonly RunEventBody[]): readonly RunEventBody[] {
  const isUnread = (event: RunEventBody) =>
    event.type === 'output-judged' && event.verdict === 'not-understood'
  const rank = (event: RunEventBody) =>
    ranks.findIndex(types => types.includes(event.type)) + (isUnread(event) ? 0.5 : 0)
  return [...events].sort((a, b) => rank(a) - rank(b))
}

/** The card in which both are mixed; null where they do not fit together. */
function mixed(one: Ingredient, two: Ingredient): CardContext | null {
  const both = [one, two]
  const only = <Key extends 'live' | 'inputs'>(key: Key) =>
    both.map(each => each[key]).find(value => value !== undefined)
  if (both.every(({live}) => live)) return null
  const sessions = both.flatMap(each => each.session ?? [])
  if (sessions.length > 1 && sessions.includes('signed-out')) return null
  const session = sessions.includes('none') ? 'none' : sessions[0]
  const old = both.flatMap(each => each.old ?? [])
  const fresh = ranked(both.flatMap(each => each.events ?? []))
  const tail = both.flatMap(each => each.tail ?? [])
  if (session === 'none' && old.length + fresh.length + tail.length > 0) return null
  const gone: readonly RunEventBody[] =
    session === 'signed-out'
      ? [{type: 'signed-out'}]
      : session === 'unsigned'
        ? [{type: 'mode-changed', mode: 'unsigned'}]
        : []
  const before = [began, signedIn, ...old]
  const events = session === 'none' ? [] : log([...before, ...fresh, ...tail, ...gone])
  const readsNothing = both.some(({step}) => step?.presses?.length === 0)
  const step: BoundStep = {...everything, ...(readsNothing ? {} : asks), ...one.step, ...two.step}
  const page = {...model, inputs: only('inputs') ?? [], steps: [step, other]}
  const state = replay(events)
  const lateFrom = before.length + fresh.length
  const view = sessionOf(state, {
    page,
    mode: state.started ? state.mode : sessions.includes('unsigned') ? 'unsigned' : 'graph',
    fresh: new Set(events.map(({seq}) => seq).filter(seq => seq >= before.length && seq < lateFrom)),
  })
  const shown = {model: page, state, session: view}
  const context = contextOf(step, shown, only('live'))
  return {...context, blocks: blocksOf(context, shown)}
}

function isOf({id: chip, name}: State, shown: CardChip): boolean {
  if (shown.id !== chip) return false
  if (shown.id === 'blocked') return shown.by.kind === name
  return shown.id === 'could-not-check' ? shown.because === name : true
}

function ruleOf(state: State) {
  const found = precedence[order.indexOf(state)]
  if (!found) throw new TypeError(nameOf(state))
  return found
}

function together(strong: State, weak: State): CardContext | null {
  const mixes = strong.by.flatMap(one => weak.by.map(two => mixed(one, two)))
  return (
    mixes.find(
      context => context && ruleOf(strong).when(context) !== null && ruleOf(weak).when(context) !== null,
    ) ?? null
  )
}

const beginnings: readonly CardId[] = ['to-tick', 'not-started', 'ready-portal', 'ready-read']

test('the table is in the promised order', () => {
  expect(precedence.map(({family, id: chip}) => [family, chip])).toEqual(
    order.map(({family, id: chip}) => [family, chip]),
  )
  expect([...new Set(order.map(({family}) => family))]).toEqual(families)
})

test.each(order.map(state => ({name: nameOf(state), state})))('$name is a state of its rule', ({state}) => {
  const alone = state.by.map(one => mixed(one, {})).filter(context => context !== null)
  const shown = alone.map(context => ruleOf(state).when(context)).filter(chip => chip !== null)
  expect(shown).not.toEqual([])
  for (const chip of shown) expect(isOf(state, chip)).toBe(true)
})

test('every pair of states is told which of the two is shown', () => {
  expect(pairs).toHaveLength((order.length * (order.length - 1)) / 2)
  let shown = 0
  for (const {strong, weak} of pairs) {
    const [a, b] = [nameOf(strong), nameOf(weak)]
    const context = together(strong, weak)
    // A pair that was called impossible and is not would go untested.
    expect([a, b, context === null]).toEqual([a, b, impossible(strong, weak) !== null])
    if (!context) continue
    const chips = chipsOf(context)
    const first = chips.findIndex(chip => isOf(strong, chip))
    const last = chips.map(chip => isOf(weak, chip)).lastIndexOf(true)
    expect([a, b, first]).not.toEqual([a, b, -1])
    if (beginnings.includes(weak.id)) expect([a, b, last]).toEqual([a, b, -1])
    else expect([a, b, first < last]).toEqual([a, b, true])
    shown += 1
  }
  expect(shown).toBeGreaterThan(600)
})

test('what can be begun is shown only where nothing else is to be said', () => {
  fc.assert(
    fc.property(anyLog, fc.constantFrom(...changePage.steps), (events, step) => {
      const state = replay(events)
      const shown = cardState(step, changePage, state, undefined, sessionOf(state, {fresh: new Set()}))
      expect(shown.also.filter(chip => beginnings.includes(chip.id))).toEqual([])
      if (beginnings.includes(shown.id)) expect(shown.also).toEqual([])
    }),
  )
})
