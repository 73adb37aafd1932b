import TriangleAlert from 'lucide-static/icons/triangle-alert.svg'
import {use, useId, useState, type ReactNode} from 'react'
import type {Proposal} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import Button from '../../Button/index.tsx'
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

/** The question before a change: what, in which tenant, whom it reaches; the first answer is the one that changes nothing. */
export default function ChangeDialog({
  step,
  change,
  proposal,
  changedSince,
  back,
}: {
  readonly step: BoundStep
  readonly change: Change
  readonly proposal: Proposal
  /** An undo would take back what somebody else did since. */
  readonly changedSince: boolean
  /** Key of the control that asked. */
  readonly back: string
}): ReactNode {
  const view = useRuntime()
  const {run, text, controller, locale} = view
  const {change: words} = use(loadLaterWords(locale))
  const described = useId()
  const [isTyped, setTyped] = useState(change.confirm !== 'typed')
  const {undo, found, wanted} = proposal
  const label = text(undo ? (change.says.undo ?? change.says.run) : change.says.run).text
  const tenant = nameOfTenant(run.session.tenant)
  const title = tenant === '' ? fill(words.titleHere, {label}) : fill(words.title, {label, tenant})
  const cancel = () => controller.cancelChange(step.id)
  const columns = [
    {head: words.now, values: found},
    {head: words.after, values: {...found, ...wanted}},
  ]
  return (
    <Dialog role="alertdialog" title={title} describedBy={described} back={() => back} onClose={cancel}>
      <div className={styles['body']}>
        <p id={described}>{words.escape}</p>
        {changedSince && (
          <Line icon={TriangleAlert} tone="need">
            {words.again}
          </Line>
        )}
        <ChangeTable of={change} caption={words.whatWillChange} columns={columns} />
        <ChangeFacts step={step} change={change} />
        {change.confirm === 'typed' && <TypedName onMatch={setTyped} hintId={`${described}-typed`} />}
      </div>
      <p className={dialog['buttons']}>
        <Button data-first="" onClick={cancel}>
          {words.cancel}
        </Button>
        <Button
          kind={change.says.undo === undefined ? 'danger' : 'primary'}
          off={!isTyped}
          aria-describedby={change.confirm === 'typed' ? `${described}-typed` : undefined}
          onClick={() => void controller.confirmChange(step.id)}
        >
          {confirmLabel(view, words, label)}
        </Button>
      </p>
    </Dialog>
  )
}

/** `Confirm: block soft match in Contoso`; in practice it says so. */
export function confirmLabel(
  {run, say}: Pick<RuntimeView, 'run' | 'say'>,
  words: LaterWords['change'],
  label: string,
): string {
  const tenant = nameOfTenant(run.session.tenant)
  const says =
    tenant === ''
      ? fill(words.confirmHere, {label: lowered(label)})
      : fill(words.confirm, {label: lowered(label), tenant})
  return run.session.mode === 'practice' ? fill(say.card.practiceSuffix, {label: says}) : says
}

/** The tenant's name, or its id where it is not known, typed exactly; spaces around it do not count. */
function TypedName({
  onMatch,
  hintId,
}: {
  readonly onMatch: (matches: boolean) => void
  readonly hintId: string
}): ReactNode {
  const {run, locale} = useRuntime()
  const {change: words} = use(loadLaterWords(locale))
  const id = useId()
  const [typed, type] = useState('')
  const {tenant} = run.session
  const expected = nameOfTenant(tenant)
  const matches = expected !== '' && typed.trim() === expected
  const ask = tenant !== null && tenant.name !== '' ? words.typeName : words.typeId
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{fill(ask, {name: expected})}</label>
      <input
        id={id}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hintId}
        onChange={({target}) => {
          type(target.value)
          onMatch(expected !== '' && target.value.trim() === expected)
        }}
      />
      <span id={hintId} aria-live="polite">
        {matches ? words.typed : typed === '' ? words.typeFirst : words.notSame}
      </span>
    </div>
  )
}

function nameOfTenant(tenant: {readonly id: string; readonly name: string} | null): string {
  return tenant === null ? '' : tenant.name || tenant.id
}
