import type {ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import Context from './Context.tsx'
import Dialog from './Dialog.tsx'
import RecordBody from './RecordBody.tsx'
import {useRuntime} from './useRuntime.ts'

/** The run record where there is no aside. */
export default function RecordDrawer({onClose}: {readonly onClose: () => void}): ReactNode {
  const {say} = useRuntime()
  return (
    <Dialog title={say.record.title} side onClose={onClose}>
      <RecordBody />
      <Context />
      <Button onClick={onClose}>{say.record.close}</Button>
    </Dialog>
  )
}
