import Download from 'lucide-static/icons/download.svg'
import FolderOpen from 'lucide-static/icons/folder-open.svg'
import {use, useRef, useState, type ReactNode} from 'react'
import type {PlanFile} from '../../../engine/index.ts'
import {approved, barOfApproval, barOfKeeping, exportPlan, readPlan} from '../../../engine/plan-file.ts'
import type {ChangeProperty, ChangeValues} from '../../../model/change.ts'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeSent} from './describeChange.ts'
import {saveFile} from './file.ts'
import {tellAt} from './format.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './plan.module.css'

const openKey = 'plan.open'

/** The plan as a file: saved for somebody else, opened, approved, and the approval kept in the run. */
export default function PlanFileBox(): ReactNode {
  const {run, page, controller, locale, announce} = useRuntime()
  const {planFile, planBar, planRefused} = use(loadLaterWords(locale))
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState<PlanFile | null>(null)
  const [message, setMessage] = useState('')
  const {runbook} = page.model
  const tell = (text: string) => {
    setMessage(text)
    announce(text)
  }
  const save = async () => {
    const file = await exportPlan(page.model, run)
    if (file === null) return
    saveFile(`passerelle-plan-${runbook}.json`, file.json)
    tell(fill(planFile.saved, {sha256: file.sha256}))
  }
  const read = async (file: File) => {
    const result = await readPlan(await file.text(), page.model)
    setOpened('plan' in result ? result.plan : null)
    if ('refused' in result) tell(planRefused[result.refused])
    else setMessage('')
  }
  const approve = (plan: PlanFile) => {
    const {account} = run.session
    if (account === null || barOfApproval(plan, run.session) !== null) return
    saveFile(`passerelle-plan-${runbook}-approved.json`, approved(plan, account, new Date().toISOString()))
    setOpened(null)
    tell(fill(planFile.signed, {name: plan.account.name}))
    focusByKey(openKey)
  }
  const keep = async (plan: PlanFile) => {
    const bar = await controller.keepApproval(plan)
    // The bar of the page says so.
    if (bar === 'not-kept') return
    if (bar !== null) {
      tell(planBar[bar])
      return
    }
    setOpened(null)
    setMessage('')
    focusByKey(openKey)
  }
  return (
    <div className={styles['file']}>
      <span className={styles['buttons']}>
        {run.plan.checkedAt !== null && run.session.current && run.session.account !== null && (
          <Button dense icon={Download} onClick={() => void save()}>
            {planFile.save}
          </Button>
        )}
        <Button dense icon={FolderOpen} data-focus-key={openKey} onClick={() => input.current?.click()}>
          {planFile.open}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={planFile.open}
          onChange={event => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void read(file)
          }}
        />
      </span>
      {message !== '' && <p className={styles['apart']}>{message}</p>}
      {opened && (
        <OpenedPlan
          plan={opened}
          onApprove={() => approve(opened)}
          onKeep={() => void keep(opened)}
          onClose={() => {
            setOpened(null)
            focusByKey(openKey)
          }}
        />
      )}
      <KeptApproval />
    </div>
  )
}

/** What a plan in a file says, and what may be done with it here. */
function OpenedPlan({
  plan,
  onApprove,
  onKeep,
  onClose,
}: {
  readonly plan: PlanFile
  readonly onApprove: () => void
  readonly onKeep: () => void
  readonly onClose: () => void
}): ReactNode {
  const view = useRuntime()
  const {run, say, locale, step: stepById} = view
  const later = use(loadLaterWords(locale))
  const {planFile, planBar} = later
  const {approval, tenant, account, steps} = plan
  const bar = approval === null ? barOfApproval(plan, run.session) : barOfKeeping(plan, run.session)
  const changes = steps.filter(({step, wanted}) => stepById(step)?.change && Object.keys(wanted).length > 0)
  const at = (time: string) => tellAt(time, locale, say.found)
  return (
    <div className={styles['opened']}>
      <p>
        {fill(planFile.of, {name: account.name, tenant: tenant.name || tenant.id, time: at(plan.checkedAt)})}
      </p>
      {changes.length === 0 ? (
        <p>{planFile.nothing}</p>
      ) : (
        <ul className={styles['counts']}>
          {changes.map(({step, found, wanted}) => {
            const bound = stepById(step)
            const told = {before: found, wanted: inOrder(bound?.change?.properties ?? [], wanted)}
            const values = describeSent(bound?.change, told, {...view, later})
            return <li key={step}>{fill(planFile.step, {number: bound?.number ?? step, values})}</li>
          })}
        </ul>
      )}
      {approval !== null && (
        <p>
          {fill(planFile.approved, {
            name: approval.approver.name,
            time: at(approval.approvedAt),
            read: at(plan.checkedAt),
          })}{' '}
          {planFile.courtesy}
        </p>
      )}
      {bar !== null && <p>{planBar[bar]}</p>}
      <span className={styles['buttons']}>
        {bar === null && (
          <Button dense onClick={approval === null ? onApprove : onKeep}>
            {approval === null ? planFile.approve : planFile.keep}
          </Button>
        )}
        <Button dense kind="quiet" onClick={onClose}>
          {planFile.close}
        </Button>
      </span>
    </div>
  )
}

/** The values of a file, which sorts its keys, in the order of the page. */
function inOrder(properties: readonly ChangeProperty[], values: ChangeValues): ChangeValues {
  const known = properties.map(({id}) => id).filter(id => Object.hasOwn(values, id))
  return Object.fromEntries(known.map(id => [id, values[id] ?? null]))
}

/** The approval that the run holds, and what it is worth. */
function KeptApproval(): ReactNode {
  const {run, say, locale} = useRuntime()
  const {planFile} = use(loadLaterWords(locale))
  const {approval} = run.state
  if (approval === null) return null
  const {checkedAt} = run.plan
  const at = (time: string) => tellAt(time, locale, say.found)
  return (
    <p className={styles['opened']}>
      {fill(planFile.approved, {
        name: approval.approver.name,
        time: at(approval.approvedAt),
        read: at(approval.checkedAt),
      })}{' '}
      {planFile.courtesy}{' '}
      {checkedAt !== null && Date.parse(checkedAt) > Date.parse(approval.checkedAt) && planFile.readSince}
    </p>
  )
}
