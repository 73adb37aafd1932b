// An OpenID Connect server that nobody here wrote, over TLS on loopback: our sign-in code against another reading of the
// standard than our own.
import type {IncomingMessage, ServerResponse} from 'node:http'
import {createServer} from 'node:https'
import type {AddressInfo} from 'node:net'
import Provider from 'oidc-provider'
import {createCertificate} from './certificate.ts'

/** The client that the server knows. */
export const client = 'passerelle'

const hour = 60 * 60

/** The server: where it is, and the end of it. */
interface OidcServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Starts the server for one single-page application. Scopes are those of Graph that the tests ask for. */
export async function startOidc(redirectUri: string, scopes: readonly string[]): Promise<OidcServer> {
  const server = createServer(createCertificate(['localhost']))
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  const origin = `https://localhost:${String(port)}`
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: client,
        token_endpoint_auth_method: 'none',
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    scopes: ['openid', 'profile', 'offline_access', ...scopes],
    claims: {openid: ['sub'], profile: ['name', 'preferred_username', 'tid']},
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: 'Amira Haddad',
        preferred_username: 'amira@contoso.example',
        tid: 'contoso',
      }),
    }),
    pkce: {required: () => true},
    clientBasedCORS: (_context, origins) => redirectUri.startsWith(origins),
    conformIdTokenClaims: false,
    issueRefreshToken: () => Promise.resolve(true),
    rotateRefreshToken: true,
    cookies: {keys: [crypto.randomUUID()]},
    ttl: {
      AccessToken: hour,
      Grant: hour,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: hour,
      Session: hour,
    },
  })
  const respond = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    // This server has no choice of accounts; where that is asked for, it asks to sign in.
    request.url = request.url?.replace('prompt=select_account', 'prompt=login') ?? '/'
    void respond(request, response)
  })
  return {
    origin,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
