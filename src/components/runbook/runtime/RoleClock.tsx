import Timer from 'lucide-static/icons/timer.svg'
import {use, useEffect, useEffectEvent, type ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {describeUntil} from './describeUntil.ts'
import {useRoleTime} from './useRoleTime.ts'
import {useRuntime} from './useRuntime.ts'

/** Until when the role is active, in the bar; that it ends soon is said once. */
export default function RoleClock({until}: {readonly until: string}): ReactNode {
  const {locale, announce} = useRuntime()
  const later = use(loadLaterWords(locale))
  const time = useRoleTime(until)
  const says = describeUntil(until, {locale, later})
  const warn = useEffectEvent(() => announce(`${says}. ${later.pim.soon}`))
  useEffect(() => {
    if (time === 'soon') warn()
  }, [time])
  return (
    <span>
      <Icon of={Timer} size={15} /> {says}
      {time !== 'long' && `. ${time === 'soon' ? later.pim.soon : later.pim.ended}`}
    </span>
  )
}
