import {useEffect, useState, type ReactNode} from 'react'
import Copy from 'lucide-static/icons/copy.svg'
import Button from '../../Button/index.tsx'
import type {IconShape} from '../../Icon/index.tsx'
import {useRuntime} from './useRuntime.ts'

/** Copies a text and says so in its own label. */
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
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    await navigator.clipboard.writeText(await text())
    setCopied(true)
    announce(say.announceAlso.copied)
  }
  return (
    <Button dense kind={quiet ? 'quiet' : 'secondary'} icon={icon} onClick={() => void copy()}>
      {copied ? say.output.copied : children}
    </Button>
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
