import Shape from 'lucide-static/icons/lightbulb.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign of a tip; the title beside it says the word. */
export default function AdmonitionIconTip(): ReactNode {
  return <Icon of={Shape} size={18} />
}
