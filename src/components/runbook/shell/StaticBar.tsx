import FlaskConical from 'lucide-static/icons/flask-conical.svg'
import type {ReactNode} from 'react'
import Icon from '../../Icon/index.tsx'
import {usePage} from './page.ts'
import styles from './layout.module.css'

/** The tenant bar before the interactive one is there: the mode a first visit begins in. */
export default function StaticBar(): ReactNode {
  const {words} = usePage()
  return (
    <div className={styles['staticBar']}>
      <span className={styles['staticMode']}>
        <Icon of={FlaskConical} /> {words.simulation}
      </span>
      <span>{words.barSimulation}</span>
    </div>
  )
}
