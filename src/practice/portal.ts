import {hasPlan} from './graph-routes.ts'
import {roles} from './roles.ts'
import {auditEvent, operator} from './seed.ts'
import type {Situation} from './situations.ts'
import type {TenantState} from './state.ts'
import type {Tenant} from './tenant.ts'

/** What the imitation of the portal page shows. */
export interface PortalState {
  readonly passwords: boolean
  readonly unlock: boolean
  /** Why Save is not offered, or null. */
  readonly locked: 'role' | 'licence' | null
  /** Roles that PIM would activate, by template id. */
  readonly eligible: readonly string[]
}

/** The imitation of the one portal page. It changes practice state only; no Graph API does what Save does here. */
export interface PracticePortal {
  read(): Promise<PortalState>
  /** Saves both boxes. Where the situation is audited, the event can be read after `auditDelay`. False: not saved. */
  save(boxes: {readonly passwords: boolean; readonly unlock: boolean}): Promise<boolean>
  /** Activates an eligible role, as PIM does. */
  activate(role: string): Promise<void>
}

/** Milliseconds between a Save and the moment its event can be read. */
export const auditDelay = 8_000

// PIM's own default is 8 hours; organisations shorten it.
const activation = 4 * 60 * 60_000

/** The portal imitation over a tenant's state. */
export function createPortal(tenant: Tenant, situation: Situation): PracticePortal {
  return {
    read: async () => portalState(await tenant.read()),
    save: async ({passwords, unlock}) => {
      const {locked} = portalState(await tenant.read())
      if (locked !== null) return false
      const at = tenant.clock.now()
      const name = `${passwords ? 'Enable' : 'Disable'} password writeback for directory`
      await tenant.change(state => ({
        ...state,
        writeback: {passwords, unlock},
        audit:
          situation.audited && passwords !== state.writeback.passwords
            ? [
                ...state.audit,
                {
                  visibleAt: at + auditDelay,
                  event: auditEvent({at, name, by: operator, newId: tenant.newId}),
                },
              ]
            : state.audit,
      }))
      return true
    },
    activate: async role => {
      await tenant.change(state => {
        const {eligible, roles: active} = state.directory
        const found = eligible.find(({definition}) => definition === role)
        if (found === undefined || active.some(({definition}) => definition === role)) return state
        return {
          ...state,
          directory: {
            ...state.directory,
            roles: [...active, {...found, id: tenant.newId(), until: tenant.clock.now() + activation}],
          },
        }
      })
    },
  }
}

function portalState(state: TenantState): PortalState {
  const mine = state.directory.roles.filter(role => role.person === operator.id)
  const may = mine.some(({definition}) => saving.includes(definition))
  return {
    ...state.writeback,
    locked: !may ? 'role' : hasPlan(state, 'AAD_PREMIUM') ? null : 'licence',
    eligible: state.directory.eligible
      .filter(role => !mine.some(({definition}) => definition === role.definition))
      .map(({definition}) => definition),
  }
}

// Microsoft's own pages disagree on which of the first two is the least role; both save here.
const saving: readonly string[] = [
  roles.hybridIdentityAdministrator.id,
  roles.authenticationPolicyAdministrator.id,
  roles.globalAdministrator.id,
]
