import type {ReactNode} from 'react'
import Button from '../../Button/index.tsx'
import {usePage} from './page.ts'
import styles from './layout.module.css'

/** Said where the interactive parts could not be fetched. */
export default function NotLoaded(): ReactNode {
  const {words} = usePage()
  return (
    <p className={styles['notLoaded']} role="alert">
      {words.notLoaded} <Button onClick={() => window.location.reload()}>{words.reload}</Button>
    </p>
  )
}
