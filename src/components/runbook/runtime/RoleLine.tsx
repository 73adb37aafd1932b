import UserRoundCog from 'lucide-static/icons/user-round-cog.svg'
import CircleCheck from 'lucide-static/icons/circle-check.svg'
import {useState, type ReactNode} from 'react'
import type {BoundStep} from '../../../model/action.ts'
import Button from '../../Button/index.tsx'
import {fill} from '../words/fill.ts'
import {formatTime} from './format.ts'
import Line from './Line.tsx'
import {cardOf, useRuntime} from './useRuntime.ts'

/** What was seen of the roles: eligible is not active, and not found may still come through a group. */
export default function RoleLine({step}: {readonly step: BoundStep}): ReactNode {
  const {run, stage, say, text, locale, page, announce} = useRuntime()
  const card = cardOf(run, step)
  const {roles, mode} = run.session
  const [activated, setActivated] = useState<{readonly at: number; readonly after: number} | null>(null)
  const seen = card.presses.find(press => press.readsRoles && press.fresh)?.done
  if (!roles.read || !seen) return null
  const names = (keys: readonly string[]) =>
    new Intl.ListFormat(locale, {type: 'disjunction'}).format(keys.map(key => text(key).text))
  if (roles.active.length > 0) return null
  if (roles.eligible.length === 0) {
    return (
      <Line icon={UserRoundCog} tone="need">
        {fill(say.card.roleNotFound, {roles: names(roles.needed)})}
      </Line>
    )
  }
  // What was read before still stands: only the next read shows the role as active.
  const isActivated = activated?.after === seen.seq
  const activate = async (role: string) => {
    await stage.activateRole(role)
    setActivated({at: Date.now(), after: seen.seq})
    announce(say.card.activated)
  }
  const ids =
    page.model.needs.roles?.anyOf.filter(role => roles.eligible.includes(role.name)).map(role => role.id) ??
    []
  return (
    <>
      <Line icon={UserRoundCog} tone="need">
        <p>{fill(say.card.roleEligible, {roles: names(roles.eligible)})}</p>
        {mode === 'practice' && ids[0] !== undefined && (
          <Button dense icon={UserRoundCog} off={isActivated} onClick={() => void activate(ids[0] ?? '')}>
            {say.card.activate}
          </Button>
        )}
      </Line>
      {isActivated && (
        <Line icon={CircleCheck} time={formatTime(activated.at, locale)}>
          {say.card.activated}
        </Line>
      )}
    </>
  )
}
