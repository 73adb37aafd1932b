import {describe, expect, test, vi} from 'vitest'
import type {RunEventBody, RunMode} from '../../src/model/run.ts'
import {
  createRun,
  type Announcement,
  type RunController,
  type RunOptions,
  type Wanted,
} from '../../src/engine/index.ts'
import type {GraphAnswer, GraphCall} from '../../src/engine/ports.ts'
import {RunProblem} from '../../src/engine/problem.ts'
import {exportRecord} from '../../src/engine/record.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {
  account,
  amira,
  began,
  contoso,
  fabrikam,
  hybridAdmin,
  log,
  model,
  signedIn,
  start,
} from './contoso.ts'
import {somebody, testClock, testRim, type TestClock, type TestRim} from './ports.ts'

interface Scene {
  readonly run: RunController
  readonly rim: TestRim
  readonly clock: TestClock
  readonly store: OpenStore
  readonly said: Announcement[]
  readonly loads: Wanted[]
  readonly forgotten: string[]
  readonly chip: (step: string) => string
  readonly types: () => readonly string[]
  readonly ids: () => readonly string[]
}

interface Setting {
  readonly mode?: RunMode
  readonly store?: OpenStore
  readonly load?: RunOptions['load']
  readonly id?: string
  readonly graph?: boolean
}

function scene({mode = 'graph', store = memoryStore(), load, id = 'run', graph = true}: Setting = {}): Scene {
  const clock = testClock()
  const rim = testRim(clock)
  rim.answer = tenantAnswer
  const loads: Wanted[] = []
  const forgotten: string[] = []
  let count = 0
  const run = createRun({
    model,
    build: 'b1',
    locale: 'en-US',
    mode,
    situation: 'in-order',
    store,
    clock,
    newId: () => `${id}-${(count += 1)}`,
    graph,
    forget: run => Promise.resolve(void forgotten.push(run)),
    load: wanted => {
      loads.push(wanted)
      return load ? load(wanted) : Promise.resolve(rim)
    },
  })
  const said: Announcement[] = []
  run.onAnnounce(announcement => said.push(announcement))
  return {
    run,
    rim,
    clock,
    store,
    said,
    loads,
    forgotten,
    chip: step => run.getSnapshot().cards[step]?.id ?? '',
    types: () => run.getSnapshot().record?.events.map(({type}) => type) ?? [],
    ids: () => said.map(({id: name}) => name),
  }
}

/** A scene whose sign-in is loaded, as after pointing at a button. */
async function ready(setting: Setting = {}): Promise<Scene> {
  const made = scene(setting)
  made.run.prepare()
  await settled()
  return made
}

/** Until the engine has nothing left to do by itself; its own modules may still have to be loaded. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await vi.dynamicImportSettled()
    for (let step = 0; step < 40; step += 1) await Promise.resolve()
  }
}

function tenantAnswer({id}: GraphCall): Partial<GraphAnswer> {
  const organization = {
    id: contoso.id,
    displayName: 'Contoso',
    onPremisesSyncEnabled: true,
    onPremisesLastSyncDateTime: '2026-11-22T08:48:00Z',
  }
  switch (id) {
    case 'me':
      return {body: {id: 'o-amira', displayName: 'Amira Haddad'}}
    case 'tenant':
    case 'organization':
    case 'sync-age':
      return {body: {value: [organization]}}
    case 'licence':
      return {body: {value: [{plan: 'P1'}]}}
    case 'active':
    case 'eligible':
      return {body: {value: []}}
    case 'groups':
      return {body: {value: [{roleTemplateId: hybridAdmin}]}}
    default:
      return {body: {value: []}}
  }
}

const refusal = (code: string) => ({status: 403, body: {error: {code, message: 'not shown'}}})

describe('a press', () => {
  test('signs in at once, starts the run, reads and records', async () => {
    const {run, rim, chip, types, ids} = await ready()
    const pressed = run.press('account', 'run')
    expect(rim.asked).toEqual(['signIn User.Read'])
    expect(chip('account')).toBe('running')
    expect(run.getSnapshot()).toMatchObject({busy: true, session: {signingIn: true}})
    await pressed
    expect(chip('account')).toBe('read-verified')
    expect(types()).toEqual(['run-started', 'signed-in', 'tenant-named', 'press-done'])
    expect(run.getSnapshot()).toMatchObject({
      busy: false,
      session: {tenant: contoso, account: {name: 'Amira Haddad'}},
    })
    expect(rim.asked).toEqual(['signIn User.Read', 'token User.Read', '/v1.0/me', '/v1.0/organization'])
    expect(ids()).toEqual(['running', 'signed-in', 'read-done'])
  })

  test('asks only for its own scopes', async () => {
    const {run, rim} = await ready()
    await run.press('prerequisites', 'check')
    expect(rim.asked[0]).toBe('signIn Organization.Read.All LicenseAssignment.Read.All')
    await run.press('writeback', 'look')
    expect(rim.asked).toContain('token Organization.Read.All')
  })

  test('asks for a second press where sign-in was not loaded', async () => {
    const {run, rim, chip, ids} = scene()
    const pressed = run.press('account', 'run')
    expect(run.getSnapshot()).toMatchObject({
      live: {account: {phase: 'preparing'}},
      session: {phase: 'preparing'},
      busy: false,
    })
    await pressed
    expect(run.getSnapshot()).toMatchObject({
      live: {account: {phase: 'press-again'}},
      session: {phase: 'ready'},
    })
    expect(rim.asked).toEqual([])
    expect(ids()).toEqual(['preparing', 'press-again'])
    await run.press('account', 'run')
    expect(chip('account')).toBe('read-verified')
  })

  test('simply waits in practice, whose tenant belongs to the run', async () => {
    const {run, chip, loads} = scene({mode: 'practice'})
    await run.press('account', 'run')
    expect(chip('account')).toBe('read-verified')
    expect(loads).toEqual([{mode: 'practice', run: 'run-1', situation: 'in-order'}])
    expect(run.getSnapshot().state.mode).toBe('practice')
  })

  test('sends nothing without sign-in', async () => {
    const {run, rim, chip, loads} = scene({mode: 'unsigned'})
    await run.press('account', 'run')
    await run.signIn()
    run.prepare()
    expect([rim.asked, loads, chip('account')]).toEqual([[], [], 'unsigned'])
  })

  test('is one at a time at a step', async () => {
    const {run, rim} = await ready()
    await Promise.all([run.press('account', 'run'), run.press('account', 'run')])
    expect(rim.asked.filter(asked => asked.startsWith('signIn'))).toHaveLength(1)
  })

  test('that the step does not have does nothing', async () => {
    const {run, rim} = await ready()
    await run.press('account', 'nothing')
    await run.press('nowhere', 'run')
    await run.searchEvidence('account')
    expect(rim.asked).toEqual([])
  })

  test('asks the person for a permission with a press of its own', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required', {scopes: ['Organization.Read.All']})
    await run.press('writeback', 'look')
    expect(chip('writeback')).toBe('consent')
    expect(run.getSnapshot().live['writeback']).toMatchObject({problem: {scopes: ['Organization.Read.All']}})
    expect(types()).toEqual(['run-started', 'signed-in'])
    const pressed = run.press('writeback', 'look')
    expect(rim.asked.at(-1)).toBe('consent Organization.Read.All')
    await pressed
    expect(chip('writeback')).toBe('ready-portal')
    expect(types().at(-1)).toBe('press-done')
    expect(ids()).toContain('consent-required')
  })

  test('names its own scopes where the problem names none', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('consent-required')
    await run.press('writeback', 'look')
    expect(run.getSnapshot().cards['writeback']).toMatchObject({
      id: 'consent',
      scopes: ['Organization.Read.All'],
    })
  })

  test('says so where the permission was refused', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.fails.signIn = new RunProblem('consent-declined', {scopes: ['User.Read']})
    await run.press('account', 'run')
    expect(chip('account')).toBe('could-not-check')
    expect(types()).toEqual(['run-started', 'press-failed'])
    expect(ids()).toEqual(['consent-declined'])
  })

  test('says so where sign-in was given up, and asks again', async () => {
    const {run, rim, chip, ids} = await ready()
    rim.fails.signIn = new RunProblem('sign-in-cancelled')
    await run.press('account', 'run')
    expect([chip('account'), ids()]).toEqual(['sign-in', ['sign-in-cancelled']])
    expect(run.getSnapshot().cards['account']?.problem?.code).toBe('sign-in-cancelled')
  })

  test('signs in again where the session is gone', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('sign-in-required')
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
    await run.press('account', 'run')
    expect(rim.asked).toContain('signIn User.Read')
    expect(chip('account')).toBe('read-verified')
  })

  test('takes a claims challenge to the person, once, and keeps it out of everything', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('claims-required', {claims: '{"challenge":1}', status: 401})
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
    expect(JSON.stringify(run.getSnapshot().live)).not.toContain('challenge')
    await run.press('account', 'run')
    expect(rim.asked).toContain('consent User.Read with {"challenge":1}')
    expect(chip('account')).toBe('read-verified')
    expect(JSON.stringify(run.getSnapshot().record)).not.toContain('challenge')
  })

  test('another press of the step forgets what was asked', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('claims-required', {claims: '{"challenge":1}', status: 401})
    await run.press('account', 'run')
    await run.press('account', 'roles')
    await run.press('account', 'run')
    expect(rim.asked.filter(asked => asked.startsWith('consent'))).toEqual([])
  })

  test('shows a wait that Microsoft asked for, once', async () => {
    const {run, rim, ids} = await ready()
    const shown: unknown[] = []
    rim.session = somebody
    rim.onRead = async onWait => {
      onWait({until: start + 5000, attempt: 1, fromHeader: true})
      shown.push(run.getSnapshot().cards['account'])
      onWait({until: start + 9000, attempt: 2, fromHeader: false})
      onWait(null)
      onWait(null)
      shown.push(run.getSnapshot().cards['account'])
      await Promise.resolve()
    }
    await run.press('account', 'run')
    expect(shown).toMatchObject([{id: 'throttled', until: start + 5000, fromHeader: true}, {id: 'running'}])
    expect(ids().filter(id => id === 'throttled' || id === 'resumed')).toEqual(['throttled', 'resumed'])
  })

  test('can be stopped, which records nothing', async () => {
    const {run, rim, chip, types, ids} = await ready()
    rim.session = somebody
    rim.onRead = (_onWait, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    const pressed = run.press('account', 'run')
    await settled()
    run.stop('account')
    run.stop('finish')
    await pressed
    expect([chip('account'), types(), ids().at(-1)]).toEqual([
      'ready-read',
      ['run-started', 'signed-in'],
      'stopped',
    ])
  })

  test('records a failure and says it at once', async () => {
    const {run, rim, chip, said} = await ready()
    rim.session = somebody
    rim.fails.read = new RunProblem('offline')
    await run.press('account', 'run')
    expect(chip('account')).toBe('failed')
    expect(said.at(-1)).toMatchObject({id: 'failed', assertive: true, problem: {code: 'offline'}})
  })

  test('that cannot load sign-in is a failure too', async () => {
    const {run, chip} = scene({load: () => Promise.reject(new Error('no chunk'))})
    await run.press('account', 'run')
    expect(chip('account')).toBe('failed')
    expect(run.getSnapshot().session.phase).toBe('idle')
  })

  test.each([
    {name: 'no role', answer: refusal('Authorization_RequestDenied'), because: 'role'},
    {
      name: 'no licence',
      answer: refusal('Authentication_RequestFromNonPremiumTenantOrB2CTenant'),
      because: 'licence',
    },
  ])('keeps what could be read beside what could not: $name', async ({answer, because}) => {
    const {run, rim, types} = await ready()
    rim.answer = call => (call.id === 'licence' ? answer : tenantAnswer(call))
    await run.press('prerequisites', 'check')
    const card = run.getSnapshot().cards['prerequisites']
    expect(card).toMatchObject({id: 'could-not-check', because})
    expect(card?.presses[0]?.done?.results.map(({outcome}) => outcome)).toEqual(['met', 'unknown'])
    expect(types().slice(-3)).toEqual(['press-done', 'baseline-set', 'press-failed'])
  })

  test('records only the failure where not one read was answered', async () => {
    const {run, rim, types, chip} = await ready()
    rim.scopes = []
    rim.answer = () => refusal('Authentication_MSGraphPermissionMissing')
    await run.press('writeback', 'look')
    expect([chip('writeback'), types().at(-1)]).toEqual(['could-not-check', 'press-failed'])
    expect(types()).not.toContain('press-done')
  })

  test('a token that Graph does not take asks for sign-in', async () => {
    const {run, rim, chip} = await ready()
    rim.session = somebody
    rim.answer = call => (call.id === 'me' ? {status: 401} : tenantAnswer(call))
    await run.press('account', 'run')
    expect(chip('account')).toBe('sign-in')
  })

  test('an answer that is missing is unexpected', async () => {
    const {run, rim} = await ready()
    rim.session = somebody
    const silent: RunOptions['load'] = () =>
      Promise.resolve({...rim, runner: {read: () => Promise.resolve([])}})
    const other = await ready({load: silent})
    await other.run.press('account', 'run')
    await other.run.searchEvidence('save')
    const {cards} = other.run.getSnapshot()
    expect([cards['account']?.problem?.code, cards['save']?.problem?.code]).toEqual([
      'unexpected',
      'unexpected',
    ])
    run.dispose()
  })

  test('says what is not as required', async () => {
    const {run, rim, chip, said} = await ready()
    rim.answer = call => (call.id === 'licence' ? {body: {value: []}} : tenantAnswer(call))
    await run.press('prerequisites', 'check')
    expect(chip('prerequisites')).toBe('not-as-required')
    expect(said.at(-1)).toMatchObject({
      id: 'not-as-required',
      says: 'licence.notMet',
      result: {read: 'licence'},
    })
  })

  test('says that a value did not come', async () => {
    const {run, rim, said} = await ready()
    rim.answer = () => ({body: {}, date: null})
    await run.press('account', 'run')
    expect(said.at(-1)).toMatchObject({id: 'could-not-check', problem: null})
    expect(run.getSnapshot().cards['account']?.presses[0]?.done?.readAt).toBe(new Date(start).toISOString())
  })

  test('shows scopes that no call of the page asks for', async () => {
    const {run, rim} = await ready()
    rim.scopes = ['User.Read', 'Mail.ReadWrite', 'openid']
    await run.press('account', 'run')
    expect(run.getSnapshot().cards['account']?.presses[0]?.done?.extraScopes).toEqual(['Mail.ReadWrite'])
  })

  test('fills the account into the filter of its roles', async () => {
    const {run, rim, chip} = await ready()
    await run.press('account', 'roles')
    expect(rim.asked).toContain(
      "/v1.0/roleManagement/directory/roleAssignments?$filter=principalId eq 'o-amira'",
    )
    expect(run.getSnapshot().session.roles).toMatchObject({read: true, active: ['roles.hybrid']})
    expect(chip('account')).toBe('read-verified')
  })
})

describe('the tenant', () => {
  test('is locked: another one stops the run and nothing is sent', async () => {
    const {run, rim, chip, said} = await ready()
    await run.press('account', 'run')
    rim.session = {...somebody, tenant: {id: fabrikam.id}}
    const before = rim.asked.length
    await run.press('writeback', 'look')
    await run.press('unlock', 'look')
    expect(rim.asked).toHaveLength(before)
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', tenant: {id: fabrikam.id}, assertive: true})
    expect(run.getSnapshot().session).toMatchObject({tenant: contoso, conflict: {id: fabrikam.id}})
    expect([chip('writeback'), run.getSnapshot().cards['writeback']?.mayRun]).toEqual(['failed', false])
  })

  test('is the run’s again when the right account comes back', async () => {
    const {run, rim} = await ready()
    await run.press('account', 'run')
    rim.session = {...somebody, tenant: {id: fabrikam.id}}
    await run.press('writeback', 'look')
    await run.signIn()
    expect(run.getSnapshot().session.conflict).toBeNull()
    expect(run.getSnapshot().session.tenant).toEqual(contoso)
  })

  test('an answer of another organization stops the run too', async () => {
    const {run, rim, said, chip} = await ready()
    rim.answer = () => ({body: {value: [{id: fabrikam.id, displayName: 'Fabrikam'}]}})
    await run.press('writeback', 'look')
    expect(chip('writeback')).toBe('failed')
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', tenant: fabrikam})
  })

  test('a token of another tenant is a failure of its own', async () => {
    const {run, rim, said} = await ready()
    rim.session = somebody
    rim.fails.token = new RunProblem('tenant-changed')
    await run.press('writeback', 'look')
    expect(said.at(-1)).toMatchObject({id: 'failed', problem: {code: 'tenant-changed'}})
  })

  test('an organization without a name keeps the one that is known', async () => {
    const {run, rim} = await ready()
    rim.answer = call => (call.id === 'me' ? tenantAnswer(call) : {body: {value: [{id: contoso.id}]}})
    await run.press('account', 'run')
    expect(run.getSnapshot().session.tenant).toEqual({id: contoso.id, name: ''})
  })
})

describe('the baseline', () => {
  test('is Graph’s time and moves until the portal was opened', async () => {
    const {run, clock} = await ready()
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:00:00.000Z')
    clock.advance(60_000)
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:01:00.000Z')
    await run.openPortal('prerequisites')
    clock.advance(60_000)
    await run.press('prerequisites', 'check')
    expect(run.getSnapshot().state.baseline).toBe('2026-11-22T09:01:00.000Z')
  })
})

describe('the search of the audit log', () => {
  const event = (activityDateTime: string) => ({
    body: {
      value: [
        {activityDateTime, activityDisplayName: 'Enable password writeback for directory', by: 'amira'},
      ],
    },
  })

  test('looks every ten seconds for two minutes, then says nothing was found', async () => {
    const {run, rim, clock, chip, types, ids} = await ready()
    await run.press('prerequisites', 'check')
    await run.searchEvidence('save')
    expect(clock.waits).toEqual(Array.from({length: 12}, () => 10_000))
    expect(rim.asked.filter(asked => asked.includes('directoryAudits'))).toHaveLength(13)
    expect([chip('save'), types().at(-1), ids().at(-1)]).toEqual([
      'nothing-found',
      'evidence-searched',
      'nothing-found',
    ])
    expect(rim.asked).toContain('token AuditLog.Read.All')
    expect(rim.asked.filter(asked => asked.startsWith('signIn')).join()).not.toContain('AuditLog')
  })

  test('looks back as far as the action says', async () => {
    const {run, rim} = await ready()
    await run.searchEvidence('save')
    expect(rim.asked).toContain(
      '/v1.0/auditLogs/directoryAudits?$filter=activityDateTime ge 2026-10-23T09:00:00.000Z&$orderby=activityDateTime desc&$top=20',
    )
  })

  test('ends with the first event after the baseline', async () => {
    const {run, rim, clock, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => (clock.waits.length < 3 ? {body: {value: []}} : event('2026-11-22T09:00:25Z'))
    await run.searchEvidence('save')
    expect([clock.waits.length, chip('save'), ids().at(-1)]).toEqual([3, 'evidence-found', 'evidence-found'])
  })

  test('an event before the baseline is an earlier one, whatever the browser’s clock says', async () => {
    const {run, rim, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    rim.answer = () => event('2026-03-12T08:00:00Z')
    await run.searchEvidence('save')
    expect([chip('save'), ids().at(-1)]).toEqual(['earlier-event', 'earlier-event'])
  })

  test('without a baseline the start of the run is one, by Graph’s clock', async () => {
    const {run, rim, chip} = await ready()
    await run.tick('wizard')
    // Graph's clock is five minutes ahead of the browser's.
    rim.answer = () => ({...event('2026-11-22T09:04:00Z'), date: '2026-11-22T09:05:00.000Z'})
    await run.searchEvidence('save')
    expect(chip('save')).toBe('earlier-event')
    expect(run.getSnapshot().cards['save']?.search?.done?.since).toBe('2026-11-22T09:05:00.000Z')
  })

  test('without Graph’s clock the browser’s has to do', async () => {
    const {run, rim} = await ready()
    rim.answer = () => ({...event('2026-11-22T09:04:00Z'), date: null})
    await run.searchEvidence('save')
    expect(run.getSnapshot().cards['save']?.search?.done).toMatchObject({
      since: '2026-11-22T09:00:00.000Z',
      readAt: '2026-11-22T09:00:00.000Z',
    })
  })

  test('shows that it is looking, and stopped it keeps the last look', async () => {
    const {run, clock, chip, ids} = await ready()
    await run.press('prerequisites', 'check')
    clock.hold()
    const searching = run.searchEvidence('save')
    await settled()
    expect(run.getSnapshot().live['save']).toMatchObject({phase: 'looking', until: start + 120_000})
    expect(run.getSnapshot().busy).toBe(true)
    run.stop('save')
    await searching
    expect(run.getSnapshot().cards['save']?.search?.done).toMatchObject({stopped: true, events: []})
    expect([chip('save'), ids().at(-1)]).toEqual(['nothing-found', 'stopped'])
  })

  test('a refusal is said, and is not "nothing found"', async () => {
    const {run, rim, types} = await ready()
    rim.answer = () => refusal('Authorization_RequestDenied')
    await run.searchEvidence('save')
    expect(run.getSnapshot().cards['save']).toMatchObject({id: 'could-not-check', because: 'role'})
    expect(types().at(-1)).toBe('evidence-failed')
  })
})

describe('acts', () => {
  test('the first one starts a run, and only one', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    expect(run.getSnapshot().record).toBeNull()
    await Promise.all([run.tick('wizard'), run.tick('finish')])
    expect(types()).toEqual(['run-started', 'step-ticked', 'step-ticked'])
  })

  test.each([
    {name: 'the signed-in account', mode: 'graph', named: 'Karim', by: undefined, is: {...amira}},
    {
      name: 'the name typed once',
      mode: 'unsigned',
      named: 'Karim',
      by: undefined,
      is: {by: 'Karim', enteredBy: 'Karim', source: 'typed'},
    },
    {
      name: 'this browser',
      mode: 'unsigned',
      named: undefined,
      by: undefined,
      is: {by: null, enteredBy: null, source: 'browser'},
    },
    {
      name: 'somebody else, entered by the account',
      mode: 'graph',
      named: undefined,
      by: 'Karim',
      is: {...amira, by: 'Karim'},
    },
    {
      name: 'somebody else, entered in this browser',
      mode: 'unsigned',
      named: undefined,
      by: 'Karim',
      is: {by: 'Karim', enteredBy: null, source: 'browser'},
    },
  ] as const)('who did it: $name', async ({mode, named, by, is}) => {
    const {run} = await ready({mode})
    if (mode === 'graph') await run.signIn()
    if (named !== undefined) await run.nameOperator(named)
    await run.tick('wizard', by === undefined ? {} : {by})
    expect(run.getSnapshot().cards['wizard']?.declared?.attribution).toEqual(is)
  })

  test('Save asks for the boxes first and ticks none itself', async () => {
    const {run, types, said, chip} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    expect(await run.save('visit')).toBe(false)
    expect(said.at(-1)).toMatchObject({id: 'save-blocked', steps: ['unlock']})
    expect(types()).not.toContain('saved')
    await run.tickBox('unlock')
    expect(chip('unlock')).toBe('ticked-not-saved')
    expect(await run.save('visit')).toBe(true)
    expect(['writeback', 'unlock', 'save', 'prerequisites'].map(chip)).toEqual([
      'marked-done',
      'marked-done',
      'marked-done',
      'unsigned',
    ])
    expect(await run.save('nowhere')).toBe(false)
  })

  test('a box that is unticked takes the Save back', async () => {
    const {run, types, chip} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    await run.save('visit')
    await run.untickBox('unlock')
    expect(types().slice(-2)).toEqual(['save-withdrawn', 'box-unticked'])
    expect(['writeback', 'unlock', 'save'].map(chip)).toEqual(['ticked-not-saved', 'unsigned', 'unsigned'])
  })

  test('a Save can be withdrawn, once', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    await run.tickBox('writeback')
    await run.tickBox('unlock')
    await run.save('visit')
    await run.withdrawSave('visit')
    await run.withdrawSave('visit')
    await run.withdrawSave('nowhere')
    expect(types().filter(type => type === 'save-withdrawn')).toHaveLength(1)
  })

  test('a box outside a visit is only unticked', async () => {
    const {run, types} = scene({mode: 'unsigned'})
    await run.untickBox('wizard')
    expect(types()).toEqual(['run-started', 'box-unticked'])
  })

  test.each([
    {
      text: '{"Enabled":true,"Events":[{"Id":31005}],"Secret":"x"}',
      chip: 'confirmed-by-output',
      id: 'output-confirmed',
      says: 'finish.confirmed',
    },
    {
      text: '{"Enabled":false,"Events":[],"Secret":"x"}',
      chip: 'output-disagrees',
      id: 'output-disagrees',
      says: 'finish.contradicted',
    },
    {text: 'Secret: x', chip: 'output-not-understood', id: 'output-not-understood', says: 'finish.not'},
  ])('a pasted output is judged and not kept: $chip', async ({text, chip: expected, id, says}) => {
    const {run, chip, said} = scene({mode: 'unsigned'})
    await run.paste('finish', text)
    expect([chip('finish'), said.at(-1)]).toMatchObject([expected, {id, says}])
    expect(JSON.stringify(run.getSnapshot().record)).not.toContain('Secret')
  })

  test('a step without a verifier takes no output', async () => {
    const {run} = scene({mode: 'unsigned'})
    await run.paste('wizard', '{}')
    expect(run.getSnapshot().record).toBeNull()
  })

  test('everything else is kept as it was said, within bounds', async () => {
    const {run, ids} = scene({mode: 'unsigned'})
    await run.note('wizard', 'n'.repeat(5000))
    await run.report('finish', 'enabled')
    await run.reportPilot('save', 31002, '2026-11-22T09:30:00.000Z')
    await run.answer('staging', ['active'])
    await run.setContext({ticket: 'CHG1', changeWindow: '', server: 'AADC01', forest: 'f'.repeat(900)})
    await run.tick('wizard')
    await run.untick('wizard')
    const {state, cards} = run.getSnapshot()
    expect(state.steps['wizard']?.note).toHaveLength(4000)
    expect(state.context.forest).toHaveLength(500)
    expect(state.answers).toEqual({staging: ['active']})
    expect([cards['finish']?.id, cards['save']?.id, cards['wizard']?.id]).toEqual([
      'reported',
      'reported',
      'to-tick',
    ])
    expect(ids()).toEqual(['marked-done', 'marked-done', 'marked-done', 'unticked'])
  })
})

describe('runs', () => {
  test('after a reload nothing is green until it is read again', async () => {
    const store = memoryStore()
    const before = await ready({store})
    await before.run.press('prerequisites', 'check')
    expect(before.run.getSnapshot().counts.verified).toBe(1)
    const after = await ready({store})
    expect(await after.run.open('run-1')).toBe(true)
    expect([after.chip('prerequisites'), after.run.getSnapshot().counts.verified]).toEqual([
      'not-read-since',
      0,
    ])
    expect(after.said).toMatchObject([{id: 'not-read-since', count: 1, since: '2026-11-22T09:00:00.000Z'}])
    after.rim.session = somebody
    await after.run.press('prerequisites', 'check')
    expect(after.chip('prerequisites')).toBe('read-verified')
  })

  test('after a reload nobody is signed in until sign-in is loaded, and no tick says so', async () => {
    const store = memoryStore()
    const before = await ready({store})
    await before.run.signIn()
    await before.run.tick('wizard')
    const {run, rim} = scene({store})
    rim.session = somebody
    await run.open('run-1')
    const whoTicked = () => run.getSnapshot().cards['wizard']?.declared?.attribution
    expect(run.getSnapshot().session).toMatchObject({current: false, account, tenant: {id: contoso.id}})
    await run.tick('wizard')
    expect(whoTicked()).toEqual({by: null, enteredBy: null, source: 'browser'})
    await run.nameOperator('Karim')
    await run.tick('wizard')
    expect(whoTicked()).toEqual({by: 'Karim', enteredBy: 'Karim', source: 'typed'})
    run.prepare()
    await settled()
    expect(run.getSnapshot().session).toMatchObject({current: true, account})
    await run.tick('wizard')
    expect(whoTicked()).toEqual(amira)
    rim.session = null
    await run.tick('wizard')
    expect(whoTicked()?.source).toBe('typed')
  })

  test('an unknown run or one of another runbook is not opened', async () => {
    const {run, store} = scene()
    await store.append('other', () => log([{...began, runbook: 'other'}]))
    expect([await run.open('gone'), await run.open('other')]).toEqual([false, false])
    expect(await run.list()).toEqual([])
  })

  test('are listed, left, opened again and deleted', async () => {
    const {run, store, forgotten} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    run.close()
    expect(run.getSnapshot().record).toBeNull()
    await run.start('practice', 'no-licence')
    expect(run.getSnapshot().state).toMatchObject({mode: 'practice', started: {situation: 'no-licence'}})
    expect((await run.list()).map(({id}) => id).sort()).toEqual(['run-1', 'run-2'])
    await run.open('run-1')
    expect(run.getSnapshot().session.mode).toBe('unsigned')
    await run.remove('run-1')
    expect(run.getSnapshot().record).toBeNull()
    await run.remove('run-2')
    expect([await store.list(), forgotten]).toEqual([[], ['run-1', 'run-2']])
  })

  test('a real run goes on when Graph is added; practice is a run of its own', async () => {
    const {run, types, ids} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    await run.setMode('graph')
    await run.setMode('graph')
    expect(types()).toEqual(['run-started', 'step-ticked', 'mode-changed'])
    await run.setMode('practice')
    expect(run.getSnapshot()).toMatchObject({record: null, session: {mode: 'practice'}})
    run.setSituation('role-eligible')
    await run.tick('wizard')
    expect(run.getSnapshot().state.started?.situation).toBe('role-eligible')
    await run.setMode('graph')
    expect(run.getSnapshot()).toMatchObject({record: null, session: {mode: 'graph'}})
    expect(ids().filter(id => id === 'mode-changed')).toHaveLength(3)
  })

  test('what another tab adds is shown, and is not green here', async () => {
    const store = memoryStore()
    const heard: ((id: string) => void)[] = []
    const shared: OpenStore = {...store, watch: listener => (heard.push(listener), () => undefined)}
    const {run, chip} = await ready({store: shared})
    await run.tick('wizard')
    const done: RunEventBody = {
      type: 'press-done',
      step: 'account',
      press: 'run',
      results: [],
      readAt: '2026-11-22T09:00:00.000Z',
      extraScopes: [],
    }
    await store.append('run-1', events => [
      {...log([done])[0], ...done, v: 1, seq: events.length, at: '2026-11-22T09:00:00.000Z', utcOffset: 60},
    ])
    heard.forEach(listener => listener('run-1'))
    heard.forEach(listener => listener('run-9'))
    await settled()
    expect(chip('account')).toBe('not-read-since')
    heard.forEach(listener => listener('run-1'))
    await settled()
    await store.delete('run-1')
    heard.forEach(listener => listener('run-1'))
    await settled()
    expect(run.getSnapshot().record).toBeNull()
  })

  test('a run that another tab deleted is not brought back by an act', async () => {
    const {run, store} = scene({mode: 'unsigned'})
    await run.tick('wizard')
    await store.delete('run-1')
    await run.tick('finish')
    expect(run.getSnapshot().record).toBeNull()
    expect(await store.list()).toEqual([])
  })

  test('leaving a run stops what is in the air, and it touches nothing any more', async () => {
    const {run, rim, ids, types} = await ready()
    rim.session = somebody
    let release: () => void = () => undefined
    rim.onRead = () => new Promise(resolve => (release = resolve))
    const pressed = run.press('account', 'run')
    await settled()
    await run.start('graph', null)
    const said = ids().length
    release()
    await pressed
    expect([types(), ids().length, run.getSnapshot().live]).toEqual([['run-started'], said, {}])
  })

  test('storage that fails is the page’s problem and breaks no act', async () => {
    const store: OpenStore = {...memoryStore(), append: () => Promise.reject(new Error('quota'))}
    const {run, said} = scene({store, mode: 'unsigned'})
    await run.tick('wizard')
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    expect(said).toContainEqual(expect.objectContaining({id: 'failed', step: null, assertive: true}))
  })
})

describe('sign-in from the bar', () => {
  test('asks at once, for no scope', async () => {
    const {run, rim, types, ids} = await ready()
    const signing = run.signIn()
    expect(rim.asked).toEqual(['signIn'])
    expect(run.getSnapshot()).toMatchObject({busy: true, session: {signingIn: true}})
    await run.signIn()
    await signing
    expect([rim.asked, types(), ids()]).toEqual([['signIn'], ['run-started', 'signed-in'], ['signed-in']])
    await run.signIn()
    expect(ids()).toEqual(['signed-in'])
  })

  test('asks for a second press where it was not loaded, but not in practice', async () => {
    const real = scene()
    await real.run.signIn()
    expect([real.rim.asked, real.ids()]).toEqual([[], ['preparing', 'press-again']])
    const practice = scene({mode: 'practice'})
    await practice.run.signIn()
    expect(practice.rim.asked).toEqual(['signIn'])
  })

  test('can be stopped', async () => {
    const {run, ids, types} = await ready()
    const signing = run.signIn()
    run.stop(null)
    await signing
    expect([types(), ids(), run.getSnapshot().problem]).toEqual([[], [], null])
    run.stop(null)
  })

  test.each([
    {code: 'sign-in-cancelled', id: 'sign-in-cancelled'},
    {code: 'popup-blocked', id: 'failed'},
  ] as const)('that ends with $code says so', async ({code, id}) => {
    const {run, rim, ids} = await ready()
    rim.fails.signIn = new RunProblem(code)
    await run.signIn()
    expect([ids(), run.getSnapshot().problem?.code]).toEqual([[id], code])
  })

  test('in another tenant says so', async () => {
    const {run, rim, said} = await ready()
    await run.press('account', 'run')
    rim.next = {...somebody, tenant: {id: fabrikam.id}}
    await run.signIn()
    expect(said.at(-1)).toMatchObject({id: 'tenant-changed', assertive: true})
  })

  test('signing out is recorded where somebody was signed in', async () => {
    const {run, rim, types} = await ready()
    await run.signOut()
    expect(types()).toEqual([])
    await run.press('account', 'run')
    await run.signOut()
    expect([types().at(-1), run.getSnapshot().session.account]).toEqual(['signed-out', null])
    rim.fails.signOut = new RunProblem('unexpected')
    await run.signOut()
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    await run.setMode('unsigned')
    const before = rim.asked.length
    await run.signOut()
    expect(rim.asked).toHaveLength(before)
  })

  test('is prepared once', async () => {
    const {run, loads} = scene()
    run.prepare()
    run.prepare()
    await settled()
    run.prepare()
    expect(loads).toEqual([{mode: 'graph', run: null, situation: null}])
    const practice = scene({mode: 'practice'})
    practice.run.prepare()
    expect(practice.loads).toEqual([])
    await practice.run.tick('wizard')
    practice.run.prepare()
    expect(practice.loads).toEqual([{mode: 'practice', run: 'run-1', situation: 'in-order'}])
  })

  test('a preparation that fails is the page’s problem and is tried again', async () => {
    const {run, loads} = scene({load: () => Promise.reject(new RunProblem('offline'))})
    run.prepare()
    await settled()
    expect(run.getSnapshot().problem?.code).toBe('offline')
    run.prepare()
    await settled()
    expect(loads).toHaveLength(2)
  })

  test('what is loaded for one run does not serve another', async () => {
    const loaded: ((rim: TestRim) => void)[] = []
    const {run, rim} = scene({mode: 'practice', load: () => new Promise(resolve => loaded.push(resolve))})
    await run.start('practice', 'in-order')
    run.prepare()
    await run.start('practice', 'in-order')
    run.prepare()
    loaded[0]?.(rim)
    await settled()
    expect(run.getSnapshot().session.phase).toBe('preparing')
    loaded[1]?.(rim)
    await settled()
    expect(run.getSnapshot().session.phase).toBe('ready')
  })
})

describe('files', () => {
  test('an output that cannot be judged is said, not dropped', async () => {
    const {run, said} = scene({mode: 'unsigned'})
    await run.paste('finish', null as unknown as string)
    expect(run.getSnapshot().problem?.code).toBe('unexpected')
    expect(said.at(-1)).toMatchObject({id: 'failed', assertive: true})
  })

  test('a run comes back from its file, as imported and never green', async () => {
    const from = await ready()
    expect(await from.run.exportFile()).toBeNull()
    await from.run.press('prerequisites', 'check')
    const file = await from.run.exportFile()
    const {run, chip, types} = scene({id: 'imported'})
    expect(await run.importFile(new Blob([file?.json ?? '']))).toEqual({id: 'imported-1'})
    expect([chip('prerequisites'), types().at(-1)]).toEqual(['not-read-since', 'run-imported'])
    expect(run.getSnapshot().state.imported?.sha256).toBe(file?.sha256)
    expect(JSON.stringify(file)).not.toContain('secret-token')
  })

  test('an account that the file names signs in anew, under the name that it has here', async () => {
    const from = await ready()
    await from.run.signIn()
    await from.run.tick('wizard')
    const file = (await from.run.exportFile())?.json.replaceAll('Amira Haddad', 'Somebody Else') ?? ''
    const {run, types} = await ready({id: 'imported'})
    await run.importFile(new Blob([file]))
    expect(run.getSnapshot().state.account?.name).toBe('Somebody Else')
    await run.signIn()
    expect([types().at(-1), run.getSnapshot().state.account]).toEqual(['signed-in', account])
    await run.signIn()
    expect(types().filter(type => type === 'signed-in')).toHaveLength(2)
  })

  test.each([
    {name: 'no run', file: '{}', refused: 'not-a-run'},
    {name: 'a run of another runbook', file: null, refused: 'other-runbook'},
  ])('$name is refused', async ({file, refused}) => {
    const {run} = scene()
    const other = await exportRecord({
      schema: 'passerelle/run@1',
      id: 'x',
      events: log([{...began, runbook: 'other'}, signedIn]),
    })
    expect(await run.importFile(new Blob([file ?? other.json]))).toEqual({refused})
  })
})

describe('a run with Graph where the site has no client id', () => {
  const opened = async () => {
    const from = await ready()
    await from.run.press('prerequisites', 'check')
    const file = await from.run.exportFile()
    const there = scene({mode: 'unsigned', graph: false})
    await there.run.importFile(new Blob([file?.json ?? '']))
    return there
  }

  test('is read in its own mode, and nothing is loaded or sent', async () => {
    const {run, rim, loads} = await opened()
    run.prepare()
    await run.press('prerequisites', 'check')
    await run.searchEvidence('save')
    await run.signIn()
    await settled()
    const {session, cards, problem} = run.getSnapshot()
    expect([session.mode, session.mayRun, cards['prerequisites']?.mayRun]).toEqual(['graph', false, false])
    expect([loads, rim.asked, problem]).toEqual([[], [], null])
  })

  test('starts over without Graph', async () => {
    const {run} = await opened()
    await run.start('graph', null)
    expect(run.getSnapshot().state.mode).toBe('unsigned')
  })
})

describe('the snapshot', () => {
  test('stays the same object until something changes', async () => {
    const {run} = scene({mode: 'unsigned'})
    const changes: number[] = []
    const stop = run.subscribe(() => changes.push(1))
    const first = run.getSnapshot()
    expect(run.getSnapshot()).toBe(first)
    await run.tick('wizard')
    expect(run.getSnapshot()).not.toBe(first)
    const {length} = changes
    expect(length).toBeGreaterThan(0)
    stop()
    await run.untick('wizard')
    expect(changes).toHaveLength(length)
  })

  test('a disposed run says nothing more', async () => {
    const {run, rim, said} = await ready()
    rim.session = somebody
    rim.onRead = (_onWait, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    const pressed = run.press('account', 'run')
    await settled()
    const {length} = said
    run.dispose()
    await pressed
    expect(said).toHaveLength(length)
  })

  test('nobody listens after unsubscribing', async () => {
    const {run} = scene({mode: 'unsigned'})
    const heard: string[] = []
    run.onAnnounce(({id}) => heard.push(id))()
    await run.tick('wizard')
    expect(heard).toEqual([])
  })
})
