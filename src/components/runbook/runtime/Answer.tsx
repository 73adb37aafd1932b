import X from 'lucide-static/icons/x.svg'
import clsx from 'clsx'
import {useId, useRef, useState, type ReactNode} from 'react'
import {chosenOf, forestsOf} from '../../../engine/index.ts'
import type {BeforeQuestion} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import Say from '../shell/Say.tsx'
import type {SlotProps} from '../shell/Slot.tsx'
import {useAtOnce} from './useAtOnce.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './answer.module.css'
import check from './check.module.css'

/** The answer to a question of *Before you start*. */
export default function Answer({question}: SlotProps['Answer']): ReactNode {
  const {run, controller} = useRuntime()
  return question.kind === 'perForest' ? (
    <PerForest question={question} />
  ) : (
    <Options
      question={question}
      given={chosenOf(run.state, question.id)}
      onChoose={options => controller.answer(question.id, options)}
    />
  )
}

function Options({
  question,
  forest = '',
  given: recorded,
  onChoose,
}: {
  readonly question: BeforeQuestion
  readonly forest?: string
  readonly given: readonly string[]
  readonly onChoose: (options: readonly string[]) => Promise<void>
}): ReactNode {
  const name = useId()
  const [given, choose] = useAtOnce(recorded)
  const choice = question.kind === 'choice'
  const change = (option: string, chosen: boolean) => {
    const others = choice ? [] : given.filter(candidate => candidate !== option)
    const next = chosen ? [...others, option] : others
    choose(next, () => onChoose(next))
  }
  return (
    <div className={styles['options']}>
      {question.options.map(({id, label}) => (
        <label key={id} className={styles['option']}>
          <input
            type={choice ? 'radio' : 'checkbox'}
            className={clsx(check['box'], check['small'])}
            name={name}
            checked={given.includes(id)}
            data-focus-key={`before.${question.id}.${forest}.${id}`}
            onChange={event => change(id, event.target.checked)}
          />
          <span>
            <Say of={label} />
          </span>
        </label>
      ))}
    </div>
  )
}

function PerForest({question}: {readonly question: BeforeQuestion}): ReactNode {
  const {run, controller, say} = useRuntime()
  const given = forestsOf(run.state, question.id)
  const [name, setName] = useState('')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // The forest of the run is asked about unasked.
  const known = run.state.context.forest
  const forests = [...new Set([...(known === '' ? [] : [known]), ...Object.keys(given)])]
  const add = (forest: string) => {
    if (forest !== '' && !Object.hasOwn(given, forest)) void controller.answer(question.id, [], forest)
    setName('')
  }
  return (
    <>
      {forests.map(forest => (
        <div key={forest} role="group" aria-label={forest}>
          <p className={styles['forest']}>
            {forest}
            {Object.hasOwn(given, forest) && forest !== known && (
              <Button
                dense
                kind="quiet"
                icon={X}
                onClick={() => {
                  field.current?.focus()
                  void controller.removeForest(question.id, forest)
                }}
              >
                {fill(say.before.removeForest, {forest})}
              </Button>
            )}
          </p>
          <Options
            question={question}
            forest={forest}
            given={chosenOf(run.state, question.id, forest)}
            onChoose={options => controller.answer(question.id, options, forest)}
          />
        </div>
      ))}
      <form
        className={styles['add']}
        onSubmit={event => {
          event.preventDefault()
          add(name.trim())
        }}
      >
        <label htmlFor={id}>{say.before.forest}</label>
        <input
          ref={field}
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
