// The dialogs of the practice tenant: one chunk with its situations, loaded when the first of them is needed.
import type {ReactNode} from 'react'
import type {DeskView} from '../../../hooks/desk.ts'
import PortalPage from './PortalPage.tsx'
import SignIn from './SignIn.tsx'
import Situations from './Situations.tsx'

/** Whatever the practice tenant asks or shows now. */
export default function PracticeDesk({
  view,
  choosing,
  onChosen,
}: {
  readonly view: DeskView
  readonly choosing: boolean
  readonly onChosen: () => void
}): ReactNode {
  if (view.asking !== null) return <SignIn page={view.asking} />
  if (view.portal !== null) return <PortalPage address={view.portal.address} step={view.portal.step} />
  return choosing ? <Situations onClose={onChosen} /> : null
}
