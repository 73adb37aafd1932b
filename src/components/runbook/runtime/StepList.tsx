import {use, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import Rail from '../shell/Rail.tsx'
import {loadLaterWords} from '../words/index.ts'
import Dialog from './Dialog.tsx'
import {useRuntime} from './useRuntime.ts'

/** The list of steps over a narrow page. */
export default function StepList({onClose}: {readonly onClose: () => void}): ReactNode {
  const {locale} = useRuntime()
  const {known} = use(loadLaterWords(locale))
  return (
    <Dialog title={known.allSteps} side onClose={onClose}>
      {/* Any link of the list closes it: the page behind goes to the step. */}
      {/* eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/no-static-element-interactions -- the links inside are the controls */}
      <div onClick={onClose}>
        <Rail />
      </div>
      <Button onClick={onClose}>{known.close}</Button>
    </Dialog>
  )
}
