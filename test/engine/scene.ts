// A run of the model on test ports.
import {vi} from 'vitest'
import type {PageModel} from '../../src/model/page.ts'
import type {RunMode} from '../../src/model/run.ts'
import {
  createRun,
  type Announcement,
  type RunController,
  type RunOptions,
  type Wanted,
} from '../../src/engine/index.ts'
import type {GraphAnswer, GraphCall} from '../../src/engine/ports.ts'
import {memoryStore, type OpenStore} from '../../src/engine/store.ts'
import {contoso, hybridAdmin, model} from './contoso.ts'
import {testClock, testRim, type TestClock, type TestRim} from './ports.ts'

/** A run of the model, all that it needs, and what it said. */
export interface Scene {
  readonly run: RunController
  readonly rim: TestRim
  readonly clock: TestClock
  readonly store: OpenStore
  readonly said: Announcement[]
  readonly loads: Wanted[]
  readonly chip: (step: string) => string
  readonly types: () => readonly string[]
  readonly ids: () => readonly string[]
}

interface Setting {
  /** The page, where it is another. */
  readonly page?: PageModel
  readonly mode?: RunMode
  readonly store?: OpenStore
  readonly load?: RunOptions['load']
  readonly id?: string
  readonly graph?: boolean
  /** The build of the site, where it is another. */
  readonly build?: string
  /** What stands for every password that is made up. */
  readonly password?: string
  /** The operator's name that this browser remembers. */
  readonly name?: string
}

/** A run that nothing happened to yet. */
export function scene({
  page = model,
  mode = 'graph',
  store = memoryStore(),
  load,
  id = 'run',
  graph = true,
  build = 'b1',
  password,
  name = '',
}: Setting = {}): Scene {
  const clock = testClock()
  const rim = testRim(clock)
  rim.answer = tenantAnswer
  const loads: Wanted[] = []
  let count = 0
  const run = createRun({
    model: page,
    build,
    ...(password === undefined ? {} : {newPassword: () => password}),
    locale: 'en-US',
    mode,
    situation: 'in-order',
    store,
    clock,
    newId: () => `${id}-${(count += 1)}`,
    graph,
    rememberedName: () => name,
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
    chip: step => run.getSnapshot().cards[step]?.id ?? '',
    types: () => run.getSnapshot().record?.events.map(({type}) => type) ?? [],
    ids: () => said.map(({id: name}) => name),
  }
}

/** A scene whose sign-in is loaded, as after pointing at a button. */
export async function ready(setting: Setting = {}): Promise<Scene> {
  const made = scene(setting)
  made.run.prepare()
  await settled()
  return made
}

/** Until the engine has nothing left to do by itself; its own modules may still have to be loaded. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await vi.dynamicImportSettled()
    for (let step = 0; step < 40; step += 1) await Promise.resolve()
  }
}

/** What a tenant with everything in order answers. */
export function tenantAnswer({id}: GraphCall): Partial<GraphAnswer> {
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

/** An answer that refuses, with Graph's error code. */
export const refusal = (code: string) => ({status: 403, body: {error: {code, message: 'not shown'}}})

/** A store that writes one thing after another, each a while after it was asked to, as a disk does. */
export function slow(store: OpenStore): OpenStore {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...store,
    append: (id, make) => {
      const writing = last.then(async () => {
        for (let step = 0; step < 20; step += 1) await Promise.resolve()
        return store.append(id, make)
      })
      last = writing
      return writing
    },
  }
}
