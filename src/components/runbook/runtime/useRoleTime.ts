import {useEffect, useState} from 'react'

/** Time left from which on it is said that a role ends soon, milliseconds. */
const warning = 15 * 60_000

/** How long a role is still active. */
export type RoleTime = 'long' | 'soon' | 'ended'

/** How long a role that ends then is still active; changes by itself as time goes on. */
export function useRoleTime(until: string): RoleTime {
  const end = Date.parse(until)
  const [time, setTime] = useState(() => timeLeft(end))
  useEffect(() => {
    if (time === 'ended') return
    const next = time === 'soon' ? end : end - warning
    // A timer that is longer than 24 days would end at once.
    const timer = setTimeout(
      () => setTime(timeLeft(end)),
      Math.min(Math.max(0, next - Date.now()), 2 ** 31 - 1),
    )
    return () => clearTimeout(timer)
  }, [end, time])
  return time
}

function timeLeft(end: number): RoleTime {
  const left = end - Date.now()
  return left <= 0 ? 'ended' : left <= warning ? 'soon' : 'long'
}
