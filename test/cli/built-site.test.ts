import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {get, type IncomingHttpHeaders} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {completeSite} from '../../plugins/cli/built-site.ts'
import {serve} from '../../plugins/cli/serve.mjs'
import {root} from './passerelle.ts'

const script = 'document.documentElement.dataset.theme = "dark"'
const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`
const html = (body = '') =>
  `<!doctype html><html lang=en><head><meta charset=UTF-8></head><body><script>${script}</script>${body}</body></html>`
const bridge = readFileSync(join(root, 'static/auth/redirect.html'), 'utf8')
const inChina = {
  PASSERELLE_CLIENT_ID: '00000000-0000-4000-8000-000000000001',
  PASSERELLE_TENANT: 'organizations',
  PASSERELLE_CLOUD: 'china',
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-built-'))
  write('index.html', html('<p>é 𝒳'))
  write('404.html', html())
  write('fr-FR/404.html', html('\r\n<p style="display: none;">'))
  write('auth/redirect.html', bridge)
  write('assets/js/main.0123.js', '')
  write('fr-FR/assets/js/main.0123.js', '')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

describe('a completed site', () => {
  test('has the policy first in the head of each page, and every other byte as it was', () => {
    completeSite(root, folder, {})
    for (const [path, before] of [
      ['index.html', html('<p>é 𝒳')],
      ['404.html', html()],
      ['fr-FR/404.html', html('\r\n<p style="display: none;">')],
    ] as const) {
      const meta = /<head>(<meta http-equiv="Content-Security-Policy" content="[^"]+">)/.exec(read(path))?.[1]
      expect(meta).toContain(`script-src 'self' ${hash};`)
      expect(meta).not.toContain('frame-ancestors')
      expect(read(path).replace(meta ?? '', '')).toBe(before)
    }
  })

  test('leaves a page with a policy of its own as it is', () => {
    completeSite(root, folder, {})
    expect(read('auth/redirect.html')).toBe(bridge)
  })

  test('names the hosts of the configured cloud in pages and headers, and no other', () => {
    completeSite(root, folder, inChina)
    for (const path of ['index.html', '_headers', 'staticwebapp.config.json', 'nginx-headers.conf'])
      expect(read(path).match(/https:[^\s;"]+/g)).toEqual([
        'https://login.partner.microsoftonline.cn',
        'https://microsoftgraph.chinacloudapi.cn',
      ])
  })
})

describe('is refused', () => {
  test('with a second inline script, naming a page of each', () => {
    write('guides/x.html', html('<script>alert(1)</script>'))
    const other = `'sha256-${createHash('sha256').update('alert(1)').digest('base64')}'`
    expect(() => completeSite(root, folder, {})).toThrow(`\n  404.html: ${hash}\n  guides/x.html: ${other}\n`)
    expect(read('index.html'), 'nothing was written').toBe(html('<p>é 𝒳'))
  })

  test('with a page that has no place for the policy', () => {
    write('bare.html', '<p>')
    expect(() => completeSite(root, folder, {})).toThrow('bare.html: Missing `<head>`')
  })
})

describe('served', () => {
  const security = [
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-resource-policy',
  ]

  test.each([
    ['a page', '/', 200, 'no-cache'],
    ['a page that is not there', '/nothing', 404, 'no-cache'],
    ['one of another language', '/fr-FR/nothing', 404, 'no-cache'],
    ['the sign-in bridge', '/auth/redirect', 200, 'no-cache'],
    ['a hashed file', '/assets/js/main.0123.js', 200, 'public, max-age=31536000, immutable'],
    ['one of another language', '/fr-FR/assets/js/main.0123.js', 200, 'public, max-age=31536000, immutable'],
  ])('%s has the headers that the build has written', async (_, path, status, caching) => {
    completeSite(root, folder, {})
    const answer = await answerTo(path)
    const {globalHeaders} = JSON.parse(read('staticwebapp.config.json')) as {globalHeaders: object}
    const written = Object.fromEntries(
      Object.entries(globalHeaders).map(([name, value]: [string, string]) => [name.toLowerCase(), value]),
    )
    expect(Object.keys(written)).toEqual([...security, 'cache-control'])
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({...written, 'cache-control': caching})
  })

  test('a site that was not completed has none of them', async () => {
    const {headers} = await answerTo('/')
    expect(Object.keys(headers)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/policy|nosniff/)]),
    )
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

async function answerTo(path: string): Promise<{status: number | undefined; headers: IncomingHttpHeaders}> {
  const server = await serve(0, folder)
  const {port} = server.address() as AddressInfo
  try {
    return await new Promise((resolve, reject) => {
      get({port, path, agent: false}, response => {
        response.resume()
        response.on('end', () => resolve({status: response.statusCode, headers: response.headers}))
      }).on('error', reject)
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
