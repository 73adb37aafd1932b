// The only import of MSAL beside the redirect bridge. This module is itself loaded lazily, and MSAL is never constructed
// at module scope: in Node it would leave a BroadcastChannel open and the site's build would never end.
import {
  type AccountInfo,
  type AuthenticationResult,
  type IPublicClientApplication,
  type INavigationClient,
  type INetworkModule,
  CacheLookupPolicy,
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
  await clearLeftOver(application)
  const interactive = createInteraction(application, interaction, navigation)
  const qualified = (scopes: readonly string[]) => scopes.map(scope => config.scopePrefix + scope)

  async function ask({scopes, signal, phase, account, claims}: Ask): Promise<AuthenticationResult> {
    const request = {
      scopes: qualified(scopes),
      ...(account ? {account} : {prompt: 'select_account'}),
      ...(claims === undefined ? {} : {claims}),
    }
    try {
      signal.throwIfAborted()
      return await interactive(request, signal)
    } catch (thrown) {
      throw signInProblem(thrown, {phase, scopes})
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
    async token(scopes, signal, claims) {
      const account = accountOf(application)
      const request = {
        scopes: qualified(scopes),
        account,
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
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
    async signOut() {
      const account = application.getActiveAccount()
      if (account === null) return
      if (interaction === 'popup') await application.logoutPopup({account})
      else await application.logoutRedirect({account})
      if (interaction === 'inPage') await forgetInteraction(application)
    },
  }
}

type InteractiveRequest = {scopes: string[]; account?: AccountInfo; prompt?: string; claims?: string}
type Interactive = (request: InteractiveRequest, signal: AbortSignal) => Promise<AuthenticationResult>

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
  return async (request, signal) => {
    const overrideInteractionInProgress = stopped
    stopped = false
    try {
      return await unlessAborted(
        application.acquireTokenPopup({...request, overrideInteractionInProgress}),
        signal,
      )
    } finally {
      if (signal.aborted) stopped = true
    }
  }
}

function inPage(application: IPublicClientApplication, navigation: InPageNavigation): Interactive {
  return async (request, signal) => {
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
  }
}

// MSAL wants to be asked for the answer of a redirect before anything else. This page is never left for one, so there is
// none; what a reload interrupted in this tab ends here. Whatever else the address holds is no answer of ours.
async function clearLeftOver(application: IPublicClientApplication): Promise<void> {
  await application.handleRedirectPromise({navigateToLoginRequestUrl: false}).catch(() => null)
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
