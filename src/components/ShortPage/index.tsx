import type {ReactNode} from 'react'
import styles from './styles.module.css'

/** The body of a page of a few sentences: a heading, what is to be said, and where to go from there. */
export default function ShortPage({children}: {readonly children: ReactNode}): ReactNode {
  return <main className={styles['page']}>{children}</main>
}
