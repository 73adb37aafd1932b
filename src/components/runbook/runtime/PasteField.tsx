import clsx from 'clsx'
import {use, useEffect, useId, useRef, useState, type ReactNode} from 'react'
import type {BoundStep, OutputVerifier} from '../../../model/action.ts'
import {sampleAt} from '../../../model/sample.ts'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import Filled, {Names} from './Filled.tsx'
import {usePasted} from './usePasted.ts'
import {useRuntime} from './useRuntime.ts'
import check from './check.module.css'
import styles from './controls.module.css'

interface OfVerifier {
  readonly step: BoundStep
  readonly verify: OutputVerifier
}

/** Where an output is pasted or typed, with samples in practice, and what may be reported instead. */
export default function PasteField({step, verify}: OfVerifier): ReactNode {
  const {run, controller, text, locale} = useRuntime()
  const {paste} = use(loadLaterWords(locale))
  const {value, type, judge, leave} = usePasted(output => void controller.paste(step.id, output))
  const field = useRef<HTMLTextAreaElement>(null)
  // Opened by a press: the paste that follows goes here.
  useEffect(() => field.current?.focus(), [])
  const id = useId()
  const fields = verify.keep.map(({name}) => name)
  return (
    <div className={styles['field']}>
      <label htmlFor={`${id}-output`}>{paste.field}</label>
      <textarea
        ref={field}
        id={`${id}-output`}
        rows={4}
        lang="en"
        spellCheck={false}
        value={value}
        aria-describedby={`${id}-hint`}
        onPaste={event => {
          // Judged as pasted; typing is judged when the field is left.
          event.preventDefault()
          judge(event.clipboardData.getData('text'))
        }}
        onChange={event => type(event.target.value)}
        onBlur={leave}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {fields.length === 0 ? (
          paste.hintNothing
        ) : (
          <Filled text={paste.hint} values={{fields: <Names of={fields} locale={locale} />}} />
        )}
      </p>
      {run.session.mode === 'practice' && verify.samples.length > 0 && (
        <fieldset className={styles['samples']}>
          <legend>{paste.sample}</legend>
          {verify.samples.map(sample => (
            <Button key={sample.id} dense onClick={() => judge(sampleAt(sample.output, Date.now()))}>
              {fill(paste.useSample, {label: text(sample.label).text})}
            </Button>
          ))}
        </fieldset>
      )}
      {verify.report.length > 0 && <Report step={step} verify={verify} />}
    </div>
  )
}

function Report({step, verify}: OfVerifier): ReactNode {
  const {controller, text, locale} = useRuntime()
  const {paste} = use(loadLaterWords(locale))
  const [chosen, setChosen] = useState('')
  const name = useId()
  return (
    <fieldset className={clsx(styles['samples'], styles['report'])}>
      <legend>{paste.report}</legend>
      {verify.report.map(report => (
        <label key={report.id} className={styles['choice']}>
          <input
            type="radio"
            className={check['box']}
            name={name}
            checked={chosen === report.id}
            onChange={() => setChosen(report.id)}
          />
          {text(report.label).text}
        </label>
      ))}
      <Button dense off={chosen === ''} onClick={() => void controller.report(step.id, chosen)}>
        {paste.keepReport}
      </Button>
    </fieldset>
  )
}
