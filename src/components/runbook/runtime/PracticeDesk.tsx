import {lazy, Suspense, type ReactNode} from 'react'
import type {DeskView} from '../../../hooks/desk.ts'
import {useRuntime} from './useRuntime.ts'

const Desk = lazy(() => import('../practice/index.tsx'))

/** The dialogs of the practice tenant, loaded when the first of them is needed. */
export default function PracticeDesk(props: {
  readonly view: DeskView
  readonly choosing: boolean
  readonly onChosen: () => void
}): ReactNode {
  const {say} = useRuntime()
  return (
    <Suspense fallback={<p role="status">{say.bar.loadingPractice}</p>}>
      <Desk {...props} />
    </Suspense>
  )
}
