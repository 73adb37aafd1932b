// What stands in the bar only where something is wrong.
import {use, type ReactNode} from 'react'
import type {ProblemRecord, TenantRef} from '../../../model/run.ts'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeProblem} from './describeKnown.ts'
import LeaveToAsk from './LeaveToAsk.tsx'
import {useRuntime} from './useRuntime.ts'

/** What went wrong outside any step, and what to do. */
export function BarProblem({problem}: {readonly problem: ProblemRecord}): ReactNode {
  const {locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  return (
    <>
      {describeProblem(problem, {later, locale})} {later.remedy[problem.code]}{' '}
      {problem.code === 'popup-blocked' && <LeaveToAsk step={null} />}
    </>
  )
}

/** The other tenant an account came with. */
export function BarConflict({tenant}: {readonly tenant: TenantRef}): ReactNode {
  const {locale} = useRuntime()
  const {announce} = use(loadLaterWords(locale))
  return <strong>{fill(announce['tenant-changed'], {tenant: tenant.name || tenant.id})}</strong>
}
