// Who is signed in, written into the record; the first tenant locks the run.
import type {OpenRun} from './errand.ts'
import {RunProblem} from './problem.ts'
import type {Rim} from './rim.ts'

/** What a look at the session found: nothing new, a new account of the run's tenant, or another tenant. */
export type SessionNote = 'same' | 'new' | 'other-tenant'

/** Records who is signed in, if that is new. Throws `sign-in-required` where nobody is. */
export async function noteSession(run: Pick<OpenRun, 'state' | 'append'>, rim: Rim): Promise<SessionNote> {
  const session = rim.tokens.signedIn()
  if (!session) throw new RunProblem('sign-in-required')
  const {account, tenant, tenantConflict, imported} = run.state()
  const known = tenantConflict ?? tenant
  // An account that only the file names has not signed in here, even if it is the same.
  const isOfFile = imported?.said.account === account
  if (isOfFile || account?.objectId !== session.account.objectId || known?.id !== session.tenant.id) {
    const {objectId, name, username} = session.account
    await run.append([
      {type: 'signed-in', account: {objectId, name, username}, tenant: {id: session.tenant.id, name: ''}},
    ])
    return run.state().tenantConflict ? 'other-tenant' : 'new'
  }
  return tenantConflict ? 'other-tenant' : 'same'
}
