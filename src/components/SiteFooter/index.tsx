import Translate from '@docusaurus/Translate'
import useBaseUrl from '@docusaurus/useBaseUrl'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type {ReactNode} from 'react'
import styles from './styles.module.css'

/** The last line of each page: licences, whose site this is not, and the way to the approval file where there is one. */
export default function SiteFooter(): ReactNode {
  const {customFields} = useDocusaurusContext().siteConfig
  const approval = useBaseUrl('/approval.html')
  return (
    <footer className={styles['footer']}>
      <p>
        <Translate id="shell.footer">
          Passerelle: code under MIT, articles by Microsoft under CC BY 4.0. Not affiliated with Microsoft.
        </Translate>{' '}
        {/* No route of the site, but a page that the build writes: a plain link loads it. */}
        {customFields?.['approval'] === true && (
          <a href={approval}>
            <Translate id="shell.approval">Approval file</Translate>
          </a>
        )}
      </p>
    </footer>
  )
}
