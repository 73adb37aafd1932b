import CircleCheck from 'lucide-static/icons/circle-check.svg'
import CircleDashed from 'lucide-static/icons/circle-dashed.svg'
import CircleEqual from 'lucide-static/icons/circle-equal.svg'
import CircleX from 'lucide-static/icons/circle-x.svg'
import Hand from 'lucide-static/icons/hand.svg'
import Lock from 'lucide-static/icons/lock.svg'
import OctagonX from 'lucide-static/icons/octagon-x.svg'
import PencilLine from 'lucide-static/icons/pencil-line.svg'
import Play from 'lucide-static/icons/play.svg'
import Signature from 'lucide-static/icons/signature.svg'
import SkipForward from 'lucide-static/icons/skip-forward.svg'
import CircleQuestionMark from 'lucide-static/icons/circle-question-mark.svg'
import {use, useId, useRef, type ReactNode} from 'react'
import type {PlanCount, PlanKind} from '../../../engine/index.ts'
import {planCounts} from '../../../engine/plan.ts'
import Button from '../../Button/index.tsx'
import Icon, {type IconShape} from '../../Icon/index.tsx'
import {fill, plural, pluralForm} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeProblem} from './describeKnown.ts'
import {describePlanCount} from './describePlan.ts'
import Filled, {Listed, Names} from './Filled.tsx'
import {formatSeconds, tellAt} from './format.ts'
import GrantLink, {useGrantUrl} from './GrantLink.tsx'
import LeaveToAsk from './LeaveToAsk.tsx'
import PlanFileBox from './PlanFileBox.tsx'
import {useReturnedFocus} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './plan.module.css'

/** What *Check my tenant* does, asks and has found: below the buttons of the page's head. */
export default function PlanPanel({focusKey}: {readonly focusKey: string}): ReactNode {
  const {run} = useRuntime()
  const {phase, checkedAt, problem} = run.plan
  return (
    <div className={styles['plan']}>
      {(checkedAt !== null || (problem?.scopes.length ?? 0) > 0) && <Summary checkedAt={checkedAt} />}
      {problem !== null && <Trouble problem={problem} />}
      {phase.id === 'asks' && <Asks phase={phase} focusKey={focusKey} />}
      {phase.id !== 'idle' && phase.id !== 'asks' && <Progress focusKey={focusKey} />}
      <PlanFileBox key={run.turn} />
    </div>
  )
}

const icons: Readonly<Record<PlanKind, IconShape>> = {
  change: Play,
  already: CircleEqual,
  verified: CircleCheck,
  'not-met': CircleX,
  hand: Hand,
  declared: Signature,
  input: PencilLine,
  blocked: Lock,
  failed: OctagonX,
  unsettled: CircleQuestionMark,
  skipped: SkipForward,
  unread: CircleDashed,
}

/** `checkedAt` null: nothing was read, for want of permissions. */
function Summary({checkedAt}: {readonly checkedAt: string | null}): ReactNode {
  const {run, page, say, locale} = useRuntime()
  const {plan} = use(loadLaterWords(locale))
  const title = useId()
  const changes = page.model.steps.some(step => step.change)
  const {mode, tenant} = run.session
  const name = mode === 'practice' && tenant ? fill(say.bar.fictitious, {tenant: tenant.name}) : tenant?.name
  return (
    <section aria-labelledby={title} className={styles['summary']}>
      <h2 id={title} className={styles['title']}>
        {name ? fill(plan.title, {tenant: name}) : plan.titleNobody}
      </h2>
      {checkedAt !== null && (
        <p>
          {plural(plan.read, run.plan.requests, {locale, time: tellAt(checkedAt, locale, say.found)})}{' '}
          {changes && plan.refused}
        </p>
      )}
      <ul className={styles['counts']} aria-label={plan.counts}>
        {planCounts(page.model.steps, run.cards).map(count => (
          <Counted key={`${count.kind} ${count.because ?? ''}`} count={count} />
        ))}
      </ul>
    </section>
  )
}

function Counted({count}: {readonly count: PlanCount}): ReactNode {
  const {say, locale, step: stepById, stage} = useRuntime()
  const later = use(loadLaterWords(locale))
  const text = describePlanCount(count, {say, locale, later})
  const link = (id: string) => (
    <a href={`#${id}`} onClick={() => stage.folds.open(id)}>
      {stepById(id)?.number ?? id}
    </a>
  )
  return (
    <li>
      <Icon of={icons[count.kind]} /> <strong>{text}</strong>{' '}
      <span className={styles['steps']}>
        (
        <Filled
          text={pluralForm(later.plan.steps, count.steps.length, locale)}
          values={{numbers: <Listed of={count.steps} locale={locale} each={link} />}}
        />
        )
      </span>
    </li>
  )
}

/** What the next press asks for, and what no press of this button ever does. */
function Asks({
  phase,
  focusKey,
}: {
  readonly phase: {readonly kind: 'sign-in' | 'consent'; readonly scopes: readonly string[]}
  readonly focusKey: string
}): ReactNode {
  const {page, controller, locale} = useRuntime()
  const {plan} = use(loadLaterWords(locale))
  const self = useRef<HTMLDivElement>(null)
  useReturnedFocus(self, focusKey)
  if (phase.kind === 'sign-in') return <p className={styles['asks']}>{plan.signInAgain}</p>
  const asked = page.model.steps.flatMap(({presses: [first], change}) => [
    ...(first?.reads.flatMap(({scopes}) => scopes) ?? []),
    ...(change?.read.scopes ?? []),
  ])
  const looks = page.model.scopes.filter(use => use.phase === 'look').map(({scope}) => scope)
  const apart = [...new Set(looks)].filter(scope => !asked.includes(scope))
  const named = (text: string, scopes: readonly string[]) => (
    <Filled
      text={fill(pluralForm(text, scopes.length, locale), {n: scopes.length})}
      values={{scopes: <Names of={scopes} locale={locale} />}}
    />
  )
  return (
    <div ref={self} className={styles['asks']}>
      <p>{named(plan.asks, phase.scopes)}</p>
      {apart.length > 0 && <p className={styles['apart']}>{named(plan.apart, apart)}</p>}
      <Button dense kind="quiet" onClick={controller.stopChecking}>
        {plan.leaveIt}
      </Button>
    </div>
  )
}

function Trouble({problem}: {readonly problem: Parameters<typeof useGrantUrl>[0]}): ReactNode {
  const {run, controller, locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const grant = useGrantUrl(problem)
  const asks = run.plan.phase.id === 'asks'
  return (
    <div className={styles['asks']}>
      <p>
        {describeProblem(problem, {later, locale})} {later.remedy[problem.code]}
      </p>
      {problem.code === 'popup-blocked' && asks && (
        <LeaveToAsk step={null} ask={() => void controller.leaveToCheck()} />
      )}
      {grant !== null && <GrantLink href={grant} />}
    </div>
  )
}

/** What goes on now, or will with another press, and the way to stop it. */
function Progress({focusKey}: {readonly focusKey: string}): ReactNode {
  const {run, locale, say, controller} = useRuntime()
  const {plan, ask} = use(loadLaterWords(locale))
  const self = useRef<HTMLParagraphElement>(null)
  useReturnedFocus(self, focusKey)
  const {phase} = run.plan
  const isWindow = phase.id === 'signing-in' || phase.id === 'consenting'
  const isReal = run.session.mode === 'graph'
  return (
    <p ref={self} className={styles['progress']}>
      {phase.id === 'preparing' && say.card.loading}
      {phase.id === 'press-again' && say.card.ready}
      {phase.id === 'reading' && plan.reading}
      {phase.id === 'throttled' && fill(plan.throttled, {time: formatSeconds(phase.until, locale)})}
      {isWindow && isReal && (
        <>
          {ask.window}
          <Button dense onClick={() => void controller.checkTenant()}>
            {ask.closed}
          </Button>
        </>
      )}
      {(isWindow || phase.id === 'reading' || phase.id === 'throttled') && (
        <Button dense kind="quiet" onClick={controller.stopChecking}>
          {plan.stop}
        </Button>
      )}
    </p>
  )
}
