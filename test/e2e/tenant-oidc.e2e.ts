// Our token source, bundled as it is, against an OpenID Connect server that nobody here wrote: PKCE, state and nonce, the
// bridge page, the refresh token, a further permission, a refusal.
import {build} from 'esbuild'
import type {Page} from 'playwright-core'
import {expect, inject, onTestFinished, test} from 'vitest'
import type {createTokenSource} from '../../src/auth/msal.ts'
import type {TokenSource} from '../../src/engine/ports.ts'
import {launchChromium} from '../../plugins/cli/chromium.mjs'
import {visit} from './browser.ts'
import {client, startOidc} from './tenant/oidc.ts'

declare global {
  /** In the page: the bundle. */
  var passerelle: {readonly createTokenSource: typeof createTokenSource}
  var source: TokenSource
  /** What was asked for last. */
  var pending: Promise<unknown>
}

const scopes = ['User.Read', 'AuditLog.Read.All', 'Domain.Read.All']

test('sign-in, renewal, a further permission and a refusal, against a server of other people', async () => {
  const origin = inject('tenantOrigin')
  const redirectUri = `${origin}/auth/redirect.html`
  const [server, browser, script] = await Promise.all([
    startOidc(redirectUri, scopes),
    launchChromium(),
    bundle(),
  ])
  onTestFinished(async () => {
    await browser.close()
    await server.close()
  })
  const site = {
    origin,
    browser,
    // The pages of this server want a font and an icon, which they do not get here.
    others: [server.origin, 'https://fonts.googleapis.com'],
    due: /^Failed to load resource.*(status of 400|ERR_NAME_NOT_RESOLVED|favicon\.ico)/,
  }
  const {page, close} = await visit('/auth/redirect.html', {
    ignoreHTTPSErrors: true,
    // The policy of the site knows Microsoft's hosts and no script of ours; the other tests are under it.
    bypassCSP: true,
    site,
  })
  await page.addScriptTag({content: script})
  await page.evaluate(createSource, {authority: server.origin, clientId: client, redirectUri})

  const window = await openedBy(page, () => source.signIn(['User.Read'], AbortSignal.timeout(60_000)))
  await window.locator('[name=login]').fill('amira')
  await window.locator('[name=password]').fill('anything')
  await window.getByRole('button', {name: 'Sign-in'}).click()
  await answer(window, 'Continue')
  expect(await outcome(page)).toEqual({
    account: {objectId: 'amira', name: 'Amira Haddad', username: 'amira@contoso.example'},
    tenant: {id: 'contoso'},
  })

  const first = await token(page, ['User.Read'])
  expect(first).toMatchObject({scopes: expect.arrayContaining(['User.Read']) as string[]})
  expect(await token(page, ['User.Read']), 'from the cache').toEqual(first)
  const renewed = await token(page, ['User.Read'], true)
  expect(renewed, 'by the refresh token').toMatchObject({scopes: first.scopes})
  expect(renewed.accessToken).not.toBe(first.accessToken)

  const further = await openedBy(page, () =>
    source.consent(['AuditLog.Read.All'], AbortSignal.timeout(60_000)),
  )
  await answer(further, 'Continue')
  expect(await outcome(page)).toMatchObject({
    scopes: expect.arrayContaining(['AuditLog.Read.All']) as string[],
  })

  const refused = await openedBy(page, () => source.consent(['Domain.Read.All'], AbortSignal.timeout(60_000)))
  await Promise.all([refused.waitForEvent('close'), refused.getByText('Cancel').click()])
  expect(await outcome(page)).toEqual({code: 'consent-declined'})
  await close()
})

/** The module that is loaded for a sign-in, for a page of its own. The server is no Entra: only that is told to MSAL here. */
async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: ['src/auth/msal.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'passerelle',
    target: 'es2022',
    plugins: [
      {
        name: 'openid-connect',
        setup: bundling => {
          bundling.onResolve({filter: /^@azure\/msal-browser$/}, ({importer}) =>
            importer.endsWith('/src/auth/msal.ts')
              ? {path: `${import.meta.dirname}/tenant/msal-oidc.ts`}
              : null,
          )
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

// Runs in the page.
async function createSource(config: {
  readonly authority: string
  readonly clientId: string
  readonly redirectUri: string
}): Promise<void> {
  globalThis.source = await passerelle.createTokenSource({
    config: {...config, knownAuthorities: [new URL(config.authority).host], scopePrefix: ''},
    interaction: 'popup',
  })
}

/** The window that a call opens; what the call comes to is kept. */
async function openedBy(page: Page, ask: () => Promise<unknown>): Promise<Page> {
  const [window] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate(`pending = (${ask.toString()})().catch(({code}) => ({code})); undefined`),
  ])
  return window
}

async function answer(window: Page, button: string): Promise<void> {
  const closed = window.waitForEvent('close')
  await window.getByRole('button', {name: button}).click()
  await closed
}

function outcome(page: Page): Promise<unknown> {
  return page.evaluate(() => pending)
}

function token(page: Page, wanted: readonly string[], fresh = false) {
  return page.evaluate(
    ([asked, isFresh]) => source.token(asked, AbortSignal.timeout(60_000), undefined, {fresh: isFresh}),
    [wanted, fresh] as const,
  )
}
