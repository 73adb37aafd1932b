import Shape from 'lucide-static/icons/info.svg'
import type {ReactNode} from 'react'
import Icon from '../../../components/Icon/index.tsx'

/** The sign of a note; the title beside it says the word. */
export default function AdmonitionIconNote(): ReactNode {
  return <Icon of={Shape} size={18} />
}
