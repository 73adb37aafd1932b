import ListChecks from 'lucide-static/icons/list-checks.svg'
import type {ReactNode} from 'react'
import type {BeforeQuestion} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {formatDate} from './format.ts'
import {usePage} from './page.ts'
import {PaperBox} from './Paper.tsx'
import Say from './Say.tsx'
import Slot from './Slot.tsx'
import Sources from './Sources.tsx'
import styles from './before.module.css'

/** What the article does not ask: a list of questions, all optional, none of which blocks. */
export default function Before(): ReactNode {
  const {
    page: {model},
    words,
    locale,
  } = usePage()
  if (model.before.length === 0) return null
  const days = new Set(model.before.map(({checked}) => checked))
  const sameDay = days.size === 1 ? [...days][0] : undefined
  return (
    <section className={styles['before']} aria-labelledby="before" data-head="">
      <h2 id="before" className={styles['title']}>
        <Icon of={ListChecks} size={20} /> {words.before}
      </h2>
      <p className={styles['hint']}>
        {words.beforeHint}
        {sameDay !== undefined && <span className={styles['paper']}> ({formatDate(sameDay, locale)})</span>}
      </p>
      <div className={styles['rows']} data-same-day={sameDay !== undefined || undefined}>
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
          <div className={styles['answer']}>
            <Slot name="Answer" props={{question}}>
              <BlankAnswer question={question} />
            </Slot>
          </div>
        )}
        {question.kind === 'perForest' && <PaperForests question={question} />}
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

/** Two forests to write down, with a box each for every right: where the run has no answer. */
function PaperForests({question}: {readonly question: BeforeQuestion}): ReactNode {
  const {words} = usePage()
  return (
    <div className={styles['forests']}>
      <p>
        {words.sheetForests.split('|').map(forest => (
          <span key={forest} className={styles['forest']}>
            {forest} <span className={styles['blank']} />
          </span>
        ))}
      </p>
      <ul className={styles['options']}>
        {question.options.map(option => (
          <li key={option.id} className={styles['option']}>
            {words.sheetForests.split('|').map(forest => (
              <PaperBox key={forest} small />
            ))}
            <Say of={option.label} />
          </li>
        ))}
      </ul>
    </div>
  )
}
