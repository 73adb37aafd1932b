import type {ReactNode} from 'react'
import type {DeskView} from '../../../hooks/desk.ts'
import Late, {late} from './Late.tsx'
import {useRuntime} from './useRuntime.ts'

const Desk = late(async () => (await import('../practice/index.tsx')).default)

/** The dialogs of the practice tenant, loaded when the first of them is needed. */
export default function PracticeDesk(props: {
  readonly view: DeskView
  readonly choosing: boolean
  readonly onChosen: () => void
}): ReactNode {
  const {say} = useRuntime()
  return (
    <Late meanwhile={<p role="status">{say.bar.loadingPractice}</p>}>
      <Desk {...props} />
    </Late>
  )
}
