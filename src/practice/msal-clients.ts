import type {PracticeEntra} from './entra.ts'
import type {SignInDecision, SignInPage} from './sign-in.ts'

/** Asks a person what real Entra would ask on its own page. Resolves with `cancel` where the dialog is closed or aborted. */
export interface PracticeUi {
  ask(page: SignInPage, signal: AbortSignal): Promise<SignInDecision>
}

interface NetworkRequest {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

interface NetworkAnswer<Body> {
  readonly headers: Record<string, string>
  readonly body: Body
  readonly status: number
}

/** What MSAL takes as `networkClient`, answered by the practice Entra. */
export interface PracticeNetwork {
  sendGetRequestAsync<Body>(url: string, options?: NetworkRequest): Promise<NetworkAnswer<Body>>
  sendPostRequestAsync<Body>(url: string, options?: NetworkRequest): Promise<NetworkAnswer<Body>>
}

/** What MSAL takes as `navigationClient`, with the answer that a real redirect would have left in the address bar. */
export interface PracticeNavigation {
  readonly navigateInternal: (url: string) => Promise<boolean>
  readonly navigateExternal: (url: string) => Promise<boolean>
  /** Fragment of the last answer, `#code=…`; given once. Ends the sign-in that it answers. */
  readonly takeAnswer: () => string | null
  /** Closes the dialog that is open or about to open, as a cancelled sign-in. */
  readonly cancel: () => void
}

/** MSAL's network over the practice Entra: nothing leaves the page. */
export function createNetwork(entra: PracticeEntra): PracticeNetwork {
  const send = async <Body>(
    method: string,
    url: string,
    {headers, body}: NetworkRequest = {},
  ): Promise<NetworkAnswer<Body>> => {
    const request = new Request(url, {
      method,
      ...(headers ? {headers} : {}),
      ...(body === undefined ? {} : {body}),
    })
    const response = await entra.fetch(request)
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as Body,
      status: response.status,
    }
  }
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  }
}

/** MSAL's navigation over the practice Entra: a dialog in the page instead of another page. */
export function createNavigation(entra: PracticeEntra, ui: PracticeUi): PracticeNavigation {
  let answer: string | null = null
  // One for each sign-in, from the moment it begins: it may be cancelled before its dialog is there.
  let asking = new AbortController()
  return {
    // `false` tells MSAL that the page was not left.
    navigateInternal: async () => false,
    navigateExternal: async url => {
      if (new URL(url).pathname.endsWith('/logout')) {
        await entra.signOut(url)
        return false
      }
      const page = await entra.describe(url)
      const decision = page === null ? null : await askPerson(ui, page, asking.signal)
      answer = (await entra.decide(url, decision)).hash
      return false
    },
    takeAnswer: () => {
      const taken = answer
      answer = null
      asking = new AbortController()
      return taken
    },
    cancel: () => asking.abort(new DOMException('The sign-in was cancelled.', 'AbortError')),
  }
}

// A dialog that stays open after it was cancelled holds nothing up.
function askPerson(ui: PracticeUi, page: SignInPage, signal: AbortSignal): Promise<SignInDecision> {
  if (signal.aborted) return Promise.resolve({kind: 'cancel'})
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => resolve({kind: 'cancel'}), {once: true})
    ui.ask(page, signal).then(resolve, reject)
  })
}
