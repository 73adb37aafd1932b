import {describe, expect, test} from 'vitest'
import {RunProblem} from '../../src/engine/index.ts'
import type {GraphCall, Token} from '../../src/engine/ports.ts'
import {changePage} from './change-page.ts'
import {contoso, fabrikam, start} from './contoso.ts'
import {licencePage, ines} from './licence-page.ts'
import {somebody} from './ports.ts'
import {ready, refusal, scene, settled, tenantAnswer, type Scene} from './scene.ts'

const sync = 'OnPremDirectorySynchronization.Read.All'
const needed = ['User.Read', 'Organization.Read.All', 'LicenseAssignment.Read.All', sync]
const checked = new Date(start).toISOString()

interface Checking extends Scene {
  /** What the account has granted. */
  readonly granted: Set<string>
  /** Every request that was sent: how many calls went in it. */
  readonly sent: number[]
  readonly plan: () => ReturnType<Scene['run']['getSnapshot']>['plan']
}

/** A scene of the page with a change, whose tenant takes no permission for granted. */
async function checking(
  granted: readonly string[] = needed,
  setting: Parameters<typeof ready>[0] = {},
): Promise<Checking> {
  const made = granting(await ready({page: changePage, ...setting}), granted)
  made.rim.session = somebody
  return made
}

function granting(made: Scene, granted: readonly string[]): Checking {
  const {rim, run} = made
  const held = new Set(granted)
  const sent: number[] = []
  const {runner, tokens} = {runner: {...rim.runner}, tokens: {...rim.tokens}}
  const carried = (token: Token): Token => ({...token, scopes: [...held]})
  Object.assign(rim.tokens, {
    token: async (...[scopes, ...rest]: Parameters<typeof tokens.token>) => {
      const token = await tokens.token(scopes, ...rest)
      if (scopes.some(scope => !held.has(scope))) throw new RunProblem('consent-required', {scopes})
      return carried(token)
    },
    consent: async (...[scopes, ...rest]: Parameters<typeof tokens.consent>) => {
      const token = await tokens.consent(scopes, ...rest)
      scopes.forEach(scope => held.add(scope))
      return carried(token)
    },
  })
  Object.assign(rim.runner, {
    read: (...[calls, ...rest]: Parameters<typeof runner.read>) => {
      sent.push(calls.length)
      return runner.read(calls, ...rest)
    },
  })
  rim.answer = answer
  return {...made, granted: held, sent, plan: () => run.getSnapshot().plan}
}

function answer(call: GraphCall) {
  const features = {softMatch: false, hardMatch: true}
  return call.id === 'features' ? {body: {value: [{id: contoso.id, features}]}} : tenantAnswer(call)
}

const summary = ({said}: Scene) => {
  const counts = said.flatMap(each => (each.id === 'plan-done' ? [each.counts] : [])).at(-1) ?? []
  return counts.map(({kind, because, steps}) => `${String(steps.length)} ${because ?? kind}`).join(' · ')
}

describe('one press', () => {
  test('reads what was granted in one request, each card as its own press would', async () => {
    const made = await checking()
    await made.run.checkTenant()
    expect(made.sent).toEqual([5])
    expect(made.types()).toEqual([
      'run-started',
      'signed-in',
      'tenant-named',
      'press-done',
      'press-done',
      'baseline-set',
      'press-done',
      'press-done',
      'change-read',
    ])
    expect(['account', 'prerequisites', 'block'].map(made.chip)).toEqual([
      'read-verified',
      'read-verified',
      'ready-change',
    ])
    expect(made.plan()).toEqual({phase: {id: 'idle'}, checkedAt: checked, requests: 1, problem: null})
    expect(made.ids()).toEqual(['plan-running', 'signed-in', 'plan-done'])
    expect(made.said[0]).toMatchObject({count: 5, assertive: false})
    expect(summary(made)).toBe('1 change · 1 verified · 6 hand')
  })

  test('says of a card the very same as a press of that card', async () => {
    const together = await checking()
    await together.run.checkTenant()
    const apart = await checking()
    await apart.run.press('account', 'run')
    await apart.run.press('prerequisites', 'check')
    await apart.run.lookAtChange('block')
    for (const step of ['account', 'prerequisites', 'block']) {
      const of = ({run}: Scene) => {
        const card = run.getSnapshot().cards[step]
        const done = card?.presses.map(press => press.done?.results)
        return {id: card?.id, done, values: card?.change?.record.reading?.values}
      }
      expect(of(together), step).toEqual(of(apart))
    }
  })

  test('asks for no permission of a press of its own, and for none to write', async () => {
    const made = await checking([])
    await made.run.checkTenant()
    await made.run.checkTenant()
    expect(made.rim.asked.join()).not.toMatch(/RoleManagement|AuditLog|ReadWrite|auditLogs|roleManagement/)
    expect(made.rim.asked).toContain(`consent ${needed.join(' ')}`)
  })

  test('opens the window at once where nobody is signed in, and asks for nothing with it', async () => {
    const made = await checking()
    made.rim.session = null
    const pressed = made.run.checkTenant()
    expect(made.run.getSnapshot()).toMatchObject({
      busy: true,
      plan: {phase: {id: 'signing-in'}},
      session: {signingIn: true},
    })
    expect(made.rim.asked).toEqual(['signIn'])
    await pressed
    expect(made.chip('block')).toBe('ready-change')
  })

  test('asks for a second press where the sign-in was not loaded', async () => {
    const made = granting(scene({page: changePage}), needed)
    const pressed = made.run.checkTenant()
    expect(made.plan().phase).toEqual({id: 'preparing'})
    await pressed
    expect(made.plan().phase).toEqual({id: 'press-again'})
    expect(made.rim.asked, 'no window after waiting').toEqual([])
    expect(made.ids()).toEqual(['preparing', 'press-again'])
    await made.run.checkTenant()
    expect(made.chip('block')).toBe('ready-change')
  })

  test('needs no second press where somebody is signed in already', async () => {
    const made = granting(scene({page: changePage}), needed)
    made.rim.session = somebody
    await made.run.checkTenant()
    expect(made.chip('block')).toBe('ready-change')
  })

  test('simply goes on in practice', async () => {
    const made = granting(scene({page: changePage, mode: 'practice'}), needed)
    await made.run.checkTenant()
    expect(made.chip('block')).toBe('ready-change')
  })

  test('sends nothing without sign-in', async () => {
    const made = granting(scene({page: changePage, mode: 'unsigned'}), needed)
    await made.run.checkTenant()
    expect([made.rim.asked, made.types()]).toEqual([[], []])
  })
})

describe('the rest', () => {
  const granted = ['User.Read', 'Organization.Read.All']

  test('is asked for together, by a second press, in a second request', async () => {
    const made = await checking(granted)
    await made.run.checkTenant()
    expect(['account', 'writeback', 'block'].map(made.chip)).toEqual([
      'read-verified',
      'ready-portal',
      'ready-read',
    ])
    const missing = ['LicenseAssignment.Read.All', sync]
    expect(made.plan().phase).toEqual({id: 'asks', kind: 'consent', scopes: missing})
    expect(made.said.at(-1)).toMatchObject({id: 'plan-done', scopes: missing})
    expect(summary(made)).toBe('1 verified · 6 hand · 1 unread')

    const pressed = made.run.checkTenant()
    expect(made.plan().phase).toEqual({id: 'consenting', scopes: missing})
    expect(made.rim.asked.at(-1)).toBe(`consent ${missing.join(' ')}`)
    await pressed
    expect(made.sent, 'two requests at most').toEqual([2, 3])
    expect(made.plan()).toMatchObject({phase: {id: 'idle'}, requests: 2})
    expect(summary(made)).toBe('1 change · 1 verified · 6 hand')
    expect(
      made.types().filter(type => type === 'press-done'),
      'nothing is read twice',
    ).toHaveLength(4)
  })

  test('without any permission nothing is sent before it is granted', async () => {
    const made = await checking([])
    await made.run.checkTenant()
    expect(made.sent).toEqual([])
    expect(made.plan().phase).toEqual({id: 'asks', kind: 'consent', scopes: needed})
    await made.run.checkTenant()
    expect(made.sent).toEqual([5])
  })

  test.each(['consent-declined', 'admin-consent-required'] as const)(
    'refused (%s): only the cards that need it could not check',
    async code => {
      const made = await checking(granted)
      await made.run.checkTenant()
      made.rim.fails.consent = new RunProblem(code)
      await made.run.checkTenant()
      expect(made.chip('account')).toBe('read-verified')
      for (const [step, scopes] of [
        ['prerequisites', ['LicenseAssignment.Read.All']],
        ['block', [sync]],
      ] as const)
        expect(made.run.getSnapshot().cards[step]).toMatchObject({
          id: 'could-not-check',
          because: 'consent',
          cause: {code, scopes},
        })
      expect(made.chip('writeback')).toBe('ready-portal')
      expect(made.plan()).toMatchObject({phase: {id: 'idle'}, problem: {code}})
      expect(summary(made)).toBe('1 verified · 5 hand · 2 consent')
    },
  )

  test('a window that was closed refuses nothing: the same is asked again', async () => {
    const made = await checking(granted)
    await made.run.checkTenant()
    made.rim.fails.consent = new RunProblem('sign-in-cancelled')
    await made.run.checkTenant()
    expect(made.plan()).toMatchObject({phase: {id: 'asks'}, problem: {code: 'sign-in-cancelled'}})
    expect(made.chip('block')).toBe('ready-read')
    await made.run.checkTenant()
    expect(made.chip('block')).toBe('ready-change')
  })

  test('a token that lacks some of it all the same says so on those cards', async () => {
    const made = await checking(granted)
    await made.run.checkTenant()
    const tokens = {...made.rim.tokens}
    Object.assign(made.rim.tokens, {
      consent: async (...args: Parameters<typeof tokens.consent>) => {
        const token = await tokens.consent(...args)
        return {...token, scopes: token.scopes.filter(scope => scope !== sync)}
      },
    })
    await made.run.checkTenant()
    expect(made.chip('prerequisites')).toBe('read-verified')
    expect(made.run.getSnapshot().cards['block']).toMatchObject({
      id: 'could-not-check',
      because: 'consent',
      cause: {scopes: [sync]},
    })
    expect(made.plan().phase).toEqual({id: 'idle'})
  })

  test('can be left at that', async () => {
    const made = await checking(granted)
    await made.run.checkTenant()
    made.run.stopChecking()
    expect(made.plan().phase).toEqual({id: 'idle'})
    expect(made.rim.asked.filter(asked => asked.startsWith('consent'))).toEqual([])
  })
})

describe('what goes wrong', () => {
  test('is the card’s own where Graph refuses one read', async () => {
    const made = await checking()
    made.rim.answer = call =>
      call.id === 'features' ? refusal('Authorization_RequestDenied') : tenantAnswer(call)
    await made.run.checkTenant()
    expect(made.run.getSnapshot().cards['block']).toMatchObject({id: 'could-not-check', because: 'role'})
    expect(made.chip('account')).toBe('read-verified')
    expect(summary(made)).toBe('1 verified · 6 hand · 1 role')
    made.rim.answer = answer
    await made.run.checkTenant()
    expect(summary(made)).toBe('1 change · 1 verified · 6 hand')
  })

  test.each([
    ['no connection', new RunProblem('offline'), null, 'offline'],
    ['a service that fails as a whole', null, {status: 503}, 'server-failed'],
    ['a wait that was too long', null, {status: 429}, 'throttled'],
  ] as const)('%s is said once and changes no card', async (_, thrown, status, code) => {
    const made = await checking()
    if (thrown) made.rim.fails.read = thrown
    if (status) made.rim.answer = () => status
    await made.run.checkTenant()
    expect(made.plan()).toMatchObject({phase: {id: 'idle'}, problem: {code}})
    expect(made.types()).toEqual(['run-started', 'signed-in'])
    expect(made.said.at(-1)).toMatchObject({id: 'failed', step: null, assertive: true})
  })

  test('another tenant stops it before anything is kept', async () => {
    const made = await checking()
    made.rim.answer = call =>
      call.url.includes('/organization')
        ? {body: {value: [{id: fabrikam.id, displayName: 'Fabrikam'}]}}
        : answer(call)
    await made.run.checkTenant()
    expect(made.types().filter(type => type === 'press-done' || type === 'change-read')).toEqual([])
    expect(made.run.getSnapshot().session.conflict).toMatchObject({id: fabrikam.id})
    expect(made.said.at(-1)).toMatchObject({id: 'tenant-changed', assertive: true})
  })

  test('a token that Graph takes no more asks for a sign-in, and records nothing', async () => {
    const made = await checking()
    made.rim.answer = () => ({status: 401})
    await made.run.checkTenant()
    expect(made.plan().phase).toEqual({id: 'asks', kind: 'sign-in', scopes: []})
    expect(made.types()).toEqual(['run-started', 'signed-in'])
    made.rim.answer = answer
    await made.run.checkTenant()
    expect(made.rim.asked).toContain('signIn')
    expect(made.chip('block')).toBe('ready-change')
  })

  test('a claims challenge is answered by the next press, with the claims and no new permission', async () => {
    const made = await checking()
    made.rim.fails.read = new RunProblem('claims-required', {claims: '{"acrs":1}'})
    await made.run.checkTenant()
    expect(made.plan()).toMatchObject({phase: {id: 'asks', kind: 'sign-in'}})
    expect(JSON.stringify(made.run.getSnapshot()), 'claims are shown and kept nowhere').not.toContain('acrs')
    await made.run.checkTenant()
    expect(made.rim.asked).toContain(`consent ${needed.join(' ')} with {"acrs":1}`)
    expect(made.chip('block')).toBe('ready-change')
  })

  test('a blocked window can be gone around by leaving the page', async () => {
    const made = await checking(['User.Read'])
    await made.run.checkTenant()
    made.rim.fails.consent = new RunProblem('popup-blocked')
    await made.run.checkTenant()
    expect(made.plan()).toMatchObject({phase: {id: 'asks'}, problem: {code: 'popup-blocked'}})
    const missing = needed.filter(scope => scope !== 'User.Read')
    void made.run.leaveToCheck()
    await settled()
    // The store of a test forgets with the tab, so the page is not left.
    expect(made.plan()).toMatchObject({phase: {id: 'asks', scopes: missing}})
  })
})

describe('while it goes on', () => {
  test('a wait is shown, said once, and over', async () => {
    const made = await checking()
    const phases: string[] = []
    made.run.subscribe(() => phases.push(made.plan().phase.id))
    made.rim.onRead = onWait => {
      onWait({until: start + 9_000, attempt: 1, fromHeader: true})
      onWait({until: start + 19_000, attempt: 2, fromHeader: true})
      expect(made.plan().phase).toEqual({id: 'throttled', until: start + 19_000})
      onWait(null)
      return Promise.resolve()
    }
    await made.run.checkTenant()
    expect(made.ids().filter(id => id === 'throttled')).toHaveLength(1)
    expect(made.ids()).toContain('resumed')
    expect(made.plan().phase).toEqual({id: 'idle'})
  })

  test('it can be stopped, and keeps what was not answered out of the record', async () => {
    const made = await checking()
    made.rim.onRead = async () => {
      made.run.stopChecking()
      await Promise.resolve()
    }
    await made.run.checkTenant()
    expect(made.plan()).toMatchObject({phase: {id: 'idle'}, checkedAt: null})
    expect(made.ids().at(-1)).toBe('plan-stopped')
    expect(made.types()).toEqual(['run-started', 'signed-in'])
  })

  test('there is one, and no step begins beside it', async () => {
    const made = await checking()
    const first = made.run.checkTenant()
    await Promise.all([
      made.run.checkTenant(),
      made.run.press('account', 'run'),
      made.run.lookAtChange('block'),
    ])
    await first
    expect(made.sent).toEqual([5])
    expect(made.ids().filter(id => id === 'busy')).toHaveLength(2)
  })

  test('nor does it begin beside a step', async () => {
    const made = await checking()
    const pressed = made.run.press('account', 'run')
    await made.run.checkTenant()
    await pressed
    expect([made.sent, made.ids().includes('busy'), made.plan().checkedAt]).toEqual([[2], true, null])
  })

  test('a window that was closed is asked for again by another press', async () => {
    const made = await checking()
    made.rim.session = null
    let opened = 0
    Object.assign(made.rim.tokens, {
      signIn: () => {
        opened += 1
        if (opened === 1) return new Promise(() => undefined)
        made.rim.session = somebody
        return Promise.resolve(somebody)
      },
    })
    void made.run.checkTenant()
    await made.run.checkTenant()
    expect([opened, made.chip('block'), made.ids().at(-1)]).toEqual([2, 'ready-change', 'plan-done'])
  })

  test('another run takes nothing of it', async () => {
    const made = await checking()
    made.rim.onRead = () => made.run.start('graph', null)
    await made.run.checkTenant()
    expect([made.types(), made.plan().checkedAt]).toEqual([['run-started'], null])
  })

  test('what was asked for at a card is no longer asked once it was read', async () => {
    const made = await checking(['User.Read'])
    await made.run.lookAtChange('block')
    expect(made.chip('block')).toBe('consent')
    made.granted.add(sync)
    await made.run.checkTenant()
    expect(made.chip('block')).toBe('ready-change')
  })
})

describe('a page about a user', () => {
  const page = {...licencePage, steps: licencePage.steps.filter(({kind}) => kind === 'change')}

  test('counts what needs a value, and reads it once it is given', async () => {
    const made = await checking(['User.Read.All'], {page})
    made.rim.answer = () => ({body: {id: ines.id, userPrincipalName: ines.upn, usageLocation: 'FR'}})
    await made.run.checkTenant()
    expect([made.sent, summary(made)]).toEqual([[], '3 input'])
    await made.run.setInput('user', ines.upn)
    await made.run.checkTenant()
    expect(made.sent).toEqual([1])
    expect(made.chip('reset')).not.toBe('sign-in')
  })

  test('what was read for one user is nothing of another', async () => {
    const made = await checking(['User.Read.All'], {page})
    await made.run.setInput('user', ines.upn)
    made.rim.onRead = async () => {
      await made.run.setInput('user', 'another@contoso.com')
    }
    await made.run.checkTenant()
    expect(made.types()).not.toContain('change-read')
    expect(made.types()).not.toContain('press-failed')
  })
})
