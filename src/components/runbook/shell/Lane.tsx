import AppWindow from 'lucide-static/icons/app-window.svg'
import Cloud from 'lucide-static/icons/cloud.svg'
import Diff from 'lucide-static/icons/diff.svg'
import KeyRound from 'lucide-static/icons/key-round.svg'
import Signature from 'lucide-static/icons/signature.svg'
import type {ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Icon from '../../Icon/index.tsx'
import {plural} from '../words/fill.ts'
import {usePage} from './page.ts'
import styles from './step.module.css'

/** Where a cloud step happens, what it does there, and what it needs. */
export default function Lane({of: step}: {readonly of: BoundStep}): ReactNode {
  const {words, page} = usePage()
  const scopes = [...new Set(page.model.scopes.filter(use => use.step === step.id).map(use => use.scope))]
  const before = new Set(
    page.model.scopes.filter(use => comesBefore(page.model.steps, use.step, step.id)).map(use => use.scope),
  )
  const write = new Set(page.model.scopes.filter(use => use.phase === 'change').map(use => use.scope))
  const more = scopes.filter(scope => !before.has(scope))
  return (
    <ul className={styles['lane']}>
      <li>
        <Icon of={step.kind === 'change' ? Diff : Cloud} />{' '}
        {step.kind === 'change' ? words.change : words.reads}
      </li>
      {step.kind === 'portal' && (
        <li>
          <Icon of={AppWindow} /> {words.portal}
        </li>
      )}
      {step.box && (
        <li>
          <Icon of={Signature} /> {words.declare}
        </li>
      )}
      <Permissions of={more.filter(scope => !write.has(scope))} words={words.permissionMore} />
      <Permissions of={more.filter(scope => write.has(scope))} words={words.permissionChange} />
    </ul>
  )
}

function Permissions({
  of: scopes,
  words,
}: {
  readonly of: readonly string[]
  readonly words: string
}): ReactNode {
  const {locale} = usePage()
  if (scopes.length === 0) return null
  return (
    <li>
      <Icon of={KeyRound} />{' '}
      <span>
        {plural(words, scopes.length, {locale})}{' '}
        {scopes.map((scope, index) => (
          <span key={scope} lang="en">
            {index > 0 && ', '}
            <code>{scope}</code>
          </span>
        ))}
      </span>
    </li>
  )
}

function comesBefore(steps: readonly BoundStep[], one: string, other: string): boolean {
  return steps.findIndex(step => step.id === one) < steps.findIndex(step => step.id === other)
}
