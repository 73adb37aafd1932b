// @vitest-environment happy-dom
// The real MSAL, asking in a window. What it asks goes to the practice Entra; the window and the
// redirect bridge are played here, and are real in the browser tests. Asking in the page: test/practice/journey.test.ts.
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {createTokenSource} from '../../src/auth/msal.ts'
import {createContoso} from '../practice/contoso.ts'

const never = new AbortController().signal

beforeEach(() => {
  location.hash = ''
})
afterEach(() => sessionStorage.clear())

describe('in a window', () => {
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
