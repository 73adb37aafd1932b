import Copy from 'lucide-static/icons/copy.svg'
import EyeOff from 'lucide-static/icons/eye-off.svg'
import KeyRound from 'lucide-static/icons/key-round.svg'
import {use, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import type {ProblemRecord} from '../../../model/run.ts'
import Button from '../../Button/index.tsx'
import {fill, pluralForm} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import CopyButton from './CopyButton.tsx'
import Filled, {Names} from './Filled.tsx'
import GrantLink, {useGrantUrl} from './GrantLink.tsx'
import LeaveToAsk from './LeaveToAsk.tsx'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

/** What went wrong: what happened to the tenant, the cause, the remedy, and the ids to quote. */
export default function ProblemLine({step}: {readonly step: BoundStep}): ReactNode {
  const {run} = useRuntime()
  const {live, problem: recorded} = cardOf(run, step)
  const waits = live !== null && 'problem' in live
  const problem = waits ? live.problem : recorded
  return problem && <Problem step={step} problem={problem} waits={waits} />
}

function Problem({
  step,
  problem,
  waits,
}: {
  readonly step: BoundStep
  readonly problem: ProblemRecord
  /** The next press of the same button asks the person. */
  readonly waits: boolean
}): ReactNode {
  const {run, controller, stage, say, locale, page} = useRuntime()
  const later = use(loadLaterWords(locale))
  const card = cardOf(run, step)
  const grant = useGrantUrl(problem)
  const ids = [problem.errorCode, problem.requestId].filter(id => id !== null).join(' ')
  const scopes = problem.scopes
  const writes = scopes.some(scope => step.change?.scopes.includes(scope))
  return (
    <Line icon={scopes.length > 0 ? KeyRound : EyeOff} tone={card.id === 'failed' ? 'bad' : 'need'}>
      <p>
        <Filled
          text={
            step.change && problem.code === 'role-missing'
              ? later.change.roleMissing
              : pluralForm(later.problem[problem.code], scopes.length, locale)
          }
          values={{scopes: <Names of={scopes} locale={locale} />}}
        />
      </p>
      <p>
        {later.remedy[problem.code]}
        {problem.code === 'licence-missing' && step.kind === 'portal' && ` ${later.request.portalToo}`}
      </p>
      <p className={styles['buttons']}>
        {problem.code === 'popup-blocked' && waits && <LeaveToAsk step={step.id} />}
        {grant !== null && <GrantLink href={grant} />}
        {scopes.length > 0 && (
          <CopyButton
            icon={Copy}
            text={() => {
              const {mode, tenant} = run.session
              const practice = mode === 'practice'
              const request = fill(writes ? later.change.requestText : later.known.requestText, {
                scopes: scopes.join(', '),
                title: page.title,
                url: window.location.origin + window.location.pathname,
              })
              return [
                practice && later.request.practice,
                request,
                tenant && fill(later.request.tenant, {tenant: tenant.name || '–', id: tenant.id}),
                !practice && stage.clientId && fill(later.request.application, {id: stage.clientId}),
                grant !== null && fill(later.request.link, {link: grant}),
              ]
                .filter(part => typeof part === 'string')
                .join('\n')
            }}
          >
            {later.known.copyRequest}
          </CopyButton>
        )}
        {problem.requestId !== null && !waits && (
          <CopyButton icon={Copy} text={() => ids}>
            {later.known.copyIds}
          </CopyButton>
        )}
        {problem.code === 'sign-in-required' && !waits && (
          <Button dense onClick={() => void controller.signIn()} onPointerEnter={controller.prepare}>
            {say.bar.signIn}
          </Button>
        )}
      </p>
    </Line>
  )
}
