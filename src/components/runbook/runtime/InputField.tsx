import Check from 'lucide-static/icons/check.svg'
import Lock from 'lucide-static/icons/lock.svg'
import {use, useId, useRef, useState, type ReactNode} from 'react'
import {isInput, requestsOn} from '../../../engine/inputs.ts'
import {own} from '../../../engine/own.ts'
import type {BoundStep, RunInput} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords, type LaterWords} from '../words/index.ts'
import {countries} from './countries.ts'
import {describeInput} from './describeInput.ts'
import Filled from './Filled.tsx'
import Late from './Late.tsx'
import {AnotherRun} from './lazyForms.ts'
import Line from './Line.tsx'
import {offersOf, type Offer} from './offers.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import {useTyped} from './useTyped.ts'
import styles from './change.module.css'

interface OfInput {
  readonly step: BoundStep
  readonly input: RunInput
}

/** One value that a card asks for. Once a request of the run rests on it, it stays, and another run is the way out. */
export default function InputField({step, input}: OfInput): ReactNode {
  const {run, page} = useRuntime()
  const isLocked = requestsOn(input.id, page.model, run.state).length > 0
  return isLocked ? <LockedInput step={step} input={input} /> : <OpenInput step={step} input={input} />
}

function OpenInput({step, input}: OfInput): ReactNode {
  const {run, page, controller, announce, locale} = useRuntime()
  const {input: words} = use(loadLaterWords(locale))
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const given = own(run.state.inputs, input.id)
  const [typed, type] = useTyped(`${page.model.runbook}.input.${input.id}`, given?.value ?? '')
  const [fault, setFault] = useState<Fault | null>(null)
  const offers = useOffers(input)
  if (offers === null) return <ReadFirst input={input} />
  const keep = async () => {
    const value = input.kind === 'upn' ? typed.trim() : typed
    const shown = input.kind === 'option' ? offers.find(offer => offer.value === value)?.name : undefined
    const wrong = faultOf(input, value, offers)
    if (wrong === null && (await controller.setInput(input.id, value, shown))) return
    const said = wrong ?? 'refused'
    setFault(said)
    announce(words[said], {assertive: true})
    field.current?.focus()
  }
  const shared = {
    ref: field,
    id,
    value: typed,
    'data-focus-key': `${step.id}.input.${input.id}`,
    'aria-invalid': fault !== null,
    'aria-describedby': `${id}-hint ${id}-fault`,
    onChange: ({target}: {readonly target: {readonly value: string}}) => {
      type(target.value)
      setFault(null)
    },
  }
  return (
    <form
      className={styles['field']}
      data-print="off"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void keep()
      }}
    >
      <label htmlFor={id}>
        <Say of={input.label} />
      </label>
      <span id={`${id}-hint`} className={styles['hints']}>
        {input.hint !== undefined && (
          <span>
            <Say of={input.hint} />
          </span>
        )}
        {input.kind === 'option' && offers.length === 0 && <span>{words.none}</span>}
        {given !== undefined && <span>{words.again}</span>}
      </span>
      <span className={styles['ask']}>
        {input.kind === 'upn' ? (
          <input {...shared} type="text" inputMode="email" maxLength={113} {...plain} />
        ) : (
          <select {...shared}>
            <option value="">{words.choose}</option>
            {offers.map(({value, name}) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        )}
        <Button type="submit" off={given !== undefined && given.value === typed.trim()}>
          {words.keep}
        </Button>
      </span>
      <span id={`${id}-fault`} className={styles['fault']}>
        {fault !== null && words[fault]}
      </span>
      {given !== undefined && (
        <Line icon={Check}>{fill(words.kept, {shown: describeInput(input.kind, given, locale)})}</Line>
      )}
    </form>
  )
}

// An account's name, not prose, and not the reader's own.
const plain = {autoComplete: 'off', autoCapitalize: 'none', spellCheck: false} as const

type Fault = keyof LaterWords['input'] & ('empty' | 'nothingChosen' | 'upn' | 'refused')

function faultOf({kind}: RunInput, value: string, offers: readonly Offer[]): Fault | null {
  if (kind === 'upn') return value === '' ? 'empty' : isInput(kind, value) ? null : 'upn'
  return offers.some(offer => offer.value === value) && isInput(kind, value) ? null : 'nothingChosen'
}

/** What there is to choose from; null: it has to be read first. Nothing, where it is typed. */
function useOffers(input: RunInput): readonly Offer[] | null {
  const {run, locale} = useRuntime()
  switch (input.kind) {
    case 'upn':
      return []
    case 'country':
      return countries(locale).map(({code, name}) => ({value: code, name: `${name} (${code})`}))
    case 'option':
      return offersOf(input, run.state)
  }
}

/** The list is not there yet: where it comes from, and how to get it. */
function ReadFirst({input}: {readonly input: RunInput}): ReactNode {
  const {step: stepById, text, locale} = useRuntime()
  const {input: words} = use(loadLaterWords(locale))
  const source = stepById(input.from?.step ?? '')
  const press = source?.presses.find(({id}) => id === input.from?.press)
  return (
    <p className={styles['pending']}>
      <strong>
        <Say of={input.label} />
      </strong>{' '}
      {source && press && (
        <a href={`#${source.id}`}>
          {fill(words.readFirst, {number: source.number, label: text(press.label).text})}
        </a>
      )}
    </p>
  )
}

function LockedInput({step, input}: OfInput): ReactNode {
  const {run, controller, say, locale, announce} = useRuntime()
  const {input: words, change} = use(loadLaterWords(locale))
  const [asking, setAsking] = useState(false)
  const given = own(run.state.inputs, input.id)
  if (given === undefined) return null
  const focusKey = `${step.id}.input.${input.id}`
  const startOver = async () => {
    setAsking(false)
    await controller.start(run.session.mode, run.state.started?.situation ?? null)
    focusByKey(focusKey)
    announce(say.announceAlso['run-started'])
  }
  return (
    <Line icon={Lock}>
      <p>
        <Filled
          text={change.value}
          values={{
            label: <Say of={input.label} />,
            value: <strong>{describeInput(input.kind, given, locale)}</strong>,
          }}
        />
      </p>
      <p>{words.locked}</p>
      <p data-print="off">
        <Button dense data-focus-key={focusKey} onClick={() => setAsking(true)}>
          {say.header.startOver}
        </Button>
      </p>
      {asking && (
        <Late>
          <AnotherRun
            to={{kind: 'startOver'}}
            focusKey={focusKey}
            onGo={() => void startOver()}
            onStay={() => setAsking(false)}
          />
        </Late>
      )}
    </Line>
  )
}
