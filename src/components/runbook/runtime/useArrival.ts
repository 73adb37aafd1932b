import {useEffect} from 'react'
import {takeAway} from '../../../hooks/away.ts'
import {focusByKey} from './useKeptFocus.ts'
import {useRuntime} from './useRuntime.ts'

/** Comes back from a sign-in for which the page was left: to the button that asked, with the answer. Nothing is pressed. */
export function useArrival(): void {
  const {controller} = useRuntime()
  useEffect(() => {
    const away = takeAway(window.location.pathname)
    if (away === null) return
    const {step, press} = away
    if (step !== null) focusByKey(`${step}.${press ?? 'search'}`)
    void controller.arrive(away).then(() => {
      // The button of the bar is another one once somebody is signed in.
      if (step === null && document.activeElement === document.body)
        requestAnimationFrame(() => ['bar.signIn', 'bar.signOut'].forEach(focusByKey))
    })
  }, [controller])
}
