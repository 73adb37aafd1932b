// MSAL as a bundle of the tests takes it: told that the server speaks plain OpenID Connect, which no build of ours is.
import {createStandardPublicClientApplication as create, type Configuration} from '@azure/msal-browser'

export * from '@azure/msal-browser'

/** The application that product code asks for, with that one setting changed. */
export function createStandardPublicClientApplication(
  configuration: Configuration,
): ReturnType<typeof create> {
  const {auth, system} = configuration
  return create({
    ...configuration,
    auth: {...auth, OIDCOptions: {defaultScopes: ['openid', 'profile']}},
    system: {...system, protocolMode: 'OIDC'},
  })
}
