// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import {IDBFactory} from 'fake-indexeddb'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {openRun, remember} from '../../src/hooks/memory.ts'
import type {Site} from '../../src/hooks/site.ts'
import {stageRun, type Staged} from '../../src/hooks/stage.ts'
import type {RunbookPage} from '../../src/model/page.ts'
import {model} from '../engine/contoso.ts'

const page: RunbookPage = {
  model: {...model, calls: ['GET /v1.0/me', 'GET /v1.0/organization']},
  catalogue: {locale: 'fr-FR', texts: {}, fallbacks: {}, labels: {}},
  title: 'Title',
  sentences: {},
}
const client: Site['signIn'] = {
  clientId: '11111111-2222-4333-8444-555555555555',
  tenant: 'organizations',
  cloud: 'global',
}

let staged: Staged[] = []
async function stage(signIn: Site['signIn'] = null): Promise<Staged> {
  const made = stageRun(page, {build: 'b7', signIn})
  staged.push(made)
  return made
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  staged.forEach(({controller}) => controller.dispose())
  staged = []
})

describe('the run of a page', () => {
  test.each([
    {name: 'where nothing was chosen', chosen: null, signIn: client, is: 'practice'},
    {name: 'with Graph, where the site can sign in', chosen: 'graph', signIn: client, is: 'graph'},
    {name: 'with Graph, where it cannot', chosen: 'graph', signIn: null, is: 'unsigned'},
    {name: 'without sign-in', chosen: 'unsigned', signIn: client, is: 'unsigned'},
  ])('begins in the mode that was chosen last: $name', async ({chosen, signIn, is}) => {
    remember('mode', chosen)
    const {controller, stage: here} = await stage(signIn)
    expect(controller.getSnapshot()).toMatchObject({record: null, durable: true, session: {mode: is}})
    expect(here.graphConfigured).toBe(signIn !== null)
  })

  test('begins in the situation that was chosen last, with the build and the language of the page', async () => {
    const {controller, stage: here} = await stage()
    expect(here.situation()).toBe('in-order')
    remember('situation', 'no-licence')
    expect(here.situation()).toBe('no-licence')
    const again = await stage()
    await again.controller.tick('wizard')
    const {started} = again.controller.getSnapshot().state
    expect(started).toMatchObject({build: 'b7', locale: 'fr-FR', situation: 'no-licence'})
    expect(controller.getSnapshot().record).toBeNull()
  })

  test('is resumed where this browser left it', async () => {
    const before = await stage()
    await before.controller.tick('wizard')
    const id = before.controller.getSnapshot().record?.id ?? ''
    remember(openRun(model.runbook), id)
    const {controller, resume} = await stage()
    expect(controller.getSnapshot().record).toBeNull()
    await resume()
    expect(controller.getSnapshot()).toMatchObject({record: {id}, counts: {declared: 1}})
  })
})

describe('the stage', () => {
  test.each([
    {name: 'the global cloud without a client id', signIn: null, is: 'https://entra.microsoft.com/t1#view'},
    {
      name: 'the cloud of the site',
      signIn: {...client, cloud: 'china'},
      is: 'https://portal.azure.cn/t1#view',
    },
  ] as const)('has the portal of $name', async ({signIn, is}) => {
    const {stage: here} = await stage(signIn)
    expect(here.portalUrl('#view', 't1')).toBe(is)
  })

  test('has no practice tenant outside practice', async () => {
    remember('mode', 'unsigned')
    const {controller, stage: here} = await stage()
    await controller.tick('wizard')
    await expect(async () => here.practice()).rejects.toThrow(TypeError)
  })

  test('has one practice tenant for each run, in the situation of the run', async () => {
    remember('situation', 'role-eligible')
    const {controller, stage: here} = await stage()
    await expect(async () => here.practice()).rejects.toThrow(TypeError)
    await controller.tick('wizard')
    const [first, second] = await Promise.all([here.practice(), here.practice()])
    expect(second).toBe(first)
    await controller.start('practice', 'in-order')
    expect(await here.practice()).not.toBe(first)
  })

  test('signs in at the practice tenant, on the desk of the page, and reads from it', async () => {
    const {controller, stage: here} = await stage()
    here.desk.subscribe(() => {
      const account = here.desk.getSnapshot().asking?.accounts[0]?.id
      if (account !== undefined) queueMicrotask(() => here.desk.decide({kind: 'accept', account}))
    })
    await controller.press('account', 'run')
    const {cards, session} = controller.getSnapshot()
    expect(session.tenant?.name).toBe('Contoso')
    expect(cards['account']?.id).toBe('read-verified')
  })
})
