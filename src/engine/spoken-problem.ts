// What is said aloud where a press could not be done.
import type {ProblemRecord, TenantRef} from '../model/run.ts'
import type {Announcement} from './announcement.ts'

/** The announcement of a problem at a step, or outside any; `conflict` is the other tenant that an account came with. */
export function spokenProblem(
  step: string | null,
  problem: ProblemRecord,
  conflict: TenantRef | null,
): Announcement {
  switch (problem.code) {
    case 'sign-in-cancelled':
    case 'consent-declined':
      return {id: problem.code, assertive: false}
    case 'tenant-changed':
      return conflict
        ? {id: 'tenant-changed', tenant: conflict, assertive: true}
        : {id: 'failed', step, problem, assertive: true}
    default:
      return {id: 'failed', step, problem, assertive: true}
  }
}
