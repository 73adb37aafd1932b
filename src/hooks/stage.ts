// The composition root: puts engine, sign-in, Graph and the practice tenant together. Every heavy part by import().
import {createRun, openStore, RunProblem, type Rim, type RunController, type Wanted} from '../engine/index.ts'
import {cloudOf, type Cloud} from '../model/cloud.ts'
import {clientIdOf, type SiteSignIn} from '../model/sign-in.ts'
import type {RunnerOptions} from '../graph/runner.ts'
import type {RunbookPage} from '../model/page.ts'
import type {PracticeTenant} from '../practice/index.ts'
import {noteAway} from './away.ts'
import {browserClock} from './clock.ts'
import {createDesk, type Desk} from './desk.ts'
import {createFolds, type Folds} from './folds.ts'
import {openRun, recall, rememberedMode, rememberedName} from './memory.ts'
import {portalAddress} from './portal.ts'
import type {Site} from './site.ts'

/** What a page needs beside its run: where practice asks, where the portal is, what the site can do. */
export interface Stage {
  readonly desk: Desk
  readonly folds: Folds
  /** The practice situation of the next run. */
  readonly situation: () => string
  /** The site has a client id: real runs with Graph are possible. */
  readonly graphConfigured: boolean
  /** The client id of the site's application; null: real runs with Graph are not possible. */
  readonly clientId: string | null
  /** How the site signs in; null: it does not. */
  readonly signIn: SiteSignIn | null
  /** The cloud of real runs. */
  readonly cloud: Cloud
  /** The address of a portal page, with the tenant in it where it is known. */
  readonly portalUrl: (blade: string, tenant: string | null) => string
  /** The practice tenant of the open run. Throws a `TypeError` outside practice. */
  readonly practice: () => Promise<PracticeTenant>
  readonly activateRole: (template: string) => Promise<void>
}

/** A page's run and its stage. */
export interface Staged {
  readonly controller: RunController
  readonly stage: Stage
  /** Opens the run where this browser left it, and says so: call it once somebody listens. */
  readonly resume: () => Promise<void>
}

const firstSituation = 'in-order'

/** The run of a page; none is open yet. */
export async function stageRun(page: RunbookPage, site: Site): Promise<Staged> {
  const desk = createDesk()
  const tenants = createTenants(desk)
  const graphConfigured = site.signIn !== null
  const remembered = rememberedMode()
  const controller = createRun({
    model: page.model,
    build: site.build,
    locale: page.catalogue.locale,
    mode: remembered === 'graph' && !graphConfigured ? 'unsigned' : remembered,
    situation: recall('situation') ?? firstSituation,
    graph: graphConfigured,
    store: await openStore(),
    clock: browserClock,
    newId: () => crypto.randomUUID(),
    rememberedName,
    noteAway: away => noteAway(away, window.location.pathname),
    load: wanted =>
      fetched(wanted.mode === 'practice' ? loadPractice(wanted, page, tenants) : loadGraph(page, site)),
  })
  const cloud = cloudOf(site.signIn?.cloud ?? 'global')
  const practice = () => {
    const {record, state} = controller.getSnapshot()
    if (record === null || state.mode !== 'practice') throw new TypeError('No practice run is open.')
    return tenants({run: record.id, situation: state.started?.situation ?? null})
  }
  return {
    controller,
    resume: async () => {
      const last = recall(openRun(page.model.runbook))
      if (last !== null) await controller.open(last)
    },
    stage: {
      desk,
      folds: createFolds(),
      situation: () => recall('situation') ?? firstSituation,
      graphConfigured,
      clientId: site.signIn && clientIdFor(page, site.signIn),
      signIn: site.signIn,
      cloud,
      portalUrl: (blade, tenant) => portalAddress(cloud.portal, tenant, blade),
      practice,
      activateRole: async template => (await practice()).portal.activate(template),
    },
  }
}

type Tenants = (wanted: Pick<Wanted, 'run' | 'situation'>) => Promise<PracticeTenant>

/** One practice tenant for each run, loaded when it is first used. */
function createTenants(desk: Desk): Tenants {
  const made = new Map<string, Promise<PracticeTenant>>()
  return ({run, situation}) => {
    if (run === null) throw new TypeError('A practice tenant belongs to a run.')
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

/** What is loaded in pieces; a piece that cannot be fetched is a lost connection. */
async function fetched<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  try {
    return await loading
  } catch (thrown) {
    const lost = thrown instanceof Error && thrown.name === 'ChunkLoadError'
    throw lost ? new RunProblem('offline', {cause: thrown}) : thrown
  }
}

async function loadPractice(wanted: Wanted, page: RunbookPage, tenants: Tenants): Promise<Rim> {
  const [{createTokenSource}, {createGraphRunner}, tenant] = await Promise.all([
    import('../auth/msal.ts'),
    import('../graph/runner.ts'),
    tenants(wanted),
  ])
  const {config, network, navigation} = tenant.signIn
  const tokens = await createTokenSource({config, interaction: 'inPage', network, navigation})
  return {
    tokens,
    runner: createGraphRunner({...runnerOf(page, tokens), host: tenant.graphHost, transport: tenant.graph}),
  }
}

async function loadGraph(page: RunbookPage, site: Site): Promise<Rim> {
  if (site.signIn === null) throw new TypeError('This site has no client id.')
  const [{createTokenSource}, {signInConfig}, {createGraphRunner}] = await Promise.all([
    import('../auth/msal.ts'),
    import('../auth/config.ts'),
    import('../graph/runner.ts'),
  ])
  const tokens = await createTokenSource({
    config: signInConfig({...site.signIn, clientId: clientIdFor(page, site.signIn), redirectUri: bridge()}),
    interaction: 'popup',
  })
  const host = cloudOf(site.signIn.cloud).graph
  const transport: RunnerOptions['transport'] = request => fetch(request)
  return {tokens, runner: createGraphRunner({...runnerOf(page, tokens), host, transport})}
}

function clientIdFor({model}: RunbookPage, signIn: SiteSignIn): string {
  return clientIdOf(
    signIn,
    model.steps.some(({kind}) => kind === 'change'),
  )
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
