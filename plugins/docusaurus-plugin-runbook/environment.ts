// The part of the configuration that may stand in the environment, where one build serves several hosts or tenants.

/** Variables of the environment and what they stand for in the configuration file. */
const ofSite = {PASSERELLE_URL: 'url'} as const
const ofSignIn = {
  PASSERELLE_CLIENT_ID: 'clientId',
  PASSERELLE_CHANGE_CLIENT_ID: 'changeClientId',
  PASSERELLE_TENANT: 'tenant',
  PASSERELLE_CLOUD: 'cloud',
} as const

/**
 * The variables as the configuration file would have them, each line naming its variable; null where none is set. A
 * sign-in is taken whole: the client id of one place never meets the tenant of another.
 */
export function environmentText(environment: Readonly<Record<string, string | undefined>>): string | null {
  const lines = (names: Readonly<Record<string, string>>, indent: string) =>
    Object.entries(names).flatMap(([name, key]) => {
      const value = environment[name] ?? ''
      return value === '' ? [] : [`${indent}${key}: ${JSON.stringify(value)} # ${name}`]
    })
  const site = lines(ofSite, '')
  const signIn = lines(ofSignIn, '  ')
  const all = [...site, ...(signIn.length > 0 ? ['signIn:', ...signIn] : [])]
  return all.length > 0 ? `${all.join('\n')}\n` : null
}
