import {use, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import Say from '../shell/Say.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './change.module.css'

/** Whom a change reaches, in which tenant, and whether it can be undone. */
export default function ChangeFacts({
  step,
  change,
}: {
  readonly step: BoundStep
  readonly change: Change
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{words.reach}</dt>
        <dd>
          <Say of={change.reach} />
        </dd>
      </div>
      <div>
        <dt>{words.tenant}</dt>
        <dd>
          <TenantName />
        </dd>
      </div>
      <div>
        <dt>{words.undoable}</dt>
        <dd>
          {change.says.undo !== undefined ? (
            words.canUndo
          ) : (
            <>
              {words.cannotUndo} {step.irreversible !== undefined && <Say of={step.irreversible} />}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** The tenant's name and its whole id. */
function TenantName(): ReactNode {
  const {run, say, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const {tenant, mode} = run.session
  if (tenant === null) return words.tenantUnknown
  return (
    <>
      {tenant.name !== '' && (
        <>
          <strong>
            {mode === 'practice' ? say.bar.fictitious.replace('{tenant}', tenant.name) : tenant.name}
          </strong>
          {', '}
        </>
      )}
      <code lang="en">{tenant.id}</code>
    </>
  )
}
