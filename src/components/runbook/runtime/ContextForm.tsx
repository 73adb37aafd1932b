import {use, useId, useState, type ReactNode} from 'react'
import {contextFields, type RunContext} from '../../../engine/index.ts'
import {rememberedName} from '../../../hooks/memory.ts'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {forgetDraft, recallDraft, rememberDraft} from './draft.ts'
import {useOperator} from './useOperator.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** Ticket, change window, server, forest and the operator's name: all optional, each kept as it is left. */
export default function ContextForm(): ReactNode {
  const {run, controller, locale, announce} = useRuntime()
  const {context} = use(loadLaterWords(locale))
  const id = useId()
  const open = run.record?.id ?? null
  const {context: recorded} = run.state
  const [typed, setTyped] = useState<Partial<RunContext>>(() => recallDraft(open) ?? {})
  const [kept, setKept] = useState<string | null>(null)
  const values = {...recorded, ...typed}
  const change = (field: keyof RunContext, value: string) => {
    setTyped({...typed, [field]: value})
    setKept(null)
    rememberDraft(open, {...values, [field]: value})
  }
  const keep = async (field: keyof RunContext) => {
    if (contextFields.every(name => values[name] === recorded[name])) return
    await controller.setContext(values)
    forgetDraft(values)
    // What was typed meanwhile stays.
    setTyped(now => (contextFields.some(name => name in now && now[name] !== values[name]) ? now : {}))
    setKept(field)
    announce(context.kept)
  }
  return (
    <>
      <p className={styles['small']}>{context.hint}</p>
      {contextFields.map(field => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={context[field]}
          value={values[field]}
          longest={500}
          kept={kept === field ? context.kept : null}
          onType={value => change(field, value)}
          onLeave={() => void keep(field)}
        />
      ))}
      <OperatorField />
    </>
  )
}

/** The name that stands in the record; while an account is signed in, that account does. */
function OperatorField(): ReactNode {
  const {run, locale, announce} = useRuntime()
  const {context, operator} = use(loadLaterWords(locale))
  const {name} = useOperator()
  const id = useId()
  const known = run.state.operator ?? rememberedName() ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  const [kept, setKept] = useState(false)
  const {account, current} = run.session
  const keep = async () => {
    const given = (typed ?? known).trim()
    if (given === known) return
    await name(given)
    setTyped(null)
    setKept(true)
    announce(context.kept)
  }
  return (
    <Field
      id={id}
      label={operator.field}
      value={typed ?? known}
      longest={100}
      autoComplete="name"
      hint={current && account !== null ? fill(context.signedBy, {name: account.name}) : undefined}
      kept={kept ? context.kept : null}
      onType={value => {
        setTyped(value)
        setKept(false)
      }}
      onLeave={() => void keep()}
    />
  )
}

function Field({
  id,
  label,
  value,
  longest,
  autoComplete = 'off',
  hint,
  kept,
  onType,
  onLeave,
}: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly autoComplete?: string
  readonly hint?: string | undefined
  /** Said beside the label once the record has it. */
  readonly kept: string | null
  readonly onType: (value: string) => void
  readonly onLeave: () => void
}): ReactNode {
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={longest}
        autoComplete={autoComplete}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={event => onType(event.target.value)}
        onBlur={onLeave}
        onKeyDown={event => {
          if (event.key === 'Enter') onLeave()
        }}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className={styles['small']}>
          {hint}
        </span>
      )}
      {kept !== null && <span className={styles['kept']}>{kept}</span>}
    </p>
  )
}
