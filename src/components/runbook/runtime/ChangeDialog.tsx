import TriangleAlert from 'lucide-static/icons/triangle-alert.svg'
import {use, useId, useState, type ReactNode} from 'react'
import {isConfirmed, nameToType} from '../../../engine/confirmation.ts'
import type {Proposal} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import Button from '../../Button/index.tsx'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords, type LaterWords} from '../words/index.ts'
import ChangeFacts from './ChangeFacts.tsx'
import ChangeTable from './ChangeTable.tsx'
import {lowered} from './describeChange.ts'
import Dialog from './Dialog.tsx'
import Line from './Line.tsx'
import {useRuntime, type RuntimeView} from './useRuntime.ts'
import styles from './change.module.css'
import dialog from './dialog.module.css'

/** The question before a change: what, of whom, in which tenant, whom it reaches; the first answer is the one that changes nothing. */
export default function ChangeDialog({
  step,
  change,
  proposal,
  changedSince,
  repeats,
  back,
}: {
  readonly step: BoundStep
  readonly change: Change
  readonly proposal: Proposal
  /** An undo would take back what somebody else did since. */
  readonly changedSince: boolean
  /** An earlier request may have taken effect, or may yet. */
  readonly repeats: boolean
  /** Key of the control that asked. */
  readonly back: string
}): ReactNode {
  const view = useRuntime()
  const {run, text, controller, locale} = view
  const {change: words, secret} = use(loadLaterWords(locale))
  const described = useId()
  const [typed, type] = useState('')
  const {undo, found, wanted, object} = proposal
  const label = text(undo ? (change.says.undo ?? change.says.run) : change.says.run).text
  const cancel = () => controller.cancelChange(step.id)
  const columns = [
    {head: words.now, values: found},
    {head: words.after, values: {...found, ...wanted}},
  ]
  const isReady = isConfirmed(change, proposal, typed, run.state)
  const isForGood = change.says.undo === undefined
  return (
    <Dialog
      role="alertdialog"
      title={titleOf(view, {words, label, change, proposal})}
      describedBy={described}
      back={() => back}
      onClose={cancel}
    >
      <div className={styles['body']}>
        <p id={described}>{words.escape}</p>
        {isForGood && (
          <Line icon={TriangleAlert} tone="bad">
            <strong>{words.irreversible}</strong>{' '}
            {step.irreversible !== undefined && <Say of={step.irreversible} />}
          </Line>
        )}
        {changedSince && (
          <Line icon={TriangleAlert} tone="need">
            {words.again}
          </Line>
        )}
        {repeats && (
          <Line icon={TriangleAlert} tone="need">
            {words.repeats}
          </Line>
        )}
        <ChangeTable of={change} caption={words.whatWillChange} columns={columns} />
        <ChangeFacts step={step} change={change} object={object} values={found} isWarned={isForGood} />
        {change.secret !== undefined && !undo && <p>{secret.before}</p>}
        {change.confirm === 'typed' && (
          <TypedName
            change={change}
            expected={nameToType(change, proposal, run.state)}
            typed={typed}
            isReady={isReady}
            hintId={`${described}-typed`}
            onType={type}
          />
        )}
      </div>
      <p className={dialog['buttons']}>
        <Button data-first="" onClick={cancel}>
          {words.cancel}
        </Button>
        <Button
          kind={isForGood ? 'danger' : 'primary'}
          off={!isReady}
          aria-describedby={change.confirm === 'typed' ? `${described}-typed` : undefined}
          onClick={() => void controller.confirmChange(step.id, typed)}
        >
          {confirmLabel(view, words, {label, change, proposal})}
        </Button>
      </p>
    </Dialog>
  )
}

interface Asked {
  readonly label: string
  readonly change: Change
  readonly proposal: Proposal
}

/** `Confirm: block soft match in Contoso`, or of whom; in practice it says so. */
export function confirmLabel(
  {run, say}: Pick<RuntimeView, 'run' | 'say'>,
  words: LaterWords['change'],
  {label, change, proposal}: Asked,
): string {
  const {key, name} = placeOf(run, change, proposal)
  const says = fill(words[confirms[key]], {label: lowered(label), tenant: name, name})
  return run.session.mode === 'practice' ? fill(say.card.practiceSuffix, {label: says}) : says
}

const confirms = {tenant: 'confirm', user: 'confirmFor', nowhere: 'confirmHere'} as const
const titles = {tenant: 'title', user: 'titleFor', nowhere: 'titleHere'} as const

function titleOf(
  {run}: Pick<RuntimeView, 'run'>,
  {words, label, change, proposal}: Asked & {readonly words: LaterWords['change']},
): string {
  const {key, name} = placeOf(run, change, proposal)
  return fill(words[titles[key]], {label, tenant: name, name})
}

/** What is changed, by name: the user, or the tenant where it is the object. */
function placeOf(
  run: RuntimeView['run'],
  {object}: Pick<Change, 'object'>,
  proposal: Proposal,
): {readonly key: keyof typeof titles; readonly name: string} {
  if (object === 'user') return {key: 'user', name: proposal.object.name ?? proposal.object.id}
  const {tenant} = run.session
  const name = tenant === null ? '' : tenant.name || tenant.id
  return {key: name === '' ? 'nowhere' : 'tenant', name}
}

/**
 * The name of what is changed, to type. Pasting is as good as typing: what is asked for is a look at whom it is about,
 * not memory or a steady hand, and a bar on pasting would shut out those who cannot type (WCAG 3.3.8 for sign-ins, held
 * here too).
 */
function TypedName({
  change,
  expected,
  typed,
  isReady,
  hintId,
  onType,
}: {
  readonly change: Change
  /** Null: Graph gave no name. */
  readonly expected: string | null
  readonly typed: string
  readonly isReady: boolean
  readonly hintId: string
  readonly onType: (typed: string) => void
}): ReactNode {
  const {locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const id = useId()
  if (expected === null) {
    return (
      <p id={hintId} className={styles['fault']}>
        {words.noName}
      </p>
    )
  }
  const ask = change.object === 'user' ? words.typeUser : words.typeName
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{fill(ask, {name: expected})}</label>
      <input
        id={id}
        value={typed}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={hintId}
        onChange={({target}) => onType(target.value)}
      />
      <span id={hintId} aria-live="polite">
        {isReady ? words.typed : typed === '' ? words.typeFirst : words.notSame}
      </span>
    </div>
  )
}
