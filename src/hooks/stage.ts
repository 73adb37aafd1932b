// The composition root: puts engine, sign-in, Graph and the practice tenant together. Every heavy part by import().
import {createLateStore, createRun, RunProblem, type RunController} from '../engine/index.ts'
import {cloudOf, type Cloud} from '../model/cloud.ts'
import {clientIdOf, type SiteSignIn} from '../model/sign-in.ts'
import type {RunbookPage} from '../model/page.ts'
import type {PracticeTenant} from '../practice/index.ts'
import {noteAway} from './away.ts'
import {browserClock} from './clock.ts'
import {createDesk, type Desk} from './desk.ts'
import {createFolds, type Folds} from './folds.ts'
import {firstSituation, openRun, recall, rememberedMode, rememberedName} from './memory.ts'
import {portalAddress} from './portal.ts'
import type {Rims} from './rims.ts'
import {openRuns} from './runs.ts'
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

/** The run of a page; none is open yet. */
export function stageRun(page: RunbookPage, site: Site): Staged {
  const desk = createDesk()
  const signIn = site.signIn && {...site.signIn, clientId: clientIdFor(page, site.signIn)}
  const graphConfigured = signIn !== null
  const rims = rimsOf(page, signIn, desk)
  const remembered = rememberedMode()
  const controller = createRun({
    model: page.model,
    build: site.build,
    locale: page.catalogue.locale,
    mode: remembered === 'graph' && !graphConfigured ? 'unsigned' : remembered,
    situation: recall('situation') ?? firstSituation,
    graph: graphConfigured,
    store: createLateStore(openRuns),
    clock: browserClock,
    newId: () => crypto.randomUUID(),
    rememberedName,
    noteAway: away => noteAway(away, window.location.pathname),
    load: wanted => fetched(rims().then(({load}) => load(wanted))),
  })
  const cloud = cloudOf(site.signIn?.cloud ?? 'global')
  const practice = () => {
    const {record, state} = controller.getSnapshot()
    if (record === null || state.mode !== 'practice') throw new TypeError('No practice run is open.')
    const {id} = record
    return rims().then(({tenant}) => tenant(id, state.started?.situation ?? null))
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
      clientId: signIn?.clientId ?? null,
      signIn: site.signIn,
      cloud,
      portalUrl: (blade, tenant) => portalAddress(cloud.portal, tenant, blade),
      practice,
      activateRole: async template => (await practice()).portal.activate(template),
    },
  }
}

/** What sign-in and Graph are put together with, loaded when one of them is first wanted. */
function rimsOf(page: RunbookPage, signIn: SiteSignIn | null, desk: Desk): () => Promise<Rims> {
  let made: Promise<Rims> | null = null
  return () => {
    made ??= import('./rims.ts').then(({createRims}) => createRims(page, signIn, desk))
    // Not fetched now: it may be the next time.
    made.catch(() => (made = null))
    return made
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

function clientIdFor({model}: RunbookPage, signIn: SiteSignIn): string {
  return clientIdOf(
    signIn,
    model.steps.some(({kind}) => kind === 'change'),
  )
}
