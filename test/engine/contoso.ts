// A small runbook in the shape of the flagship, and events of a run of it.
import type {BoundStep, GraphRead, ReadPress} from '../../src/model/action.ts'
import type {PageModel} from '../../src/model/page.ts'
import type {Attribution, OutputVerdict, RunEvent, RunEventBody} from '../../src/model/run.ts'

export const hybridAdmin = '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2'
export const start = Date.parse('2026-11-22T09:00:00.000Z')
export const amira: Attribution = {by: 'Amira Haddad', enteredBy: 'Amira Haddad', source: 'account'}
export const account = {objectId: 'o-amira', name: 'Amira Haddad', username: 'amira@contoso.example'}
export const contoso = {id: '4c0f1a52-9d3e-4b7a-8f21-6f0c5d1e7a90', name: 'Contoso'}
export const fabrikam = {id: '9b6d2e41-07c5-4f38-b1aa-2e8d4c6f3b17', name: 'Fabrikam'}

function read(id: string, path: string, more: Partial<GraphRead> = {}): GraphRead {
  const says = {
    met: `${id}.met`,
    notMet: `${id}.notMet`,
    unknown: `${id}.unknown`,
    read: `${id}.read`,
    none: `${id}.none`,
  }
  return {
    id,
    path,
    scopes: ['User.Read'],
    value: 'id',
    says,
    source: 'https://learn.microsoft.com/graph',
    ...more,
  }
}

function press(id: string, reads: readonly GraphRead[], more: Partial<ReadPress> = {}): ReadPress {
  return {id, label: `${id}.label`, verified: `${id}.verified`, reads, setsBaseline: false, ...more}
}

function step(number: string, id: string, more: Partial<BoundStep> = {}): BoundStep {
  const [part, ordinal] = number.split('.').map(Number) as [number, number]
  const place = part === 1 ? 'on-premises' : 'cloud'
  return {id, number, part, ordinal, place, kind: 'tick', notes: [], presses: [], ...more}
}

const organization = read('organization', '/v1.0/organization', {
  select: ['id', 'displayName', 'onPremisesSyncEnabled'],
  scopes: ['Organization.Read.All'],
  value: 'value[0].onPremisesSyncEnabled',
  expect: {equals: true, null: 'not-met'},
  found: {value: 'value[0].onPremisesLastSyncDateTime', as: 'age'},
})
const licence = read('licence', '/v1.0/subscribedSkus', {
  scopes: ['LicenseAssignment.Read.All'],
  value: 'value[].plan',
  expect: {contains: ['P1']},
})
const light = read('sync-age', '/v1.0/organization', {
  scopes: ['Organization.Read.All'],
  value: 'value[0].onPremisesLastSyncDateTime',
})
const mine = {
  scopes: ['RoleManagement.Read.Directory'],
  filter: "principalId eq '{account}'",
  value: 'value[].roleDefinitionId',
}

const steps: readonly BoundStep[] = [
  step('1.1', 'wizard'),
  step('1.2', 'finish', {
    verify: {
      shell: 'powershell',
      changes: false,
      why: 'finish.why',
      command: 'Get-Writeback | ConvertTo-Json',
      understood: "type(Enabled) == 'boolean'",
      confirmed: 'Enabled && length(Events) > `0`',
      contradicted: '!Enabled',
      short: [{id: 'no-event', when: 'length(Events) == `0`', text: 'finish.noEvent'}],
      proof: {value: 'Events[].At', expect: {youngerThan: 'PT1H'}, tooOld: 'finish.tooOld'},
      keep: [
        {name: 'enabled', value: 'Enabled', as: 'boolean'},
        {name: 'event', value: 'Events[-1].Id', as: 'eventId'},
        {name: 'eventAt', value: 'Events[-1].At', as: 'dateTime'},
      ],
      says: {confirmed: 'finish.confirmed', contradicted: 'finish.contradicted', notUnderstood: 'finish.not'},
      backTo: 'wizard',
      report: [{id: 'enabled', label: 'finish.enabled'}],
      samples: [],
      checked: '2026-11-22',
      source: 'https://learn.microsoft.com/entra',
    },
  }),
  step('2.1', 'account', {
    kind: 'read',
    presses: [
      press('run', [read('me', '/v1.0/me'), read('tenant', '/v1.0/organization', {value: 'value[0].id'})]),
      press('roles', [
        read('active', '/v1.0/roleManagement/directory/roleAssignments', mine),
        read('groups', '/v1.0/me/transitiveMemberOf/microsoft.graph.directoryRole', {
          value: 'value[].roleTemplateId',
        }),
        read('eligible', '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances', mine),
        read('ends', '/v1.0/roleManagement/directory/roleAssignmentScheduleInstances', {
          ...mine,
          found: {value: 'value[].endDateTime', as: 'dateTime'},
        }),
      ]),
    ],
  }),
  step('2.2', 'prerequisites', {
    kind: 'portal',
    visit: 'visit',
    presses: [press('check', [organization, licence], {setsBaseline: true})],
    portal: {
      blade: '#view/Blade',
      path: ['portal.path'],
      checked: '2026-11-22',
      source: 'https://learn.microsoft.com/entra',
    },
  }),
  step('2.3', 'writeback', {
    kind: 'portal',
    visit: 'visit',
    presses: [press('look', [light])],
    box: {label: 'writeback.box', checked: '2026-11-22'},
  }),
  step('2.4', 'unlock', {
    kind: 'portal',
    visit: 'visit',
    presses: [press('look', [light])],
    box: {label: 'unlock.box', checked: '2026-11-22'},
  }),
  step('2.5', 'save', {
    kind: 'portal',
    visit: 'visit',
    evidence: {
      read: read('audit', '/v1.0/auditLogs/directoryAudits', {
        filter: 'activityDateTime ge {since}',
        orderby: 'activityDateTime desc',
        top: 20,
        scopes: ['AuditLog.Read.All'],
        value: 'length(value)',
      }),
      label: 'save.search',
      events: 'value[].{at: activityDateTime, name: activityDisplayName, by: by}',
      contradicts: ['Disable', 'Disable password writeback for directory'],
      lookBack: 'P30D',
      wait: {total: 'PT2M', every: 'PT10S'},
    },
  }),
]

export const model: PageModel = {
  schemaVersion: 1,
  runbook: 'password-writeback',
  slug: 'password-writeback',
  articleHash: 'sha256-article',
  topic: 'topic',
  summary: 'summary',
  minutes: 25,
  reviewedOn: '2026-11-22',
  needs: {
    roles: {
      text: 'roles.text',
      anyOf: [
        {id: hybridAdmin, name: 'roles.hybrid'},
        {id: '0526716b-113d-4c15-b2c8-68e3c22b9f80', name: 'roles.policy'},
      ],
      checked: '2026-11-22',
      sources: [],
    },
  },
  inputs: [],
  before: [
    {
      id: 'staging',
      kind: 'choice',
      label: 'before.staging',
      options: [{id: 'active', label: 'before.active'}],
      checked: '2026-11-22',
      sources: [],
    },
    {
      id: 'rights',
      kind: 'perForest',
      label: 'before.rights',
      options: [
        {id: 'reset', label: 'before.reset'},
        {id: 'change', label: 'before.change'},
      ],
      checked: '2026-11-22',
      sources: [],
    },
  ],
  procedures: [],
  visits: [
    {
      id: 'visit',
      label: 'visit.label',
      steps: ['prerequisites', 'writeback', 'unlock', 'save'],
      open: 'prerequisites',
      boxes: ['writeback', 'unlock'],
      save: 'save',
    },
  ],
  steps,
  scopes: [{step: 'account', press: 'run', phase: 'look', scope: 'User.Read', calls: ['GET /v1.0/me']}],
  calls: ['GET /v1.0/organization'],
  origin: {title: '', repository: '', revision: '', date: '2026-11-22', licence: 'CC BY 4.0'},
}

/** A step of the model by its id. */
export function stepNamed(id: string): BoundStep {
  const found = steps.find(candidate => candidate.id === id)
  if (!found) throw new TypeError(`No step ${id}`)
  return found
}

/** Bodies as a log: one a second. */
export function log(bodies: readonly RunEventBody[]): readonly RunEvent[] {
  return bodies.map((body, seq) => ({
    ...body,
    v: 1,
    seq,
    at: new Date(start + seq * 1000).toISOString(),
    utcOffset: 60,
  }))
}

export const began: Extract<RunEventBody, {readonly type: 'run-started'}> = {
  type: 'run-started',
  runbook: 'password-writeback',
  articleHash: 'sha256-article',
  build: 'b1',
  mode: 'graph',
  situation: null,
  locale: 'en-US',
}

export const signedIn: RunEventBody = {type: 'signed-in', account, tenant: contoso}

/** The press that reads the account, without a result. */
export const accountRead: Extract<RunEventBody, {readonly type: 'press-done'}> = {
  type: 'press-done',
  step: 'account',
  press: 'run',
  results: [],
  readAt: '2026-11-22T09:00:00.000Z',
  extraScopes: [],
}

export function ticked(step: string): RunEventBody {
  return {type: 'step-ticked', step, attribution: amira}
}

/** What was pasted at the step that has a command; `short`: why it does not confirm. */
export function judged(verdict: OutputVerdict, short?: string): RunEventBody {
  const body = {type: 'output-judged', step: 'finish', verdict, kept: {}, attribution: amira} as const
  return short === undefined ? body : {...body, short}
}

/** What a person says of that output without pasting it. */
export const reported: RunEventBody = {
  type: 'output-reported',
  step: 'finish',
  report: 'enabled',
  attribution: amira,
}
