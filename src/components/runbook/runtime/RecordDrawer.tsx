import {use, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import Context from './Context.tsx'
import Dialog from './Dialog.tsx'
import RecordBody from './RecordBody.tsx'
import {useRuntime} from './useRuntime.ts'

/** The run record where there is no aside. */
export default function RecordDrawer({onClose}: {readonly onClose: () => void}): ReactNode {
  const {say, locale} = useRuntime()
  const {known} = use(loadLaterWords(locale))
  return (
    <Dialog title={say.record.title} side onClose={onClose}>
      <RecordBody />
      <Context />
      <Button onClick={onClose}>{known.close}</Button>
    </Dialog>
  )
}
