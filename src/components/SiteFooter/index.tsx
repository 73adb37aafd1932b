import Translate from '@docusaurus/Translate'
import type {ReactNode} from 'react'
import styles from './styles.module.css'

/** The last line of each page: licences, and whose site this is not. */
export default function SiteFooter(): ReactNode {
  return (
    <footer className={styles['footer']}>
      <p>
        <Translate id="shell.footer">
          Passerelle: code under MIT, articles under CC BY 4.0. Not affiliated with Microsoft.
        </Translate>
      </p>
    </footer>
  )
}
