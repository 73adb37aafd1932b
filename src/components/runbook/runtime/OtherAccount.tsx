import UserRound from 'lucide-static/icons/user-round.svg'
import {use, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'

/** Signs in once more: Microsoft's page has the choice of accounts. */
export default function OtherAccount(): ReactNode {
  const {controller, locale, run} = useRuntime()
  const {ask} = use(loadLaterWords(locale))
  return (
    <Button
      kind="quiet"
      dense
      icon={UserRound}
      off={run.session.signingIn}
      data-focus-key="bar.otherAccount"
      onClick={() => void controller.signIn()}
    >
      {ask.otherAccount}
    </Button>
  )
}
