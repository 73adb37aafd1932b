import Link from '@docusaurus/Link'
import {useThemeConfig} from '@docusaurus/theme-common'
import type {ReactNode} from 'react'
import Mark from '../../../components/Mark/index.tsx'

/** The mark and the name as live text, leading home. */
export default function NavbarLogo(): ReactNode {
  return (
    <Link to="/" className="navbar__brand">
      <Mark />
      <b className="navbar__title">{useThemeConfig().navbar.title}</b>
    </Link>
  )
}
