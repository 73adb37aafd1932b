// The only import of MSAL beside the redirect bridge. This module is itself loaded lazily, and MSAL is never constructed
// at module scope: in Node it would leave a BroadcastChannel open and the site's build would never end.
import {
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
  type INavigationClient,
  type INetworkModule,
  CacheLookupPolicy,
  EventType,
  createStandardPublicClientApplication,
} from '@azure/msal-browser'
import type {SignedIn, Token, TokenSource} from '../engine/ports.ts'
import {RunProblem} from '../engine/problem.ts'
import {type SignInConfig, msalOptions} from './config.ts'
import {type SignInPhase, signInProblem} from './errors.ts'

/** How a person is asked: in a window, or in this page by a navigation that answers itself. */
type Interaction = 'popup' | 'inPage'

/** A navigation that asks in the page and keeps the answer a redirect would have left in the address bar. */
interface InPageNavigation extends INavigationClient {
  /** Fragment of the last answer; given once. Ends what is being asked. */
  takeAnswer(): string | null
  /** Ends what is being asked, as a cancelled sign-in. */
  cancel(): void
}

interface Ask {
  readonly scopes: readonly string[]
  readonly signal: AbortSignal
  readonly phase: SignInPhase
  readonly account?: AccountInfo
  readonly claims?: string
}

/**
 * Who is signed in, and tokens, by the real MSAL.
 * No hidden frames: a silent token comes from the cache or the refresh token, else a person is asked.
 */
export async function createTokenSource(options: {
  readonly config: SignInConfig
  readonly interaction: Interaction
  readonly network?: INetworkModule
  readonly navigation?: InPageNavigation
}): Promise<TokenSource> {
  const {config, interaction, network, navigation} = options
  const base = msalOptions(config)
  const application = await createStandardPublicClientApplication({
    ...base,
    system: {
      ...base.system,
      ...(network ? {networkClient: network} : {}),
      ...(navigation ? {navigationClient: navigation} : {}),
    },
  })
  let answer = await takeAnswer(application)
  const interactive = createInteraction(application, interaction, navigation)
  const qualified = (scopes: readonly string[]) => scopes.map(scope => config.scopePrefix + scope)

  const requestOf = ({scopes, account, claims}: Pick<Ask, 'scopes' | 'account' | 'claims'>) => ({
    scopes: qualified(scopes),
    ...(account ? {account} : {prompt: 'select_account'}),
    ...(claims === undefined ? {} : {claims}),
  })

  async function ask({signal, phase, ...asked}: Ask): Promise<AuthenticationResult> {
    try {
      signal.throwIfAborted()
      return await interactive.ask(requestOf(asked), signal)
    } catch (thrown) {
      throw signInProblem(thrown, {phase, scopes: asked.scopes})
    }
  }

  return {
    signedIn() {
      const account = application.getActiveAccount()
      return account === null ? null : signedInAs(account)
    },
    async signIn(scopes, signal) {
      const {account} = await ask({scopes, signal, phase: 'sign-in'})
      application.setActiveAccount(account)
      return signedInAs(account)
    },
    async token(scopes, signal, claims, {fresh} = {fresh: false}) {
      const account = accountOf(application)
      const request = {
        scopes: qualified(scopes),
        account,
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
        forceRefresh: fresh,
        ...(claims === undefined ? {} : {claims}),
      }
      try {
        signal.throwIfAborted()
        return toToken(await unlessAborted(application.acquireTokenSilent(request), signal))
      } catch (thrown) {
        throw signInProblem(thrown, {phase: 'token', scopes})
      }
    },
    async consent(scopes, signal, claims) {
      const account = accountOf(application)
      const result = await ask({
        scopes,
        signal,
        phase: 'consent',
        account,
        ...(claims === undefined ? {} : {claims}),
      })
      assertSameAccount(result.account, account)
      return toToken(result)
    },
    async leave({kind, scopes}, signal, claims) {
      if (interaction === 'inPage') throw new TypeError('Asking in the page does not leave it.')
      const account = kind === 'consent' ? {account: accountOf(application)} : {}
      const request = requestOf({scopes, ...account, ...(claims === undefined ? {} : {claims})})
      try {
        signal.throwIfAborted()
        await unlessAborted(application.acquireTokenRedirect(request), signal)
      } catch (thrown) {
        throw signInProblem(thrown, {phase: kind, scopes})
      }
      throw new RunProblem('sign-in-cancelled')
    },
    arrive({kind, scopes}) {
      const [given, before] = [answer, application.getActiveAccount()]
      answer = null
      if (given === null) throw new RunProblem('sign-in-cancelled')
      if ('thrown' in given) throw signInProblem(given.thrown, {phase: kind, scopes})
      if (kind === 'consent' && before !== null) assertSameAccount(given.account, before)
      application.setActiveAccount(given.account)
      return signedInAs(given.account)
    },
    async signOut() {
      const account = application.getActiveAccount()
      if (account !== null) await interactive.signOut(account)
    },
  }
}

type InteractiveRequest = {scopes: string[]; account?: AccountInfo; prompt?: string; claims?: string}

interface Interactive {
  readonly ask: (request: InteractiveRequest, signal: AbortSignal) => Promise<AuthenticationResult>
  readonly signOut: (account: AccountInfo) => Promise<void>
}

function createInteraction(
  application: IPublicClientApplication,
  interaction: Interaction,
  navigation: InPageNavigation | undefined,
): Interactive {
  switch (interaction) {
    case 'popup':
      return popup(application)
    case 'inPage':
      if (navigation === undefined) throw new TypeError('Asking in the page needs a navigation.')
      return inPage(application, navigation)
  }
}

function popup(application: IPublicClientApplication): Interactive {
  // MSAL does not notice a closed window. A press after a stopped one says so and takes over from it.
  let stopped = false
  return {
    async ask(request, signal) {
      const overrideInteractionInProgress = stopped
      stopped = false
      // At once and not when the promise is rejected: the next press may come in the same moment.
      const stop = () => (stopped = true)
      signal.addEventListener('abort', stop, {once: true})
      try {
        return await unlessAborted(
          application.acquireTokenPopup({...request, overrideInteractionInProgress}),
          signal,
        )
      } finally {
        signal.removeEventListener('abort', stop)
      }
    },
    // What Microsoft's window says about the end of its own session is not waited for: it may have been closed.
    async signOut(account) {
      const opened = windowOf(application)
      const ended = application.logoutPopup({account}).catch(async (thrown: unknown) => {
        const {code} = signInProblem(thrown, {phase: 'sign-in', scopes: []})
        if (code !== 'popup-blocked') throw thrown
        await application.clearCache({account})
        application.setActiveAccount(null)
        throw new RunProblem('sign-out-incomplete', {cause: thrown})
      })
      try {
        if ((await Promise.race([opened.shown, ended])) === 'shown') stopped = true
      } finally {
        opened.forget()
        ended.catch(() => undefined)
      }
    },
  }
}

/** Tells when MSAL has opened its window. */
function windowOf(application: IPublicClientApplication) {
  let id: string | null = null
  const shown = new Promise<'shown'>(resolve => {
    id = application.addEventCallback(() => resolve('shown'), [EventType.POPUP_OPENED])
  })
  const forget = () => {
    if (id !== null) application.removeEventCallback(id)
  }
  return {shown, forget}
}

function inPage(application: IPublicClientApplication, navigation: InPageNavigation): Interactive {
  return {
    async ask(request, signal) {
      const cancel = () => navigation.cancel()
      signal.addEventListener('abort', cancel, {once: true})
      try {
        await application.acquireTokenRedirect(request)
        const hash = navigation.takeAnswer()
        const result =
          hash === null
            ? null
            : await application.handleRedirectPromise({hash, navigateToLoginRequestUrl: false})
        signal.throwIfAborted()
        if (result === null) throw new RunProblem('sign-in-cancelled')
        return result
      } catch (thrown) {
        signal.throwIfAborted()
        throw thrown
      } finally {
        signal.removeEventListener('abort', cancel)
        navigation.takeAnswer()
      }
    },
    async signOut(account) {
      await application.logoutRedirect({account})
      await forgetInteraction(application)
    },
  }
}

type Answer = Pick<AuthenticationResult, 'account'> | {readonly thrown: unknown}

// MSAL wants to be asked for the answer of a redirect before anything else. The bridge has kept it in the tab's storage
// and come back to this page. What a reload interrupted in this tab ends here too; whatever else the address holds is no
// answer of ours.
async function takeAnswer(application: IPublicClientApplication): Promise<Answer | null> {
  try {
    return await application.handleRedirectPromise({navigateToLoginRequestUrl: false})
  } catch (thrown) {
    return {thrown}
  }
}

// A redirect that never left the page stays "in progress"; MSAL answers each fragment only once, so each is another.
function forgetInteraction(application: IPublicClientApplication): Promise<unknown> {
  return application.handleRedirectPromise({hash: `#signed-out=${crypto.randomUUID()}`})
}

function accountOf(application: IPublicClientApplication): AccountInfo {
  const account = application.getActiveAccount()
  if (account === null) throw new RunProblem('sign-in-required')
  return account
}

// Entra lets a person pick another account than the one asked for. That token must not be used in this run.
function assertSameAccount(now: AccountInfo, before: AccountInfo): void {
  if (now.tenantId !== before.tenantId) throw new RunProblem('tenant-changed')
  if (now.homeAccountId !== before.homeAccountId) throw new RunProblem('sign-in-required')
}

function signedInAs({localAccountId, name, username, tenantId}: AccountInfo): SignedIn {
  return {account: {objectId: localAccountId, name: name ?? username, username}, tenant: {id: tenantId}}
}

const openId = ['openid', 'profile', 'email', 'offline_access']

function toToken({accessToken, scopes, expiresOn}: AuthenticationResult): Token {
  const short = scopes.map(scope => scope.slice(scope.lastIndexOf('/') + 1))
  return {
    accessToken,
    scopes: short.filter(scope => !openId.includes(scope) && scope !== '.default'),
    expiresOn: expiresOn?.getTime() ?? 0,
  }
}

// MSAL cannot be stopped; what it still brings is dropped.
function unlessAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    signal.addEventListener('abort', stop, {once: true})
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
