import Shape from 'lucide-static/icons/octagon-x.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign of a danger; the title beside it says the word. */
export default function AdmonitionIconDanger(): ReactNode {
  return <Icon of={Shape} size={18} />
}
