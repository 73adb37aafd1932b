import useBaseUrl from '@docusaurus/useBaseUrl'
import ShieldCheck from 'lucide-static/icons/shield-check.svg'
import {use, type ReactNode} from 'react'
import {adminConsentUrl} from '../../../hooks/admin-consent.ts'
import type {ProblemRecord} from '../../../model/run.ts'
import {ButtonLink} from '../../Button/index.tsx'
import {loadLaterWords} from '../words/index.ts'
import {useRuntime} from './useRuntime.ts'
import styles from './controls.module.css'

/** Address of the page on which an administrator can grant what is missing; null: none is missing, or nobody could grant it. */
export function useGrantUrl({code, scopes}: ProblemRecord): string | null {
  const {run, stage, page} = useRuntime()
  const back = useBaseUrl('/consent')
  const {mode, tenant} = run.session
  const missing =
    code === 'consent-required' || code === 'consent-declined' || code === 'admin-consent-required'
  if (!missing || scopes.length === 0 || mode !== 'graph' || !stage.signIn || !stage.clientId) return null
  return adminConsentUrl({
    site: stage.signIn,
    clientId: stage.clientId,
    tenant: tenant?.id ?? null,
    scopes,
    back: window.location.origin + back,
    state: page.model.slug,
  })
}

/** The way for an administrator to grant what is missing: Microsoft's own page, in a tab of its own. */
export default function GrantLink({href}: {readonly href: string}): ReactNode {
  const {locale} = useRuntime()
  const {ask} = use(loadLaterWords(locale))
  return (
    <span className={styles['ask']}>
      <ButtonLink dense icon={ShieldCheck} href={href} target="_blank" rel="noopener noreferrer">
        {ask.grant}
      </ButtonLink>
      <span className={styles['hint']}>{ask.grantHint}</span>
    </span>
  )
}
