// A runbook with one change, and a tenant that keeps what it is told.
import type {BoundStep} from '../../src/model/action.ts'
import type {Change, ChangeValue} from '../../src/model/change.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {GraphAnswer, GraphWrite} from '../../src/engine/ports.ts'
import {contoso, model} from './contoso.ts'
import {ready, type Scene} from './scene.ts'
import {somebody} from './ports.ts'

const source = 'https://learn.microsoft.com/graph'

/** Two switches of the synchronisation, both wanted on. */
export const block: Change = {
  read: {
    id: 'features',
    path: '/v1.0/directory/onPremisesSynchronization',
    scopes: ['OnPremDirectorySynchronization.Read.All'],
    source,
  },
  key: 'value[0].id',
  properties: (['softMatch', 'hardMatch'] as const).map(id => ({
    id,
    label: `${id}.label`,
    value: `value[0].features.${id}`,
    wanted: true,
    at: `features.${id}`,
    words: {true: `${id}.blocked`, false: `${id}.allowed`},
  })),
  requires: [],
  carries: [],
  method: 'PATCH',
  path: '/v1.0/directory/onPremisesSynchronization/{key}',
  scopes: ['OnPremDirectorySynchronization.ReadWrite.All'],
  source,
  object: 'tenant',
  confirm: 'dialog',
  reach: 'block.reach',
  wait: {total: 'PT1M', every: 'PT5S'},
  says: {
    run: 'block.run',
    done: 'block.done',
    already: 'block.already',
    undo: 'block.undo',
    undone: 'block.undone',
  },
}

const step: BoundStep = {
  id: 'block',
  number: '2.6',
  part: 2,
  ordinal: 6,
  place: 'cloud',
  kind: 'change',
  notes: [],
  presses: [],
  change: block,
}

/** The page of the model with this step behind its others. */
export const changePage: PageModel = {...model, steps: [...model.steps, step]}

type Features = Record<string, ChangeValue>

/** What a tenant holds, and every body that was sent to it. */
export interface ChangingTenant {
  features: Features
  readonly writes: GraphWrite[]
  /** What becomes of the next write: it is done, and this is answered. A thrown value is thrown after it. */
  answer: (write: () => void) => Partial<GraphAnswer>
}

/** A scene whose tenant takes writes; somebody is signed in. */
export async function changing(
  setting: Parameters<typeof ready>[0] = {},
): Promise<Scene & {readonly tenant: ChangingTenant}> {
  const made = await ready({page: changePage, ...setting})
  const tenant: ChangingTenant = {
    features: {softMatch: false, hardMatch: false, other: 'kept'},
    writes: [],
    answer: write => {
      write()
      return {status: 204}
    },
  }
  made.rim.session = somebody
  made.rim.answer = () => ({body: {value: [{id: contoso.id, features: {...tenant.features}}]}})
  made.rim.write = call => {
    tenant.writes.push(call)
    const {features} = call.body as {features: Features}
    return tenant.answer(() => void (tenant.features = {...tenant.features, ...features}))
  }
  return {...made, tenant}
}
