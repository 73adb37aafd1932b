import Shape from 'lucide-static/icons/triangle-alert.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign of a warning; the title beside it says the word. */
export default function AdmonitionIconWarning(): ReactNode {
  return <Icon of={Shape} size={18} />
}
