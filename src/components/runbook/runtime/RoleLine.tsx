import ExternalLink from 'lucide-static/icons/external-link.svg'
import Hourglass from 'lucide-static/icons/hourglass.svg'
import RefreshCw from 'lucide-static/icons/refresh-cw.svg'
import Timer from 'lucide-static/icons/timer.svg'
import UserRoundCog from 'lucide-static/icons/user-round-cog.svg'
import {use, useState, type ReactNode} from 'react'
import type {PressState} from '../../../engine/index.ts'
import type {BoundStep} from '../../../model/action.ts'
import Button, {ButtonLink} from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {loadLaterWords} from '../words/index.ts'
import {describeUntil} from './describeUntil.ts'
import {formatTime} from './format.ts'
import Line from './Line.tsx'
import {useRoleTime} from './useRoleTime.ts'
import {cardOf, useRuntime} from './useRuntime.ts'
import styles from './result.module.css'

// Not a documented contract, so the menu path stands beside it.
const pimBlade = '#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles'

/** What was seen of the roles: eligible is not active, and not found may still come through a group. */
export default function RoleLine({step}: {readonly step: BoundStep}): ReactNode {
  const {run, text, locale} = useRuntime()
  const {pim} = use(loadLaterWords(locale))
  const {roles} = run.session
  const press = cardOf(run, step).presses.find(each => each.readsRoles && each.fresh)
  if (!roles.read || !press?.done) return null
  const names = (keys: readonly string[]) =>
    new Intl.ListFormat(locale, {type: 'disjunction'}).format(keys.map(key => text(key).text))
  if (roles.active.length > 0)
    return roles.until === null ? null : <ActiveUntil key={roles.until} until={roles.until} />
  if (roles.eligible.length === 0) {
    return (
      <Line icon={UserRoundCog} tone="need">
        {fill(pim.notFound, {roles: names(roles.needed)})}
      </Line>
    )
  }
  return (
    <>
      <Line icon={UserRoundCog} tone="need">
        <p>{fill(pim.eligible, {roles: names(roles.eligible)})}</p>
        <Activation key={run.turn} step={step} press={press} />
      </Line>
    </>
  )
}

function ActiveUntil({until}: {readonly until: string}): ReactNode {
  const {locale} = useRuntime()
  const later = use(loadLaterWords(locale))
  const time = useRoleTime(until)
  return (
    <Line icon={Timer} tone={time === 'long' ? 'plain' : 'need'}>
      {describeUntil(until, {locale, later})}. {time === 'soon' && later.pim.soon}
      {time === 'ended' && later.pim.ended}
    </Line>
  )
}

/** The way to PIM, a press of its own, and the word that it was done there: then the roles are read anew. */
function Activation({step, press}: {readonly step: BoundStep; readonly press: PressState}): ReactNode {
  const {run, stage, controller, locale, announce, page} = useRuntime()
  const later = use(loadLaterWords(locale))
  const [inVain, setInVain] = useState<number | null>(null)
  const {roles, mode, tenant} = run.session
  const waiting = cardOf(run, step).live !== null
  const [role] = page.model.needs.roles?.anyOf.filter(({name}) => roles.eligible.includes(name)) ?? []
  const look = async () => {
    setInVain(null)
    await controller.activated(step.id, press.id)
    const {session, cards} = controller.getSnapshot()
    const stopped = cards[step.id]?.presses.find(({id}) => id === press.id)?.done?.seq === press.done?.seq
    if (!stopped && session.roles.active.length === 0) setInVain(Date.now())
  }
  return (
    <>
      <p className={styles['buttons']}>
        {mode === 'practice' ? (
          <Button
            dense
            icon={UserRoundCog}
            onClick={() =>
              void stage.activateRole(role?.id ?? '').then(() => announce(later.practice.activated))
            }
          >
            {later.practice.activate}
          </Button>
        ) : (
          <ButtonLink
            dense
            icon={ExternalLink}
            href={stage.portalUrl(pimBlade, tenant?.id ?? null)}
            target="_blank"
            rel="noopener noreferrer"
          >
            {later.pim.activate}
          </ButtonLink>
        )}
        <Button
          dense
          icon={RefreshCw}
          off={waiting}
          data-focus-key={`${step.id}.activated`}
          onClick={() => void look()}
        >
          {later.pim.activated}
        </Button>
      </p>
      <p>
        {mode !== 'practice' && <>{later.pim.opens} </>}
        {later.pim.path}
      </p>
      {inVain !== null && (
        <Line icon={Hourglass}>{fill(later.pim.notYet, {time: formatTime(inVain, locale)})}</Line>
      )}
    </>
  )
}
