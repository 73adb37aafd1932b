import type {Configuration} from '@azure/msal-browser'
import {type CloudChoice, cloudOf, isPreset, scopePrefixOf} from '../model/cloud.ts'

/** What a sign-in needs to know: the application, and where it signs in. */
export interface SignInConfig {
  readonly clientId: string
  /** With the tenant, `https://login.microsoftonline.com/organizations`. */
  readonly authority: string
  /** Hosts that MSAL must not ask Microsoft about; empty for Microsoft's own clouds. */
  readonly knownAuthorities: readonly string[]
  /** Absolute URL of the redirect bridge, registered as a redirect URI of type `spa`. */
  readonly redirectUri: string
  readonly scopePrefix: string
}

/** The sign-in configuration of a site for a real tenant. `tenant` is an id, a domain or `organizations`. */
export function signInConfig(site: {
  readonly clientId: string
  readonly tenant: string
  readonly cloud: CloudChoice
  readonly redirectUri: string
}): SignInConfig {
  const cloud = cloudOf(site.cloud)
  return {
    clientId: site.clientId,
    authority: `${cloud.authority}/${encodeURIComponent(site.tenant)}`,
    knownAuthorities: isPreset(cloud) ? [] : [new URL(cloud.authority).host],
    redirectUri: site.redirectUri,
    scopePrefix: scopePrefixOf(cloud),
  }
}

// MSAL's own minute is too short for a slow second factor, and it never notices that its window was closed.
const popupTimeout = 10 * 60_000

/** MSAL's options, in one place. */
export function msalOptions(config: SignInConfig): Configuration {
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: [...config.knownAuthorities],
      redirectUri: config.redirectUri,
      postLogoutRedirectUri: config.redirectUri,
      clientCapabilities: ['CP1'],
    },
    cache: {cacheLocation: 'sessionStorage'},
    // No logger is given, so MSAL logs nothing.
    system: {popupBridgeTimeout: popupTimeout},
  }
}
