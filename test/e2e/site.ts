// Serves the built sites for the browser tests; `npm test` has built them just before.
import {existsSync} from 'node:fs'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'
import {serve} from '../../plugins/cli/serve.mjs'
import {hosted} from './hosted.ts'

const plainSite = fileURLToPath(new URL('../../build', import.meta.url))
const tenantSite = fileURLToPath(new URL('../../.cache-passerelle/tenant-site', import.meta.url))

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the served site, without a slash at its end. */
    readonly origin: string
    /** Origin of the same site built with a client id; empty where it was not built. */
    readonly tenantOrigin: string
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  // Other builds than the last ones may be tested: the environment names their folders.
  const plainFolder = hosted(process.env['PASSERELLE_SITE'] ?? plainSite)
  const folder = process.env['PASSERELLE_TENANT_SITE'] ?? tenantSite
  const tenantFolder = existsSync(folder) ? hosted(folder) : null
  const plain = await serve(0, plainFolder.path)
  const tenant = tenantFolder === null ? null : await serve(0, tenantFolder.path)
  project.provide('origin', originOf(plain))
  project.provide('tenantOrigin', tenant === null ? '' : originOf(tenant))
  return async () => {
    await Promise.all([plain, ...(tenant === null ? [] : [tenant])].map(stop))
    plainFolder.remove()
    tenantFolder?.remove()
  }
}

function originOf(server: Server): string {
  return `http://localhost:${String((server.address() as AddressInfo).port)}`
}

function stop(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
}
