import {useId, useState, type ReactNode} from 'react'
import type {BeforeQuestion} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import Say from '../shell/Say.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {useAtOnce} from './useAtOnce.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './answer.module.css'

/** The answer to a question of *Before you start*. */
export default function Answer({question}: SlotProps['Answer']): ReactNode {
  return question.kind === 'perForest' ? (
    <PerForest question={question} />
  ) : (
    <Options question={question} prefix="" />
  )
}

function Options({
  question,
  prefix,
}: {
  readonly question: BeforeQuestion
  readonly prefix: string
}): ReactNode {
  const {run, controller} = useRuntime()
  const name = useId()
  const [given, choose] = useAtOnce(run.state.answers[question.id] ?? [])
  const choice = question.kind === 'choice'
  const change = (option: string, chosen: boolean) => {
    const others = choice ? [] : given.filter(candidate => candidate !== option)
    const next = chosen ? [...others, option] : others
    choose(next, () => controller.answer(question.id, next))
  }
  return (
    <div className={styles['options']}>
      {question.options.map(option => {
        const id = prefix + option.id
        return (
          <label key={option.id} className={styles['option']}>
            <input
              type={choice ? 'radio' : 'checkbox'}
              name={name}
              checked={given.includes(id)}
              data-focus-key={`before.${question.id}.${id}`}
              onChange={event => change(id, event.target.checked)}
            />
            <span>
              <Say of={option.label} />
            </span>
          </label>
        )
      })}
    </div>
  )
}

function PerForest({question}: {readonly question: BeforeQuestion}): ReactNode {
  const {run, say} = useRuntime()
  const given = run.state.answers[question.id] ?? []
  const answered = [
    ...new Set(given.filter(option => option.includes('/')).map(option => option.split('/')[0] ?? '')),
  ]
  const [added, setAdded] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const id = useId()
  const known = run.state.context.forest
  const forests = [...new Set([...(known === '' ? [] : [known]), ...answered, ...added])]
  const clean = name.trim().replaceAll('/', '-')
  return (
    <>
      {forests.map(forest => (
        <div key={forest} role="group" aria-label={forest}>
          <p className={styles['forest']}>{forest}</p>
          <Options question={question} prefix={`${forest}/`} />
        </div>
      ))}
      <form
        className={styles['add']}
        onSubmit={event => {
          event.preventDefault()
          if (clean === '') return
          setAdded([...added, clean])
          setName('')
        }}
      >
        <label htmlFor={id}>{say.before.forest}</label>
        <input
          id={id}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={event => setName(event.target.value)}
        />
        <Button dense type="submit">
          {say.before.addForest}
        </Button>
      </form>
    </>
  )
}
