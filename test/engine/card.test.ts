import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {BoundStep} from '../../src/model/action.ts'
import type {ChangeValues} from '../../src/model/change.ts'
import type {ProblemCode, ReadResult, RunEventBody} from '../../src/model/run.ts'
import {cardState, counts, type CardState} from '../../src/engine/card.ts'
import type {CardId} from '../../src/engine/chip.ts'
import type {LiveStep} from '../../src/engine/live.ts'
import {replay} from '../../src/engine/run.ts'
import type {SessionInput} from '../../src/engine/session.ts'
import {anyLog} from './arbitrary.ts'
import {amira, began, contoso, hybridAdmin, judged, log, reported, signedIn, ticked} from './contoso.ts'
import {changePage as model} from './change-page.ts'
import {somebody} from './ports.ts'
import {sessionOf} from './session.ts'

const off = {softMatch: false, hardMatch: false}
const on = {softMatch: true, hardMatch: true}
const object = {id: contoso.id, name: null}

function looked(values: ChangeValues): RunEventBody {
  return {
    type: 'change-read',
    step: 'block',
    object,
    values,
    readAt: '2026-11-22T09:10:00.000Z',
    requestId: 'r',
  }
}

const sent: RunEventBody = {
  type: 'change-sent',
  object,
  step: 'block',
  undo: false,
  before: off,
  wanted: on,
  clientRequestId: 'c',
}

function answered(code: ProblemCode | null, status: number | null = 403): RunEventBody {
  const refused = code === null ? null : {...problem(code), status}
  return {
    type: 'change-answered',
    step: 'block',
    clientRequestId: 'c',
    problem: refused,
    requestId: 'r',
    operation: null,
  }
}

const staleEvent: RunEventBody = {
  type: 'change-stale',
  object,
  step: 'block',
  undo: false,
  confirmed: off,
  found: on,
  readAt: '2026-11-22T09:10:00.000Z',
  requestId: 'r',
}

interface World {
  readonly step: string
  readonly events?: readonly RunEventBody[]
  readonly live?: LiveStep
  /** Sequence numbers that are new in this page load; all where absent. */
  readonly fresh?: readonly number[]
  readonly session?: Partial<SessionInput>
}

function stepNamed(id: string): BoundStep {
  const found = model.steps.find(step => step.id === id)
  if (!found) throw new Error(id)
  return found
}

function card({step, events = [], live, fresh, session = {}}: World): CardState {
  const all = log(events)
  const state = replay(all)
  const view = sessionOf(state, {
    mode: state.started ? state.mode : 'graph',
    fresh: new Set(fresh ?? all.map(({seq}) => seq)),
    ...session,
  })
  return cardState(stepNamed(step), model, state, live, view)
}

function problem(code: ProblemCode) {
  return {code, status: 403, errorCode: null, requestId: 'r', scopes: ['AuditLog.Read.All']}
}

function done(
  step: string,
  press: string,
  outcomes: readonly ReadResult['outcome'][],
  value: ReadResult['value'] = 'x',
): RunEventBody {
  const reads = stepNamed(step).presses.find(({id}) => id === press)?.reads ?? []
  const results = outcomes.map((outcome, index) => ({
    read: reads[index]?.id ?? '',
    outcome,
    value,
    found: null,
    requestId: 'r',
  }))
  return {type: 'press-done', step, press, results, readAt: '2026-11-22T09:10:00.000Z', extraScopes: []}
}

function fail(step: string, press: string, code: ProblemCode): RunEventBody {
  return {type: 'press-failed', step, press, problem: problem(code)}
}

function searched(...earlier: readonly boolean[]): RunEventBody {
  const events = earlier.map(flag => ({
    at: '2026-11-22T09:05:00.000Z',
    name: 'Enable',
    by: null,
    earlier: flag,
  }))
  const at = '2026-11-22T09:00:00.000Z'
  return {
    type: 'evidence-searched',
    step: 'save',
    since: at,
    events,
    requestId: null,
    readAt: at,
    stopped: false,
  }
}

/** A search that found an event and, at a time, its opposite. */
function opposite(at: string): RunEventBody {
  const found = searched(false) as Extract<RunEventBody, {readonly type: 'evidence-searched'}>
  return {...found, events: [...found.events, {at, name: 'Disable', by: null, earlier: false}]}
}

const boxed = (step: string): RunEventBody => ({type: 'box-ticked', step, attribution: amira})
const saved: RunEventBody = {
  type: 'saved',
  visit: 'visit',
  steps: ['writeback', 'unlock', 'save'],
  attribution: amira,
}
const roles = (active: readonly string[], eligible: readonly string[]): RunEventBody => ({
  type: 'press-done',
  step: 'account',
  press: 'roles',
  results: [
    {read: 'active', outcome: 'read', value: [], found: null, requestId: null},
    {read: 'groups', outcome: 'read', value: active, found: null, requestId: null},
    {read: 'eligible', outcome: 'read', value: eligible, found: null, requestId: null},
  ],
  readAt: '2026-11-22T09:10:00.000Z',
  extraScopes: [],
})
const consentAsked: LiveStep = {phase: 'consent-required', press: null, problem: problem('consent-required')}

const states: readonly (World & {readonly id: CardId; readonly name: string})[] = [
  {id: 'to-tick', name: 'nothing was ticked', step: 'wizard'},
  {
    id: 'to-tick',
    name: 'a tick was taken back',
    step: 'wizard',
    events: [began, ticked('wizard'), {type: 'step-unticked', step: 'wizard', attribution: amira}],
  },
  {id: 'not-started', name: 'no run and nobody signed in', step: 'account'},
  {id: 'sign-in', name: 'a run without an account', step: 'account', events: [began]},
  {
    id: 'sign-in',
    name: 'a press found the session gone',
    step: 'account',
    events: [began, signedIn],
    live: {phase: 'sign-in-required', press: 'run', problem: problem('sign-in-required')},
  },
  {
    id: 'sign-in',
    name: 'a cancelled sign-in asks again',
    step: 'account',
    events: [began, fail('account', 'run', 'sign-in-cancelled')],
  },
  {
    id: 'unsigned',
    name: 'a real run without sign-in',
    step: 'prerequisites',
    events: [{...began, mode: 'unsigned'}],
  },
  {
    id: 'consent',
    name: 'a permission has to be granted',
    step: 'save',
    events: [began, signedIn],
    live: consentAsked,
  },
  {
    id: 'consent',
    name: 'the problem being put right is not shown meanwhile',
    step: 'save',
    events: [began, signedIn, {type: 'evidence-failed', step: 'save', problem: problem('consent-declined')}],
    live: consentAsked,
  },
  {id: 'ready-read', name: 'signed in, nothing read', step: 'account', events: [began, signedIn]},
  {id: 'ready-read', name: 'signed in before a run', step: 'account', session: {signedIn: somebody}},
  {id: 'ready-read', name: 'the step that searches the log', step: 'save', events: [began, signedIn]},
  {id: 'ready-portal', name: 'a step in the portal', step: 'writeback', events: [began, signedIn]},
  {
    id: 'ready-portal',
    name: 'a light read beside a box verifies nothing of it',
    step: 'writeback',
    events: [began, signedIn, done('writeback', 'look', ['read'])],
  },
  {
    id: 'ready-portal',
    name: 'and leaves nothing to read again',
    step: 'writeback',
    events: [began, signedIn, done('writeback', 'look', ['read'])],
    fresh: [],
  },
  {
    id: 'running',
    name: 'a read is in the air',
    step: 'account',
    events: [began, signedIn],
    live: {phase: 'running', press: 'run'},
  },
  {
    id: 'running',
    name: 'a sign-in waits for the person',
    step: 'account',
    events: [began],
    live: {phase: 'signing-in', press: 'run'},
  },
  {
    id: 'running',
    name: 'a consent waits for the person',
    step: 'account',
    events: [began, signedIn],
    live: {phase: 'consenting', press: 'run', scopes: []},
  },
  {
    id: 'running',
    name: 'the log is read again',
    step: 'save',
    events: [began, signedIn],
    live: {phase: 'searching', press: null, until: 1},
  },
  {
    id: 'sign-in',
    name: 'sign-in being loaded changes nothing',
    step: 'account',
    events: [began],
    live: {phase: 'preparing', press: 'run'},
  },
  {
    id: 'sign-in',
    name: 'a second press being asked for changes nothing',
    step: 'account',
    events: [began],
    live: {phase: 'press-again', press: 'run'},
  },
  {
    id: 'throttled',
    name: 'Microsoft asked to wait',
    step: 'account',
    events: [began, signedIn],
    live: {phase: 'throttled', press: 'run', until: 1, fromHeader: true},
  },
  {
    id: 'read-verified',
    name: 'account and tenant were read',
    step: 'account',
    events: [began, signedIn, done('account', 'run', ['read', 'read'])],
  },
  {
    id: 'read-verified',
    name: 'all prerequisites are met',
    step: 'prerequisites',
    events: [began, signedIn, done('prerequisites', 'check', ['met', 'met'])],
  },
  {
    id: 'read-verified',
    name: 'a tick beside it stays apart',
    step: 'account',
    events: [began, signedIn, done('account', 'run', ['read', 'read']), ticked('account')],
  },
  {
    id: 'read-verified',
    name: 'a role that was not found is no fault',
    step: 'account',
    events: [began, signedIn, roles([], [])],
  },
  {
    id: 'read-verified',
    name: 'a role through a group is active',
    step: 'account',
    events: [began, signedIn, roles([hybridAdmin], [hybridAdmin])],
  },
  {
    id: 'role-eligible',
    name: 'a role that is only eligible',
    step: 'account',
    events: [began, signedIn, roles([], [hybridAdmin])],
  },
  {
    id: 'ready-portal',
    name: 'an eligible role is a need elsewhere, no state',
    step: 'prerequisites',
    events: [began, signedIn, roles([], [hybridAdmin])],
  },
  {
    id: 'not-as-required',
    name: 'one prerequisite is not met',
    step: 'prerequisites',
    events: [began, signedIn, done('prerequisites', 'check', ['met', 'not-met'])],
  },
  {
    id: 'not-read-since',
    name: 'the page was reloaded',
    step: 'prerequisites',
    events: [began, signedIn, done('prerequisites', 'check', ['met', 'met'])],
    fresh: [],
  },
  {
    id: 'not-as-required',
    name: 'a fault before the reload is never shown in green',
    step: 'prerequisites',
    events: [began, signedIn, done('prerequisites', 'check', ['met', 'not-met'])],
    fresh: [],
  },
  {
    id: 'read-verified',
    name: 'one of two presses was read again',
    step: 'account',
    events: [began, signedIn, done('account', 'run', ['read', 'read']), roles([hybridAdmin], [])],
    fresh: [3],
  },
  {
    id: 'could-not-check',
    name: 'a value did not come',
    step: 'prerequisites',
    events: [began, signedIn, done('prerequisites', 'check', ['met', 'unknown'])],
  },
  {
    id: 'could-not-check',
    name: 'the account lacks the role',
    step: 'prerequisites',
    events: [began, signedIn, fail('prerequisites', 'check', 'role-missing')],
  },
  {
    id: 'could-not-check',
    name: 'one of the reads was refused',
    step: 'prerequisites',
    events: [
      began,
      signedIn,
      done('prerequisites', 'check', ['met', 'unknown']),
      fail('prerequisites', 'check', 'licence-missing'),
    ],
  },
  {
    id: 'failed',
    name: 'the network is gone',
    step: 'prerequisites',
    events: [began, signedIn, fail('prerequisites', 'check', 'offline')],
  },
  {
    id: 'failed',
    name: 'a result is not green while a later press failed',
    step: 'prerequisites',
    events: [
      began,
      signedIn,
      done('prerequisites', 'check', ['met', 'met']),
      fail('prerequisites', 'check', 'offline'),
    ],
  },
  {id: 'ticked-not-saved', name: 'a box is ticked', step: 'writeback', events: [began, boxed('writeback')]},
  {
    id: 'ticked-not-saved',
    name: 'a light read does not outshine the box',
    step: 'writeback',
    events: [began, signedIn, boxed('writeback'), done('writeback', 'look', ['read'])],
  },
  {
    id: 'marked-done',
    name: 'the visit was saved',
    step: 'writeback',
    events: [began, boxed('writeback'), boxed('unlock'), saved],
  },
  {id: 'marked-done', name: 'the step was ticked', step: 'wizard', events: [began, ticked('wizard')]},
  {
    id: 'marked-done',
    name: 'a tick counts without sign-in',
    step: 'account',
    events: [{...began, mode: 'unsigned'}, ticked('account')],
  },
  {
    id: 'evidence-found',
    name: 'an event after the baseline',
    step: 'save',
    events: [began, signedIn, saved, searched(false, true)],
  },
  {
    id: 'opposite-event',
    name: 'the newest event after the baseline says the contrary',
    step: 'save',
    events: [began, signedIn, saved, opposite('2026-11-22T09:06:00.000Z')],
  },
  {
    id: 'evidence-found',
    name: 'an event that says the contrary was overtaken',
    step: 'save',
    events: [began, signedIn, saved, opposite('2026-11-22T09:04:00.000Z')],
  },
  {
    id: 'earlier-event',
    name: 'only an event before the baseline',
    step: 'save',
    events: [began, signedIn, saved, searched(true)],
  },
  {id: 'nothing-found', name: 'no event at all', step: 'save', events: [began, signedIn, saved, searched()]},
  {
    id: 'confirmed-by-output',
    name: 'the output agrees',
    step: 'finish',
    events: [began, ticked('finish'), judged('confirmed')],
  },
  {
    id: 'output-disagrees',
    name: 'the output says otherwise',
    step: 'finish',
    events: [began, ticked('finish'), judged('contradicted')],
  },
  {
    id: 'output-not-understood',
    name: 'the output says nothing',
    step: 'finish',
    events: [began, judged('not-understood')],
  },
  {
    id: 'output-too-old',
    name: 'the output shows an event that is too old',
    step: 'finish',
    events: [began, ticked('finish'), judged('too-old')],
  },
  {
    id: 'confirmed-by-output',
    name: 'a later output that says nothing takes nothing away',
    step: 'finish',
    events: [began, judged('confirmed'), judged('not-understood')],
  },
  {
    id: 'output-disagrees',
    name: 'a later output that says otherwise takes its place',
    step: 'finish',
    events: [began, judged('confirmed'), judged('contradicted')],
  },
  {
    id: 'output-inconclusive',
    name: 'the output proves nothing',
    step: 'finish',
    events: [began, ticked('finish'), judged('inconclusive')],
  },
  {
    id: 'output-inconclusive',
    name: 'a later output that proves nothing takes its place',
    step: 'finish',
    events: [began, judged('confirmed'), judged('inconclusive')],
  },
  {
    id: 'output-too-old',
    name: 'a later output of another day takes the place of what contradicted',
    step: 'finish',
    events: [began, judged('contradicted'), judged('too-old')],
  },
  {
    id: 'output-too-old',
    name: 'a later output of another day takes the place of what confirmed',
    step: 'finish',
    events: [began, judged('confirmed'), judged('too-old')],
  },
  {
    id: 'reported',
    name: 'a later report takes the place of what confirmed',
    step: 'finish',
    events: [began, judged('confirmed'), reported],
  },
  {
    id: 'confirmed-by-output',
    name: 'a later output takes the place of a report',
    step: 'finish',
    events: [began, reported, judged('confirmed')],
  },
  {
    id: 'reported',
    name: 'a later output that nobody could read leaves the report',
    step: 'finish',
    events: [began, reported, judged('not-understood')],
  },
  {
    id: 'reported',
    name: 'the result was typed',
    step: 'finish',
    events: [began, ticked('finish'), reported],
  },
  {
    id: 'reported',
    name: 'a pilot user has reset a password',
    step: 'save',
    events: [
      began,
      {
        type: 'pilot-reported',
        step: 'save',
        eventId: 31002,
        seenAt: '2026-11-22T09:00:00.000Z',
        attribution: amira,
      },
    ],
  },
  {
    id: 'marked-done',
    name: 'a report that the action does not know is none',
    step: 'finish',
    events: [
      began,
      ticked('finish'),
      {type: 'output-reported', step: 'finish', report: 'gone', attribution: amira},
    ],
  },
  ...(
    [
      ['ready-change', 'two properties stand otherwise', [looked(off)]],
      ['already-so', 'both are as wanted', [looked(on)]],
      ['could-not-check', 'a property was not returned', [looked({softMatch: true})]],
      ['stale', 'something else was found than was confirmed', [looked(off), staleEvent]],
      ['ready-change', 'looked at again after that', [looked(off), staleEvent, looked(off)]],
      ['sent-unknown', 'no answer came', [looked(off), sent]],
      ['sent-unknown', 'a gateway gave up', [looked(off), sent, answered('server-failed', 504), looked(off)]],
      ['accepted', 'accepted and not seen', [looked(off), sent, answered(null), looked(off)]],
      ['change-done', 'accepted and seen', [looked(off), sent, answered(null), looked(on)]],
      [
        'undone',
        'and undone',
        [
          looked(off),
          sent,
          answered(null),
          looked(on),
          {...sent, undo: true, before: on, wanted: off},
          answered(null),
          looked(off),
        ],
      ],
      [
        'failed',
        'refused for want of a role is no check',
        [looked(off), sent, answered('role-missing'), looked(off), fail('block', 'send', 'role-missing')],
      ],
      ['could-not-check', 'the role may not read', [fail('block', 'change', 'role-missing')]],
      [
        'failed',
        'what could not be kept was not sent',
        [looked(off), fail('block', 'send', 'record-not-kept')],
      ],
      [
        'ready-change',
        'a permission that was declined leaves what was read',
        [looked(off), fail('block', 'send', 'sign-in-cancelled')],
      ],
    ] as const
  ).map(([id, name, bodies]) => ({
    id,
    name: `a change: ${name}`,
    step: 'block',
    events: [began, signedIn, ...bodies],
    session: {signedIn: somebody},
  })),
  {
    id: 'not-read-since',
    name: 'a change that was seen before this page load',
    step: 'block',
    events: [began, signedIn, looked(off), sent, answered(null), looked(on)],
    fresh: [],
    session: {signedIn: somebody},
  },
]

test.each(states)('$id: $name', ({id, ...world}) => {
  expect(card(world).id).toBe(id)
})

describe('each press is judged by itself', () => {
  const read = done('account', 'run', ['read', 'read'])
  const declined = fail('account', 'roles', 'consent-declined')
  const ids = (world: World) => {
    const {id, also} = card(world)
    return [id, ...also.map(chip => chip.id)]
  }

  test('the roles that were declined take nothing from the account that was read', () => {
    const shown = card({step: 'account', events: [began, signedIn, read, declined]})
    expect(shown).toMatchObject({id: 'read-verified', text: 'run.verified', met: 2, total: 2})
    expect(shown.also).toMatchObject([{id: 'could-not-check', because: 'consent'}])
    expect(shown.presses.map(({failure}) => failure?.problem.code ?? null)).toEqual([
      null,
      'consent-declined',
    ])
    expect(counts([shown])).toMatchObject({verified: 1})
  })

  test('roles that were read before and are declined now are verified no more', () => {
    const events = [began, signedIn, read, roles([hybridAdmin], []), declined]
    expect(card({step: 'account', events})).toMatchObject({id: 'read-verified', text: 'run.verified'})
  })

  test('an account that could not be read takes the roles with it, which rest on it', () => {
    const events = [began, signedIn, roles([hybridAdmin], []), fail('account', 'run', 'permission-missing')]
    expect(ids({step: 'account', events})).toEqual(['could-not-check'])
  })

  test('after a reload the account is what was read, and the declined roles stand beside it', () => {
    expect(ids({step: 'account', events: [began, signedIn, read, declined], fresh: []})).toEqual([
      'not-read-since',
      'could-not-check',
    ])
  })

  test('a value that did not come is its own press’s', () => {
    const events = [began, signedIn, read, done('account', 'roles', ['read', 'unknown', 'read'])]
    expect(ids({step: 'account', events})).toEqual(['read-verified', 'could-not-check'])
  })

  test('a connection that is lost is said first all the same', () => {
    const events = [began, signedIn, read, fail('account', 'roles', 'offline')]
    expect(ids({step: 'account', events})).toEqual(['failed', 'read-verified'])
  })
})

describe('green', () => {
  // Any log, and after it presses of the page that went well: what tempts a card to be green.
  const pages = model.steps.flatMap(({id, presses}) => presses.map(press => ({step: id, press})))
  const tempting = fc
    .tuple(anyLog, fc.array(fc.constantFrom(...pages), {minLength: 1, maxLength: 6}))
    .map(([events, pressed]) => [
      ...events,
      ...pressed.map(({step, press}, index) => ({
        ...done(
          step,
          press.id,
          press.reads.map(() => 'met'),
        ),
        v: 1 as const,
        seq: events.length + index,
        at: '2026-11-22T09:10:00.000Z',
        utcOffset: 60,
      })),
    ])

  test('never after a reload, whatever the record says', () => {
    fc.assert(
      fc.property(tempting, fc.constantFrom(...model.steps), (events, {id: step}) => {
        const reloaded = cardOf(events, step, new Set())
        expect([reloaded.id, ...reloaded.also.map(({id}) => id)]).not.toContain('read-verified')
        expect(counts([reloaded]).verified).toBe(0)
      }),
    )
  })

  test('is tempted by these logs: read in this page load, some are green', () => {
    const green = fc.sample(tempting, {numRuns: 50, seed: 1}).filter(events => {
      const fresh = new Set(events.map(({seq}) => seq))
      return counts(model.steps.map(({id}) => cardOf(events, id, fresh))).verified > 0
    })
    expect(green.length).toBeGreaterThan(10)
  })

  test('names what was verified and how much of it', () => {
    const shown = card({
      step: 'prerequisites',
      events: [began, signedIn, done('prerequisites', 'check', ['met', 'met'])],
    })
    expect(shown).toMatchObject({id: 'read-verified', text: 'check.verified', met: 2, total: 2})
  })

  test('is about the last press that was read', () => {
    const events = [began, signedIn, done('account', 'run', ['read', 'read']), roles([hybridAdmin], [])]
    expect(card({step: 'account', events})).toMatchObject({text: 'roles.verified', met: 3, total: 4})
  })
})

describe('facts', () => {
  const opened: RunEventBody = {type: 'portal-opened', step: 'prerequisites'}

  const links: readonly (World & {readonly name: string; readonly portal: CardState['portal']})[] = [
    {
      name: 'before Run, the link is one of the ways',
      step: 'prerequisites',
      events: [began, signedIn],
      portal: 'offered',
    },
    {
      name: 'after Run, it is the primary',
      step: 'prerequisites',
      events: [began, signedIn, done('prerequisites', 'check', ['met', 'met'])],
      portal: 'link',
    },
    {
      name: 'without sign-in, it is all there is',
      step: 'prerequisites',
      events: [{...began, mode: 'unsigned'}],
      portal: 'link',
    },
    {name: 'once opened, it warns', step: 'prerequisites', events: [began, opened], portal: 'again'},
    {name: 'a box does not open the portal by itself', step: 'writeback', events: [began], portal: 'none'},
    {
      name: 'but it may be opened again from there',
      step: 'writeback',
      events: [began, opened],
      portal: 'again',
    },
    {name: 'a step outside the portal has no link', step: 'wizard', events: [began, opened], portal: 'none'},
  ]
  test.each(links)('portal: $name', ({portal, ...world}) => {
    expect(card(world).portal).toBe(portal)
  })

  test('Save is blocked by the boxes that are not ticked', () => {
    expect(card({step: 'save', events: [began]}).saveBlockedBy).toEqual(['writeback', 'unlock'])
    expect(card({step: 'save', events: [began, boxed('writeback')]}).saveBlockedBy).toEqual(['unlock'])
    expect(card({step: 'writeback', events: [began]}).saveBlockedBy).toEqual([])
  })

  test('nothing may run without sign-in or in another tenant', () => {
    const conflict: RunEventBody = {
      type: 'signed-in',
      account: somebody.account,
      tenant: {id: 'other', name: ''},
    }
    expect(card({step: 'account', events: [began, signedIn]}).mayRun).toBe(true)
    expect(card({step: 'account', events: [{...began, mode: 'unsigned'}]}).mayRun).toBe(false)
    expect(card({step: 'account', events: [began, signedIn, conflict]}).mayRun).toBe(false)
  })

  test('the newest problem is the one to show', () => {
    const events = [began, fail('account', 'run', 'offline'), fail('account', 'roles', 'role-missing')]
    expect(card({step: 'account', events}).problem?.code).toBe('role-missing')
  })

  test('a search asks for its own scope and no press does', () => {
    const {search, presses} = card({step: 'save'})
    expect([search?.scopes, presses]).toEqual([['AuditLog.Read.All'], []])
    expect(card({step: 'prerequisites'}).presses[0]?.scopes).toEqual([
      'Organization.Read.All',
      'LicenseAssignment.Read.All',
    ])
  })
})

describe('counts', () => {
  const events = [
    began,
    signedIn,
    ticked('wizard'),
    ticked('finish'),
    judged('confirmed'),
    done('account', 'run', ['read', 'read']),
    ticked('account'),
    done('prerequisites', 'check', ['met', 'met']),
    boxed('writeback'),
  ]
  const cards = (fresh?: readonly number[], live?: LiveStep) =>
    model.steps.map(({id}) =>
      card({step: id, events, ...(fresh ? {fresh} : {}), ...(live && id === 'account' ? {live} : {})}),
    )

  test('a step counts once, under the stronger; a box that is not saved counts nowhere', () => {
    expect(counts(cards())).toEqual({verified: 2, declared: 2, confirmed: 1, total: 8})
  })

  test('after a reload nothing is verified and the tick counts', () => {
    expect(counts(cards([]))).toEqual({verified: 0, declared: 3, confirmed: 1, total: 8})
  })

  test('reading again takes nothing away', () => {
    expect(counts(cards(undefined, {phase: 'running', press: 'run'})).verified).toBe(2)
  })
})

function cardOf(events: Parameters<typeof replay>[0], step: string, fresh: ReadonlySet<number>): CardState {
  const state = replay(events)
  return cardState(stepNamed(step), model, state, undefined, sessionOf(state, {fresh}))
}
