import {use, type ReactNode} from 'react'
import {inputsOf} from '../../../engine/inputs.ts'
import type {BoundStep} from '../../../model/action.ts'
import type {Change, ChangeCondition, ChangeValues} from '../../../model/change.ts'
import type {ObjectRef} from '../../../model/run.ts'
import Say from '../shell/Say.tsx'
import {loadLaterWords} from '../words/index.ts'
import Affected from './Affected.tsx'
import Filled from './Filled.tsx'
import GivenInput from './GivenInput.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './change.module.css'

/** Of whom a change is, whom it reaches, in which tenant, what has to hold before, and whether it can be undone. */
export default function ChangeFacts({
  step,
  change,
  object,
  values,
  isWarned = false,
}: {
  readonly step: BoundStep
  readonly change: Change
  /** Null: not read yet. */
  readonly object: ObjectRef | null
  /** As they were last read; null: not yet. */
  readonly values: ChangeValues | null
  /** Why it cannot be undone stands beside it already. */
  readonly isWarned?: boolean
}): ReactNode {
  const {page, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  // Whom it is about stands above, as Graph names them.
  const named = inputsOf(step, page.model)
  const inputs = page.model.inputs.filter(({id, kind}) => named.includes(id) && kind !== 'upn')
  return (
    <dl className={styles['facts']}>
      {change.object === 'user' && (
        <div>
          <dt>{words.user}</dt>
          <dd>
            <ObjectName of={object} />
          </dd>
        </div>
      )}
      {inputs.map(input => (
        <div key={input.id}>
          <dt>
            <Say of={input.label} />
          </dt>
          <dd>
            <GivenInput input={input} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{words.reach}</dt>
        <dd>
          <Say of={change.reach} />
        </dd>
      </div>
      {change.affects !== undefined && (
        <div>
          <dt>{words.affected}</dt>
          <dd>
            <Affected by={change.affects} />
          </dd>
        </div>
      )}
      <div>
        <dt>{words.tenant}</dt>
        <dd>
          <TenantName />
        </dd>
      </div>
      {change.requires.length > 0 && (
        <div>
          <dt>{words.needs}</dt>
          <dd>
            <Conditions of={change.requires} values={values} />
          </dd>
        </div>
      )}
      <div>
        <dt>{words.undoable}</dt>
        <dd>
          {change.says.undo !== undefined ? (
            words.canUndo
          ) : (
            <>
              {words.cannotUndo}{' '}
              {step.irreversible !== undefined && !isWarned && <Say of={step.irreversible} />}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** Its own name in Graph, and its whole id. */
function ObjectName({of: object}: {readonly of: ObjectRef | null}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  if (object === null) return words.notRead
  return (
    <>
      {object.name !== null && (
        <>
          <strong>{object.name}</strong>
          {', '}
        </>
      )}
      <code lang="en">{object.id ?? words.notReturned}</code>
    </>
  )
}

/** What is lacking, or not known; that all is met, only where all of it was read. */
function Conditions({
  of: conditions,
  values,
}: {
  readonly of: readonly ChangeCondition[]
  readonly values: ChangeValues | null
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  if (values === null) return words.notRead
  const open = conditions.filter(({id}) => values[id] !== true)
  if (open.length === 0) return words.needsMet
  return (
    <ul className={styles['conditions']}>
      {open.map(({id, says}) => (
        <li key={id}>
          {values[id] === false ? (
            <Say of={says} />
          ) : (
            <Filled text={words.needUnclear} values={{says: <Say of={says} />}} />
          )}
        </li>
      ))}
    </ul>
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
