import {cloudOf} from '../model/cloud.ts'
import type {SiteSignIn} from '../model/sign-in.ts'

/**
 * Microsoft's page on which an administrator grants scopes to the application for the whole tenant. `back` is the page of
 * this site that says what was answered, `state` comes back with the answer.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentUrl({
  site,
  clientId,
  tenant,
  scopes,
  back,
  state,
}: {
  readonly site: Pick<SiteSignIn, 'tenant' | 'cloud'>
  readonly clientId: string
  /** The tenant of the run; null: the one of the site. */
  readonly tenant: string | null
  readonly scopes: readonly string[]
  readonly back: string
  readonly state: string
}): string {
  const {authority, graph} = cloudOf(site.cloud)
  const url = new URL(`${authority}/${encodeURIComponent(tenant ?? site.tenant)}/v2.0/adminconsent`)
  url.search = new URLSearchParams({
    client_id: clientId,
    scope: scopes.map(scope => `${graph}/${scope}`).join(' '),
    redirect_uri: back,
    state,
  })
    .toString()
    .replaceAll('+', '%20')
  return url.href
}

type ConsentAnswer = 'granted' | 'refused' | 'unknown'

/** What the query says with which Microsoft's page came back. Anybody can write one: it proves nothing. */
export function consentAnswer(query: string): ConsentAnswer {
  const fields = new URLSearchParams(query)
  if (fields.has('error')) return 'refused'
  return fields.get('admin_consent')?.toLowerCase() === 'true' ? 'granted' : 'unknown'
}
