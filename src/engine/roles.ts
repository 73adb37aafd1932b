// Which needed roles were seen. A role that was not seen may come another way: it is never "missing".
import type {GraphRead, TextKey} from '../model/action.ts'
import type {PageModel} from '../model/page.ts'
import {own} from './own.ts'
import {stepOf, type RunState} from './run.ts'

/** Which of the roles a runbook needs were seen with the account. What was not seen may still be there. */
export interface RolesSeen {
  /** False: roles were not read in this page load. */
  readonly read: boolean
  /** Names of the needed roles that are active, directly or through a group. */
  readonly active: readonly TextKey[]
  /** Names of the needed roles that could be activated and are not active. */
  readonly eligible: readonly TextKey[]
  /** Names of all roles of which one is enough. */
  readonly needed: readonly TextKey[]
  /** When the last of the active ones ends, ISO; null: none is active, or one of them has no end that was read. */
  readonly until: string | null
}

type RoleKind = 'active' | 'eligible'

// Paths of Graph whose value is a list of role template ids of the account, and what they tell of them.
const kinds: readonly (readonly [ending: string, kind: RoleKind])[] = [
  ['/roleManagement/directory/roleAssignments', 'active'],
  ['/roleManagement/directory/roleAssignmentScheduleInstances', 'active'],
  ['/me/transitiveMemberOf/microsoft.graph.directoryRole', 'active'],
  ['/me/memberOf/microsoft.graph.directoryRole', 'active'],
  ['/roleManagement/directory/roleEligibilityScheduleInstances', 'eligible'],
  ['/roleManagement/directory/roleEligibilitySchedules', 'eligible'],
]

/** What a read tells of the account's roles, or null where it is about something else. */
export function roleKindOf(read: GraphRead): RoleKind | null {
  return kinds.find(([ending]) => read.path.endsWith(ending))?.[1] ?? null
}

/** The needed roles that the reads of this page load have seen. */
export function rolesSeen(model: PageModel, state: RunState, fresh: ReadonlySet<number>): RolesSeen {
  const seen: Record<RoleKind, Set<string>> = {active: new Set(), eligible: new Set()}
  const ends = new Map<string, string>()
  let read = false
  for (const step of model.steps)
    for (const press of step.presses) {
      const done = own(stepOf(state, step.id).presses, press.id)
      if (!done || !fresh.has(done.seq)) continue
      for (const result of done.results) {
        const asked = press.reads.find(({id}) => id === result.read)
        const kind = asked ? roleKindOf(asked) : null
        if (!kind || result.outcome === 'unknown') continue
        read = true
        const ids = [result.value ?? []].flat().map(String)
        for (const id of ids) seen[kind].add(id)
        const times = asked?.found?.as === 'dateTime' ? [result.found ?? []].flat() : []
        if (times.length === ids.length) ids.forEach((id, at) => ends.set(id, String(times[at])))
      }
    }
  const needed = model.needs.roles?.anyOf ?? []
  const active = needed.filter(({id}) => seen.active.has(id))
  const eligible = needed.filter(({id}) => seen.eligible.has(id) && !seen.active.has(id))
  const names = (roles: typeof needed) => roles.map(({name}) => name)
  return {
    read,
    active: names(active),
    eligible: names(eligible),
    needed: names(needed),
    until: lastEnd(active.map(({id}) => ends.get(id))),
  }
}

// A needed role without an end is enough for as long as it lasts.
function lastEnd(ends: readonly (string | undefined)[]): string | null {
  const last = Math.max(...ends.map(end => Date.parse(end ?? '')))
  return ends.find(end => Date.parse(end ?? '') === last) ?? null
}
