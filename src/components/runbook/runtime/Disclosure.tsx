import {useState, type ReactNode} from 'react'
import Late from './Late.tsx'

/** A native fold whose content is made, and loaded, when it is first opened. */
export default function Disclosure({
  summary,
  className,
  focusKey,
  children,
}: {
  readonly summary: ReactNode
  readonly className: string | undefined
  readonly focusKey?: string
  readonly children: ReactNode
}): ReactNode {
  const [opened, setOpened] = useState(false)
  return (
    <details
      className={className}
      onToggle={event => {
        if (event.currentTarget.open) setOpened(true)
      }}
    >
      <summary data-focus-key={focusKey}>{summary}</summary>
      {opened && <Late>{children}</Late>}
    </details>
  )
}
