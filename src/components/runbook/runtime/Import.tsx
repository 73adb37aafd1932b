import FolderOpen from 'lucide-static/icons/folder-open.svg'
import {useRef, useState, type ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './record.module.css'

/** Opens an exported record; says why where it cannot. */
export default function Import(): ReactNode {
  const {controller, say, locale, announce} = useRuntime()
  const input = useRef<HTMLInputElement>(null)
  const [message, setMessage] = useState('')
  const read = async (file: File) => {
    const result = await controller.importFile(file)
    // Not kept: the bar says so.
    if (result === null) {
      setMessage('')
      return
    }
    const text = 'id' in result ? say.record.imported : (await loadLaterWords(locale)).refused[result.refused]
    setMessage(text)
    announce(text, {assertive: 'refused' in result})
  }
  return (
    <>
      <Button dense icon={FolderOpen} onClick={() => input.current?.click()}>
        {say.record.import}
      </Button>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={say.record.import}
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void read(file)
        }}
      />
      {message !== '' && <span className={styles['small']}>{message}</span>}
    </>
  )
}
