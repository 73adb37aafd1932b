// Serves the built site for the browser tests; `npm test` has built it just before.
import type {AddressInfo} from 'node:net'
import type {TestProject} from 'vitest/node'
import {serve} from '../../plugins/cli/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the served site, without a slash at its end. */
    readonly origin: string
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Another build than the last one may be tested: `PASSERELLE_SITE` names its folder.
  const server = await serve(0, process.env['PASSERELLE_SITE'])
  const {port} = server.address() as AddressInfo
  project.provide('origin', `http://localhost:${String(port)}`)
  return () =>
    new Promise(resolve => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}
