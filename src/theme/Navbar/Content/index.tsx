import {useThemeConfig} from '@docusaurus/theme-common'
import {splitNavbarItems} from '@docusaurus/theme-common/internal'
import NavbarItem, {type Props as NavbarItemProps} from '@theme/NavbarItem'
import NavbarColorModeToggle from '@theme/Navbar/ColorModeToggle'
import NavbarLogo from '@theme/Navbar/Logo'
import NavbarMobileSidebarToggle from '@theme/Navbar/MobileSidebar/Toggle'
import type {ReactNode} from 'react'

/** The bar at the top of each page: name, entries, languages, theme; the menu comes last, as it is seen. */
export default function NavbarContent(): ReactNode {
  // The theme's own type of an entry is that of any configuration.
  const [left, right] = splitNavbarItems(useThemeConfig().navbar.items as NavbarItemProps[])
  return (
    <div className="navbar__inner">
      <div className="navbar__items">
        <NavbarLogo />
        {left.map((entry, index) => (
          <NavbarItem key={index} {...entry} />
        ))}
      </div>
      <div className="navbar__items navbar__items--right">
        {right.map((entry, index) => (
          <NavbarItem key={index} {...entry} />
        ))}
        <NavbarColorModeToggle className="navbar__theme" />
        <NavbarMobileSidebarToggle />
      </div>
    </div>
  )
}
