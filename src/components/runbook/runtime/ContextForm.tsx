import {useId, useState, type ReactNode} from 'react'
import type {RunContext} from '../../../engine/index.ts'
import Button from '../../Button/index.tsx'
import {rememberedName, useDeclare} from './useDeclare.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

const fields = ['ticket', 'changeWindow', 'server', 'forest'] as const satisfies readonly (keyof RunContext)[]

/** Ticket, change window, server, forest and the operator's name: all optional. */
export default function ContextForm(): ReactNode {
  const {run, controller, say, announce} = useRuntime()
  const {name} = useDeclare()
  const [values, setValues] = useState<RunContext>(run.state.context)
  const [operator, setOperator] = useState(run.state.operator ?? rememberedName() ?? '')
  const id = useId()
  const keep = async () => {
    await controller.setContext(values)
    if (operator.trim() !== (run.state.operator ?? '')) await name(operator.trim())
    announce(say.context.kept)
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <p className={styles['small']}>{say.context.hint}</p>
      {fields.map(field => (
        <p key={field}>
          <label htmlFor={`${id}-${field}`}>{say.context[field]}</label>
          <input
            id={`${id}-${field}`}
            value={values[field]}
            maxLength={500}
            onChange={event => setValues({...values, [field]: event.target.value})}
          />
        </p>
      ))}
      <p>
        <label htmlFor={`${id}-name`}>{say.name.field}</label>
        <input
          id={`${id}-name`}
          value={operator}
          maxLength={100}
          autoComplete="name"
          onChange={event => setOperator(event.target.value)}
        />
      </p>
      <Button dense type="submit">
        {say.context.keep}
      </Button>
    </form>
  )
}
