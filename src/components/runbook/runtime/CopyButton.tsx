import {useEffect, useId, useState, type ReactNode} from 'react'
import Copy from 'lucide-static/icons/copy.svg'
import Button from '../../Button/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** Copies a text and says so in its own label. Where the browser refuses, the text stands below it, selected. */
export default function CopyButton({
  text,
  icon = Copy,
  quiet = false,
  children,
}: {
  readonly text: () => string | Promise<string>
  readonly icon?: IconShape
  readonly quiet?: boolean
  readonly children: ReactNode
}): ReactNode {
  const {say, announce} = useRuntime()
  const [copied, setCopied] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    const written = await text()
    const done = await toClipboard(written)
    setCopied(done)
    setRefused(done ? null : written)
    if (done) announce(say.announceAlso.copied)
    else announce(say.output.copyByHand, {assertive: true})
  }
  return (
    <>
      <Button dense kind={quiet ? 'quiet' : 'secondary'} icon={icon} onClick={() => void copy()}>
        {copied ? say.output.copied : children}
      </Button>
      {refused !== null && <ByHand text={refused} />}
    </>
  )
}

/** The copy button of a command. */
export function CopyCommand({text}: {readonly text: string}): ReactNode {
  const {say} = useRuntime()
  return (
    <CopyButton quiet text={() => text}>
      {say.output.copy}
    </CopyButton>
  )
}

/** A text to copy with the keyboard. */
function ByHand({text}: {readonly text: string}): ReactNode {
  const {say} = useRuntime()
  const id = useId()
  return (
    <span className={styles['byHand']}>
      <label htmlFor={id}>{say.output.copyByHand}</label>
      <textarea id={id} ref={select} readOnly rows={4} value={text} />
    </span>
  )
}

// Once: the selection of who goes back to the text is theirs.
function select(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}

/** False where the browser refuses, or has no clipboard for pages like this one. */
async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
