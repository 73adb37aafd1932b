import Menu from 'lucide-static/icons/menu.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign of the navigation menu on narrow pages. */
export default function IconMenu(): ReactNode {
  return <Icon of={Menu} size={24} />
}
