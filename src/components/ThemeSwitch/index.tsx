import {translate} from '@docusaurus/Translate'
import useIsBrowser from '@docusaurus/useIsBrowser'
import clsx from 'clsx'
import Moon from 'lucide-static/icons/moon.svg'
import SunMoon from 'lucide-static/icons/sun-moon.svg'
import Sun from 'lucide-static/icons/sun.svg'
import type {ReactNode} from 'react'
import Icon, {type IconShape} from '../Icon/index.tsx'
import styles from './styles.module.css'

/** A theme that was chosen; `null` follows the system. */
type ThemeChoice = 'light' | 'dark' | null

interface Theme {
  readonly icon: IconShape
  readonly label: string
  readonly className: string | undefined
  readonly next: ThemeChoice
}

/** One button that names the present theme and goes to the next: system, light, dark. */
export default function ThemeSwitch({
  className,
  value,
  onChange,
}: {
  readonly className?: string
  readonly value: ThemeChoice
  readonly onChange: (choice: ThemeChoice) => void
}): ReactNode {
  const isBrowser = useIsBrowser()
  const themes = describeThemes()
  const present = themes[value ?? 'system']
  const change = translate({id: 'shell.theme.change', message: 'change the theme'})
  return (
    <button
      type="button"
      className={clsx('clean-btn', styles['switch'], className)}
      disabled={!isBrowser}
      aria-label={`${present.label}, ${change}`}
      onClick={() => onChange(present.next)}
    >
      {/* All three are served; the theme's attribute shows the right one before React runs. */}
      {Object.values(themes).map(theme => (
        <span key={theme.label} className={theme.className}>
          <Icon of={theme.icon} size={17} />
          <span>{theme.label}</span>
        </span>
      ))}
    </button>
  )
}

function describeThemes(): Record<'system' | 'light' | 'dark', Theme> {
  return {
    system: {
      icon: SunMoon,
      label: translate({id: 'shell.theme.system', message: 'System theme'}),
      className: styles['system'],
      next: 'light',
    },
    light: {
      icon: Sun,
      label: translate({id: 'shell.theme.light', message: 'Light theme'}),
      className: styles['light'],
      next: 'dark',
    },
    dark: {
      icon: Moon,
      label: translate({id: 'shell.theme.dark', message: 'Dark theme'}),
      className: styles['dark'],
      next: null,
    },
  }
}
