import Lock from 'lucide-static/icons/lock.svg'
import {use, type ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {BarConflict} from './BarTrouble.tsx'
import RoleClock from './RoleClock.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './bar.module.css'

/** Tenant and account that the run knows, and what stands against them. */
export default function BarTenant(): ReactNode {
  const {run, say, locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const {tenant, account, current, conflict, mode, roles} = run.session
  const name = tenant === null ? null : tenant.name === '' ? tenant.id : tenant.name
  return (
    <div className={styles['tenant']}>
      {conflict !== null && <BarConflict tenant={conflict} />}
      {name !== null && (
        <>
          <span>
            <Icon of={Lock} size={15} /> <span className="sr-only">{say.bar.locked}. </span>
            <strong>{mode === 'practice' ? fill(say.bar.fictitious, {tenant: name}) : name}</strong>
          </span>
          {tenant !== null && tenant.name !== '' && <code className={styles['id']}>{tenant.id}</code>}
        </>
      )}
      {account !== null && (
        <span>{current ? account.name : fill(later.account.last, {name: account.name})}</span>
      )}
      {roles.until !== null && <RoleClock key={roles.until} until={roles.until} />}
    </div>
  )
}
