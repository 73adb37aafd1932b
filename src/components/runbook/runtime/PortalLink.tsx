import ExternalLink from 'lucide-static/icons/external-link.svg'
import type {ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Button, {ButtonLink, type ButtonKind} from '../../Button/index.tsx'
import {useKeptFocus} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** The way to the portal: a real link that the admin presses; in practice, the imitation in this page. */
export function OpenPortal({step, kind}: {readonly step: BoundStep; readonly kind: ButtonKind}): ReactNode {
  const {say} = useRuntime()
  const label = kind === 'quiet' ? say.card.openPortalOnly : say.card.openPortal
  return <PortalControl step={step} kind={kind} label={label} />
}

/** Secondary once the portal was opened: boxes that are not saved would be lost. */
export function ReopenPortal({step}: {readonly step: BoundStep}): ReactNode {
  const {say} = useRuntime()
  return (
    <p className={styles['reopen']}>
      <PortalControl step={step} kind={null} label={say.card.reopen} />
      {say.card.reopenWarning}
    </p>
  )
}

function PortalControl({
  step,
  kind,
  label,
}: {
  readonly step: BoundStep
  /** Null: a link in a sentence. */
  readonly kind: ButtonKind | null
  readonly label: string
}): ReactNode {
  const {run, controller, stage, page} = useRuntime()
  const visit = page.model.visits.find(candidate => candidate.id === step.visit)
  const blade = (page.model.steps.find(candidate => candidate.id === visit?.open) ?? step).portal?.blade ?? ''
  const href = stage.portalUrl(blade, run.session.tenant?.id ?? null)
  const note = () => void controller.openPortal(step.id)
  const focusKey = `${step.id}.portal`
  useKeptFocus(focusKey)
  if (run.session.mode === 'practice') {
    const open = () => {
      note()
      stage.desk.openPortal({step: step.id, address: href})
    }
    return kind === null ? (
      <button type="button" className={styles['link']} data-focus-key={focusKey} onClick={open}>
        {label}
      </button>
    ) : (
      <Button kind={kind} icon={ExternalLink} data-focus-key={focusKey} onClick={open}>
        {label}
      </Button>
    )
  }
  if (kind === null) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" data-focus-key={focusKey} onClick={note}>
        {label}
      </a>
    )
  }
  return (
    <ButtonLink
      kind={kind}
      icon={ExternalLink}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      data-focus-key={focusKey}
      onClick={note}
    >
      {label}
    </ButtonLink>
  )
}
