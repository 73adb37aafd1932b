import X from 'lucide-static/icons/x.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign that closes the menu or a notice. */
export default function IconClose(): ReactNode {
  return <Icon of={X} size={20} />
}
