import ListChecks from 'lucide-static/icons/list-checks.svg'
import type {ReactNode} from 'react'
import type {BeforeQuestion} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {usePage} from './page.ts'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import Sources from './Sources.tsx'
import styles from './before.module.css'

/** What the article does not ask: a list of questions, all optional, none of which blocks. */
export default function Before(): ReactNode {
  const {
    page: {model},
    words,
  } = usePage()
  if (model.before.length === 0) return null
  return (
    <section className={styles['before']} aria-labelledby="before">
      <h2 id="before" className={styles['title']}>
        <Icon of={ListChecks} size={20} /> {words.before}
      </h2>
      <p className={styles['hint']}>{words.beforeHint}</p>
      <div className={styles['rows']}>
        {model.before.map(question => (
          <Question key={question.id} question={question} />
        ))}
      </div>
    </section>
  )
}

function Question({question}: {readonly question: BeforeQuestion}): ReactNode {
  const label = `before-${question.id}`
  return (
    <div className={styles['row']} role="group" aria-labelledby={label}>
      <p id={label} className={styles['label']}>
        <Say of={question.label} />
      </p>
      <div>
        {question.options.length > 0 && (
          <Slot name="Answer" props={{question}}>
            <BlankAnswer question={question} />
          </Slot>
        )}
        {question.hint !== undefined && (
          <p className={styles['hint']}>
            <Say of={question.hint} /> <Sources of={question.sources} checked={question.checked} />
          </p>
        )}
        {question.hint === undefined && (
          <p className={styles['hint']}>
            <Sources of={question.sources} checked={question.checked} />
          </p>
        )}
      </div>
    </div>
  )
}

/** The options as empty boxes: on paper, and until they can be chosen. */
function BlankAnswer({question}: {readonly question: BeforeQuestion}): ReactNode {
  return (
    <ul className={styles['options']}>
      {question.options.map(option => (
        <li key={option.id} className={styles['option']}>
          <span aria-hidden="true" className={question.kind === 'choice' ? styles['ring'] : styles['box']} />
          <Say of={option.label} />
        </li>
      ))}
    </ul>
  )
}
