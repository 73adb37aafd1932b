// @vitest-environment happy-dom
// The real MSAL, asking in a window. What it asks goes to the practice Entra; the window and the
// redirect bridge are played here, and are real in the browser tests. Asking in the page: test/practice/journey.test.ts.
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {NavigationClient} from '@azure/msal-browser'
import {broadcastResponseToMainFrame} from '@azure/msal-browser/redirect-bridge'
import type {Asking} from '../../src/engine/ports.ts'
import {createTokenSource} from '../../src/auth/msal.ts'
import {createContoso} from '../practice/contoso.ts'

const never = new AbortController().signal
const stored = () => JSON.stringify(Object.entries(sessionStorage))

beforeEach(() => {
  location.hash = ''
})
afterEach(() => sessionStorage.clear())

/** A token source whose windows are kept instead of opened; `answer` is what Entra and the bridge would do in one. */
async function open(...args: Parameters<typeof createContoso>) {
  const {tenant, person} = createContoso(...args)
  const opened: string[] = []
  const popup = {
    closed: false,
    close: () => undefined,
    focus: () => undefined,
    location: {assign: (url: string) => void opened.push(url)},
  }
  const window = vi.spyOn(globalThis.window, 'open').mockImplementation(() => popup as unknown as Window)
  const {config, network} = tenant.signIn
  const tokens = await createTokenSource({config, interaction: 'popup', network})
  // Answers the last of so many windows.
  const answer = async (windows = 1) => {
    await vi.waitFor(() => expect(opened).toHaveLength(windows))
    const url = opened.splice(0).at(-1) ?? ''
    await tenant.signIn.navigation.navigateExternal(url)
    const payload = tenant.signIn.navigation.takeAnswer() ?? ''
    const state = new URLSearchParams(payload.slice(1)).get('state') ?? ''
    const {id} = JSON.parse(atob(state.split('|')[0] ?? '')) as {id: string}
    const channel = new BroadcastChannel(id)
    channel.postMessage({v: 1, payload})
    channel.close()
    return new URL(url)
  }
  return {tokens, answer, window, person, tenant}
}

describe('in a window', () => {
  test('a press signs in, with the capability to answer a claims challenge', async () => {
    const {tokens, answer, window} = await open()
    const signedIn = tokens.signIn(['User.Read'], never)
    // The window belongs to the press: it is open before anything was waited for.
    expect(window).toHaveBeenCalledTimes(1)
    const {searchParams} = await answer()
    expect((await signedIn).account.name).toBe('Amira Haddad')
    expect(searchParams.get('prompt')).toBe('select_account')
    expect(searchParams.get('code_challenge_method')).toBe('S256')
    expect(searchParams.get('claims')).toContain('"xms_cc":{"values":["CP1"]}')
    expect((await tokens.token(['User.Read'], never)).scopes).toEqual(['User.Read'])
  })

  test('consent names the account and does not ask to select one', async () => {
    const {tokens, answer} = await open()
    await Promise.all([tokens.signIn(['User.Read'], never), answer()])
    const [token, {searchParams}] = await Promise.all([tokens.consent(['Domain.Read.All'], never), answer()])
    expect([searchParams.get('login_hint'), searchParams.get('prompt')]).toEqual([
      'amira.haddad@contoso.example',
      null,
    ])
    expect(token.scopes).toContain('Domain.Read.All')
  })

  test('a silent token never opens a window or a frame', async () => {
    const {tokens, answer, window} = await open()
    await Promise.all([tokens.signIn(['User.Read'], never), answer()])
    await expect(tokens.token(['Domain.Read.All'], never)).rejects.toMatchObject({code: 'consent-required'})
    expect(window).toHaveBeenCalledTimes(1)
    expect(document.querySelector('iframe')).toBeNull()
  })

  test('a token that is asked for afresh is another one, and the kept one is not', async () => {
    const {tokens, answer, window} = await open()
    await Promise.all([tokens.signIn(['User.Read'], never), answer()])
    const first = await tokens.token(['User.Read'], never)
    expect((await tokens.token(['User.Read'], never)).accessToken).toBe(first.accessToken)
    const afresh = await tokens.token(['User.Read'], never, undefined, {fresh: true})
    expect(afresh.accessToken).not.toBe(first.accessToken)
    expect((await tokens.token(['User.Read'], never)).accessToken).toBe(afresh.accessToken)
    expect(window).toHaveBeenCalledTimes(1)
  })

  test('a blocked window is that', async () => {
    const {tokens, window} = await open()
    window.mockReturnValue(null)
    await expect(tokens.signIn([], never)).rejects.toMatchObject({code: 'popup-blocked'})
  })

  test('a second press beside an open window says so', async () => {
    const {tokens, answer} = await open()
    const first = tokens.signIn([], never)
    await expect(tokens.signIn([], never)).rejects.toMatchObject({code: 'interaction-in-progress'})
    await answer()
    expect((await first).account.name).toBe('Amira Haddad')
  })

  test('after a window that was closed, asking again in the same moment takes over too', async () => {
    const {tokens, answer} = await open()
    const stop = new AbortController()
    const first = tokens.signIn(['User.Read'], stop.signal)
    stop.abort()
    const second = tokens.signIn(['User.Read'], never)
    await expect(first).rejects.toMatchObject({code: 'stopped'})
    await answer(2)
    expect((await second).account.name).toBe('Amira Haddad')
  })

  test('after a window that was closed, stopping and pressing again takes over', async () => {
    const {tokens, answer} = await open()
    const stop = new AbortController()
    const first = tokens.signIn(['User.Read'], stop.signal)
    stop.abort()
    await expect(first).rejects.toMatchObject({code: 'stopped'})
    const [second] = await Promise.all([tokens.signIn(['User.Read'], never), answer(2)])
    expect(second.account.name).toBe('Amira Haddad')
  })
})

describe('by leaving the page', () => {
  const signIn = {kind: 'sign-in', scopes: ['User.Read']} as const

  /** A page that is left; `elsewhere` is what Entra and the bridge would do, and gives the address that it comes back to. */
  async function leave(asking: Asking = signIn, ...args: Parameters<typeof createContoso>) {
    const {tenant} = createContoso(...args)
    const {config, network, navigation} = tenant.signIn
    const load = () => createTokenSource({config, interaction: 'popup', network})
    const assigned = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
    const popup = vi.spyOn(window, 'open')
    location.hash = '#step-3'
    const stop = new AbortController()
    const tokens = await load()
    assigned.mockClear()
    const left = tokens.leave(asking, stop.signal)
    left.catch(() => undefined)
    const elsewhere = async () => {
      await vi.waitFor(() => expect(assigned).toHaveBeenCalled())
      await navigation.navigateExternal(String(assigned.mock.calls.at(-1)?.[0]))
      const here = location.href
      location.hash = navigation.takeAnswer() ?? ''
      const went: string[] = []
      const browser = new NavigationClient()
      browser.navigateInternal = async url => went.push(url) > 0
      await broadcastResponseToMainFrame(browser)
      location.hash = new URL(here).hash
      return went[0]
    }
    return {load, elsewhere, popup, left, stop, assigned}
  }

  test('comes back to the very address, and has somebody signed in', async () => {
    const {load, elsewhere, popup, assigned} = await leave()
    const address = location.href
    expect(await elsewhere()).toBe(address)
    const {searchParams} = new URL(String(assigned.mock.calls[0]?.[0]))
    expect([searchParams.get('prompt'), searchParams.get('scope')]).toEqual([
      'select_account',
      'User.Read openid profile offline_access',
    ])
    const tokens = await load()
    expect(tokens.signedIn()).toBeNull()
    expect(tokens.arrive(signIn).account.name).toBe('Amira Haddad')
    expect(location.href).toBe(address)
    expect(stored()).not.toMatch(/code=|code_verifier/)
    expect((await tokens.token(['User.Read'], never)).scopes).toEqual(['User.Read'])
    expect(popup).not.toHaveBeenCalled()
    expect(() => tokens.arrive(signIn)).toThrow(expect.objectContaining({code: 'sign-in-cancelled'}))
  })

  test('a decline comes back as one', async () => {
    const {load, elsewhere} = await leave(signIn, {
      decide: ({accounts: [first]}) => ({kind: 'decline', account: first?.id ?? ''}),
    })
    await elsewhere()
    const tokens = await load()
    expect(() => tokens.arrive(signIn)).toThrow(
      expect.objectContaining({code: 'consent-declined', errorCode: 'AADSTS65004'}),
    )
    expect(tokens.signedIn()).toBeNull()
  })

  test('going back without an answer is a sign-in that was cancelled, and the next one is asked', async () => {
    const {load, assigned} = await leave()
    await vi.waitFor(() => expect(assigned).toHaveBeenCalledTimes(1))
    const tokens = await load()
    expect(() => tokens.arrive(signIn)).toThrow(expect.objectContaining({code: 'sign-in-cancelled'}))
    tokens.leave(signIn, never).catch(() => undefined)
    await vi.waitFor(() => expect(assigned).toHaveBeenCalledTimes(2))
  })

  test('that is stopped is that', async () => {
    const {left, stop} = await leave()
    stop.abort()
    await expect(left).rejects.toMatchObject({code: 'stopped'})
  })

  test('consent is asked of the account that is signed in, and of no other', async () => {
    const {left} = await leave({kind: 'consent', scopes: ['Domain.Read.All']})
    await expect(left).rejects.toMatchObject({code: 'sign-in-required'})
  })
})

describe('signing out', () => {
  test('does not wait for Microsoft’s window, which may be closed', async () => {
    const {tokens, answer, window} = await open()
    await Promise.all([tokens.signIn(['User.Read'], never), answer()])
    await tokens.signOut()
    expect([tokens.signedIn(), window.mock.calls.length]).toEqual([null, 2])
    const [again] = await Promise.all([tokens.signIn(['User.Read'], never), answer(2)])
    expect(again.account.name).toBe('Amira Haddad')
  })

  test('where the window is blocked ends here only, and says so', async () => {
    const {tokens, answer, window} = await open()
    await Promise.all([tokens.signIn(['User.Read'], never), answer()])
    window.mockReturnValue(null)
    await expect(tokens.signOut()).rejects.toMatchObject({code: 'sign-out-incomplete'})
    expect(tokens.signedIn()).toBeNull()
    await expect(tokens.token(['User.Read'], never)).rejects.toMatchObject({code: 'sign-in-required'})
    expect(stored()).not.toContain('secret')
  })
})

describe('what the address of the page holds', () => {
  const load = () => {
    const {config, network} = createContoso().tenant.signIn
    return createTokenSource({config, interaction: 'popup', network})
  }

  test('an anchor that is no answer is left alone', async () => {
    location.hash = '#step-3'
    const tokens = await load()
    expect([tokens.signedIn(), location.hash]).toEqual([null, '#step-3'])
  })

  test.each(['#code=forged&state=forged', '#error=access_denied&state=forged'])(
    'an answer that nobody asked for signs nobody in: %s',
    async hash => {
      location.hash = hash
      expect((await load()).signedIn()).toBeNull()
    },
  )
})
