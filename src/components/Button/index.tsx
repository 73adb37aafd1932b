import Link from '@docusaurus/Link'
import clsx from 'clsx'
import type {ComponentProps, ReactNode} from 'react'
import Icon, {type IconShape} from '../Icon/index.tsx'
import styles from './styles.module.css'

/** How a button stands out: one `primary` per card; `danger` only for what cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface ButtonLook {
  readonly kind?: ButtonKind
  readonly icon?: IconShape
  /** 32 px high, for dense rows. */
  readonly dense?: boolean
}

/** A button whose label is the effect. Off, it stays focusable (`aria-disabled`) and ignores presses. */
export default function Button({
  kind = 'secondary',
  icon,
  dense = false,
  off = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonLook & ComponentProps<'button'> & {readonly off?: boolean}): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={off ? true : undefined}
      onClick={off ? undefined : onClick}
      className={clsx(buttonClass(kind, dense), className)}
    >
      {icon && <Icon of={icon} size={17} />}
      <span>{children}</span>
    </button>
  )
}

/** A real link that looks like a button. */
export function ButtonLink({
  kind = 'secondary',
  icon,
  dense = false,
  className,
  children,
  ...rest
}: ButtonLook & ComponentProps<typeof Link>): ReactNode {
  return (
    <Link {...rest} className={clsx(buttonClass(kind, dense), className)}>
      {icon && <Icon of={icon} size={17} />}
      <span>{children}</span>
    </Link>
  )
}

function buttonClass(kind: ButtonKind, dense: boolean): string {
  return clsx(styles['button'], styles[kind], dense && styles['dense'])
}
