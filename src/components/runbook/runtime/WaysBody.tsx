import ExternalLink from 'lucide-static/icons/external-link.svg'
import {use, type ReactNode} from 'react'
import {only, wantedOf} from '../../../engine/change.ts'
import {withInputs} from '../../../engine/inputs.ts'
import {changeWaysOf, waysOf, type Ways} from '../../../engine/ways.ts'
import type {BoundStep, GraphRead, TextKey} from '../../../model/action.ts'
import type {Change} from '../../../model/change.ts'
import {ButtonLink} from '../../Button/index.tsx'
import Command from '../shell/Command.tsx'
import Say from '../shell/Say.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import CopyButton from './CopyButton.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './ways.module.css'

/** Each press of a step as Microsoft Graph PowerShell, as Azure CLI and in Graph Explorer. */
export default function WaysBody({step: compiled}: {readonly step: BoundStep}): ReactNode {
  const {run, locale} = useRuntime()
  // Whom the fictitious tenant knows has no place in a command for a real one.
  const step = run.session.mode === 'practice' ? compiled : withInputs(compiled, run.state.inputs)
  const {ways: words} = use(loadLaterWords(locale))
  const presses = [
    ...step.presses.map(({id, label, reads}) => ({id, label, reads})),
    ...(step.evidence ? [{id: 'search', label: step.evidence.label, reads: [step.evidence.read]}] : []),
  ]
  return (
    <div className={styles['ways']}>
      {step.change ? <p>{words.saysChange}</p> : <p>{words.says}</p>}
      {run.session.mode === 'practice' && <p>{words.practice}</p>}
      {presses.map(({id, label, reads}) => (
        <PressWays key={id} label={presses.length > 1 ? label : null} reads={reads} />
      ))}
      {step.change && <ChangeWays step={step} change={step.change} />}
      <p>{step.change ? words.verifiesChange : words.verifies}</p>
    </div>
  )
}

function PressWays({
  label,
  reads,
}: {
  /** Null: the only press of its card. */
  readonly label: TextKey | null
  readonly reads: readonly GraphRead[]
}): ReactNode {
  const {stage, locale} = useRuntime()
  const {ways: words} = use(loadLaterWords(locale))
  const ways = waysOf(reads, useValues(), stage.cloud)
  const blanks = new Intl.ListFormat(locale).format(ways.blanks.map(name => `$${name}`))
  return (
    <>
      {label !== null && (
        <p className={styles['press']}>
          <Say of={label} />
        </p>
      )}
      {ways.blanks.length > 0 && <p>{fill(words.blanks, {names: blanks})}</p>}
      <Way open tool={words.powershell} copy={words.copyPowershell} text={ways.powershell} />
      <Way tool={words.azBash} copy={words.copyAzBash} text={ways.azBash} note={words.azLimits} />
      {ways.azPowershell !== null && (
        <Way
          tool={words.azPowershell}
          copy={words.copyAzPowershell}
          text={ways.azPowershell}
          note={words.azLimits}
        />
      )}
      <Explorer links={ways.explorer} />
    </>
  )
}

/** The read of a change, then its request with the values that differ; every value where none is known. */
function ChangeWays({step, change}: {readonly step: BoundStep; readonly change: Change}): ReactNode {
  const {run, stage, say, locale} = useRuntime()
  const {ways: words} = use(loadLaterWords(locale))
  const values = useValues()
  const known = cardOf(run, step).change
  const differing = known?.differences ?? []
  const properties = differing.length > 0 ? differing : change.properties
  const wanted = only(
    wantedOf(change.properties),
    properties.map(({id}) => id),
  )
  const ways = changeWaysOf(change, wanted, {cloud: stage.cloud, tenant: values.tenant})
  const link = ways.explorer
  const toFill = [...ways.blanks.filter(name => name !== 'key').map(name => `$${name}`), ...ways.gaps]
  return (
    <>
      <p className={styles['press']}>{words.readLabel}</p>
      <PressWays label={null} reads={[{...change.read, value: change.key, says: {}}]} />
      <p className={styles['press']}>{words.changeLabel}</p>
      {ways.blanks.includes('key') && <p>{fill(words.key, {name: '$key'})}</p>}
      {toFill.length > 0 && <p>{fill(words.blanks, {names: new Intl.ListFormat(locale).format(toFill)})}</p>}
      {ways.secret !== null && <p>{words.secretAsked}</p>}
      <Way open tool={words.powershell} copy={words.copyPowershell} text={ways.powershell} />
      {ways.azBash !== null && (
        <Way tool={words.azBash} copy={words.copyAzBash} text={ways.azBash} note={words.azLimitsChange} />
      )}
      {ways.azPowershell !== null && (
        <Way
          tool={words.azPowershell}
          copy={words.copyAzPowershell}
          text={ways.azPowershell}
          note={words.azLimitsChange}
        />
      )}
      <Explorer links={link === null ? null : [link]} />
      {link !== null && (
        <>
          <p>
            {words.explorerBody} {ways.secret !== null && fill(words.secretBody, {name: ways.secret})}
          </p>
          <Command of={ways.body} />
          <CopyButton text={() => ways.body}>{say.output.copy}</CopyButton>
        </>
      )}
    </>
  )
}

function Way({
  tool,
  copy,
  text,
  note,
  open = false,
}: {
  readonly tool: string
  readonly copy: string
  readonly text: string
  readonly note?: string
  readonly open?: boolean
}): ReactNode {
  return (
    <details open={open}>
      <summary>{tool}</summary>
      {note !== undefined && <p>{note}</p>}
      <Command of={text} />
      <CopyButton text={() => text}>{copy}</CopyButton>
    </details>
  )
}

/** Links that the person presses; in practice the address stands as text, like every real one. */
function Explorer({links}: {readonly links: Ways['explorer']}): ReactNode {
  const {run, locale} = useRuntime()
  const {ways: words} = use(loadLaterWords(locale))
  if (links === null) return <p>{words.explorerGlobal}</p>
  return (
    <ul className={styles['links']}>
      {links.map(({call, href}) => (
        <li key={href}>
          {run.session.mode === 'practice' ? (
            <>
              {words.explorer} <code lang="en">{href}</code>
            </>
          ) : (
            <ButtonLink
              dense
              kind="quiet"
              icon={ExternalLink}
              href={href}
              target="_blank"
              rel="noopener noreferrer"
            >
              {fill(words.explorerCall, {open: words.explorer, call})}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}

// What belongs to the fictitious tenant has no place in a command for a real one; nor has who a record once knew.
function useValues() {
  const {run} = useRuntime()
  const {mode, account, current, tenant} = run.session
  if (mode === 'practice') return {account: null, since: null, tenant: null}
  return {
    account: current ? (account?.objectId ?? null) : null,
    since: run.state.baseline,
    tenant: tenant?.id ?? null,
  }
}
