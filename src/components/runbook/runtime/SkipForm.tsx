import {use, useId, useRef, useState, type ReactNode} from 'react'
import {isReason} from '../../../engine/blocks.ts'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import {useTyped} from './useTyped.ts'
import styles from './change.module.css'

/** Why a step is not done: without a reason it is not skipped. */
export default function SkipForm({step}: {readonly step: BoundStep}): ReactNode {
  const {controller, locale, page, announce} = useRuntime()
  const {skip: words} = use(loadLaterWords(locale))
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [reason, type] = useTyped(`${page.model.runbook}.${step.id}.skip`, '')
  const [fault, setFault] = useState<'empty' | 'refused' | null>(null)
  const keep = async () => {
    if (isReason(reason) && (await controller.skip(step.id, reason.trim()))) {
      // The form goes away with its button.
      focusByKey(`${step.id}.unskip`)
      return
    }
    const said = isReason(reason) ? 'refused' : 'empty'
    setFault(said)
    announce(words[said], {assertive: true})
    field.current?.focus()
  }
  return (
    <form
      className={styles['field']}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <label htmlFor={id}>{words.field}</label>
      <span id={`${id}-hint`}>{words.hint}</span>
      <span className={styles['ask']}>
        <input
          ref={field}
          id={id}
          value={reason}
          maxLength={500}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-hint ${id}-fault`}
          onChange={event => {
            type(event.target.value)
            setFault(null)
          }}
        />
        <Button dense type="submit">
          {words.keep}
        </Button>
      </span>
      <span id={`${id}-fault`} className={styles['fault']}>
        {fault !== null && words[fault]}
      </span>
    </form>
  )
}
