import type {ReactNode} from 'react'
import {CallsAside} from '../shell/Calls.tsx'
import {useRuntime} from './useRuntime.ts'

/** What the page can do; folded while a run is open, when its record comes first. */
export default function Calls(): ReactNode {
  const {run} = useRuntime()
  return <CallsAside folded={run.record !== null} />
}
