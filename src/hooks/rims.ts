// Sign-in and Graph, of practice and of real tenants: loaded when one of them is first wanted.
import type {Rim, Wanted} from '../engine/index.ts'
import type {RunnerOptions} from '../graph/runner.ts'
import {cloudOf} from '../model/cloud.ts'
import type {RunbookPage} from '../model/page.ts'
import type {SiteSignIn} from '../model/sign-in.ts'
import type {PracticeTenant} from '../practice/index.ts'
import {browserClock} from './clock.ts'
import type {Desk} from './desk.ts'
import {firstSituation} from './memory.ts'

/** What the runs of one page reach the world with. */
export interface Rims {
  readonly load: (wanted: Wanted) => Promise<Rim>
  /** The practice tenant of a run. */
  readonly tenant: (run: string, situation: string | null) => Promise<PracticeTenant>
}

/** Them; nothing more is loaded yet. `signIn` has the client id of the page; null: there is no Graph. */
export function createRims(page: RunbookPage, signIn: SiteSignIn | null, desk: Desk): Rims {
  const tenant = createTenants(desk)
  return {
    tenant,
    load: wanted =>
      wanted.mode === 'practice' ? loadPractice(wanted, page, tenant) : loadGraph(page, signIn),
  }
}

type Tenants = Rims['tenant']

/** One practice tenant for each run, loaded when it is first used. */
function createTenants(desk: Desk): Tenants {
  const made = new Map<string, Promise<PracticeTenant>>()
  return (run, situation) => {
    const known = made.get(run)
    if (known) return known
    const tenant = import('../practice/index.ts').then(
      async ({createPracticeTenant, openPracticeStore, situationOf}) =>
        createPracticeTenant({
          run,
          situation: situationOf(situation ?? firstSituation),
          store: await openPracticeStore(),
          clock: browserClock,
          ui: desk,
          redirectUri: bridge(),
        }),
    )
    made.set(run, tenant)
    // Not fetched now: it may be the next time.
    tenant.catch(() => made.delete(run))
    return tenant
  }
}

async function loadPractice(wanted: Wanted, page: RunbookPage, tenants: Tenants): Promise<Rim> {
  if (wanted.run === null) throw new TypeError('A practice tenant belongs to a run.')
  const [{createTokenSource}, {createGraphRunner}, tenant] = await Promise.all([
    import('../auth/msal.ts'),
    import('../graph/runner.ts'),
    tenants(wanted.run, wanted.situation),
  ])
  const {config, network, navigation} = tenant.signIn
  const tokens = await createTokenSource({config, interaction: 'inPage', network, navigation})
  return {
    tokens,
    runner: createGraphRunner({...runnerOf(page, tokens), host: tenant.graphHost, transport: tenant.graph}),
  }
}

async function loadGraph(page: RunbookPage, signIn: SiteSignIn | null): Promise<Rim> {
  if (signIn === null) throw new TypeError('This site has no client id.')
  const [{createTokenSource}, {signInConfig}, {createGraphRunner}] = await Promise.all([
    import('../auth/msal.ts'),
    import('../auth/config.ts'),
    import('../graph/runner.ts'),
  ])
  const tokens = await createTokenSource({
    config: signInConfig({...signIn, redirectUri: bridge()}),
    interaction: 'popup',
  })
  const host = cloudOf(signIn.cloud).graph
  const transport: RunnerOptions['transport'] = request => fetch(request)
  return {tokens, runner: createGraphRunner({...runnerOf(page, tokens), host, transport})}
}

function runnerOf(
  page: RunbookPage,
  tokens: Rim['tokens'],
): Pick<RunnerOptions, 'calls' | 'clock' | 'strengthen'> {
  return {
    calls: page.model.calls,
    clock: browserClock,
    strengthen: (token, claims, signal) =>
      tokens.token(token.scopes, signal, claims ?? undefined, {fresh: claims === null}),
  }
}

// One bridge for both languages, at the root of the site.
function bridge(): string {
  return new URL('/auth/redirect.html', window.location.origin).href
}
