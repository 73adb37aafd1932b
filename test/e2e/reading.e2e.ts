// What is served without any script: everything to read and to print in both languages, and nothing that looks usable.
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {launchBrowser, visit} from './browser.ts'
import {dense, readFlagship} from './flagship.ts'
import {textOfPdf} from './pdf.ts'
import {addresses, readRunbookPage, tongues, type Tongue} from './runbook-page.ts'

const scriptsOff = {javaScriptEnabled: false, viewport: {width: 1280, height: 900}}

const frames = {
  'en-US': {
    before: 'Before you start',
    canDo: 'What this page can do',
    limits: 'The token allows everything that was granted to the application.',
    permissions: 'Permission details',
    noScript: 'JavaScript is off. You can read and print everything',
    origin: 'Origin: Enable password writeback in Azure AD Connect',
    added: 'one language shown, actions and notes added',
    apart: 'not affiliated with Microsoft',
    visit: 'One visit to the portal, one Save',
    sheet: 'Run sheet',
  },
  'fr-FR': {
    before: 'Avant de commencer',
    canDo: 'Ce que cette page peut faire',
    limits: 'Le jeton permet tout ce qui a été accordé à l’application.',
    permissions: 'Détail des autorisations',
    noScript: 'JavaScript est désactivé. Vous pouvez tout lire et tout imprimer',
    origin: 'Origine : Enable password writeback in Azure AD Connect',
    added: 'une seule langue affichée, actions et notes ajoutées',
    apart: 'pas de lien avec Microsoft',
    visit: 'Une seule visite du portail, un seul Enregistrer',
    sheet: 'Fiche d’exécution',
  },
} as const

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each(tongues)('%s, scripts disabled', tongue => {
  const flagship = readFlagship(tongue)
  const frame = frames[tongue]

  test('the screen has the article, the needs, the calls, the commands and the menu paths', async () => {
    const {page, close} = await visit(browser, addresses[tongue], scriptsOff)
    await openFolds(page)
    const text = dense(await page.locator('body').innerText())
    const {article, needs, before, notes, calls, scopes, commands, portal} = flagship
    expect(article).toHaveLength(21)
    expect(missing(text, [...article, ...needs, ...before, ...notes, ...portal])).toEqual([])
    expect(missing(text, [...calls, ...scopes, ...commands])).toEqual([])
    const {before: title, canDo, limits, noScript, origin, added, apart, visit: oneVisit} = frame
    expect(missing(text, [title, canDo, limits, noScript, origin, added, apart, oneVisit])).toEqual([])
    await close()
  })

  test('nothing looks usable and does nothing', async () => {
    const {page, close} = await visit(browser, addresses[tongue], scriptsOff)
    expect(await idleControls(page)).toEqual([])
    expect(await deadLinks(page)).toEqual([])
    await page.goto(tongue === 'en-US' ? '/' : '/fr-FR/')
    expect(await idleControls(page)).toEqual([])
    expect(await deadLinks(page)).toEqual([])
    await close()
  })

  test('the printed sheet has all of it, every fold open', async () => {
    const {page, close} = await visit(browser, addresses[tongue], scriptsOff)
    const text = dense(await textOfPdf(await page.pdf({preferCSSPageSize: true})))
    const {article, needs, before, notes, calls, scopes, commands, carried, portal} = flagship
    expect(missing(text, [...article, ...needs, ...before, ...notes, ...portal, ...carried])).toEqual([])
    expect(missing(text, [...calls, ...scopes, ...commands])).toEqual([])
    const {sheet, before: title, canDo, origin, added, apart} = frame
    expect(missing(text, [sheet, title, canDo, origin, 'CC BY 4.0', added, apart])).toEqual([])
    // Scripts are off, and so is what only the screen needs.
    expect(text).not.toContain(dense(frame.noScript))
    await close()
  })

  test('the 404 leads back to the runbooks', async () => {
    const {page, context} = await visit(browser, 'about:blank', scriptsOff)
    const answer = await page.goto(tongue === 'en-US' ? '/no-such-page' : '/fr-FR/no-such-page')
    expect(answer?.status()).toBe(404)
    expect(await page.getByRole('heading', {level: 1}).innerText()).toBe(
      {'en-US': 'Page not found', 'fr-FR': 'Page introuvable'}[tongue],
    )
    expect(await idleControls(page)).toEqual([])
    for (const [name, href] of [
      ['English', '/'],
      ['Français', '/fr-FR/'],
    ] as const) {
      const link = page.getByRole('main').getByRole('link', {name, exact: true})
      expect(await link.getAttribute('href')).toBe(href)
    }
    await context.close()
  })
})

describe.each(tongues)('%s, the head', tongue => {
  const base = tongue === 'en-US' ? '' : '/fr-FR'
  const slug = '/enable-password-writeback-in-azure-ad-connect'
  const descriptions = {
    'en-US': 'To enable self-service password reset writeback, first enable the writeback option',
    'fr-FR': 'Pour activer l’écriture différée de réinitialisation de mot de passe en libre-service',
  }

  test.each([
    ['the runbook', slug, `${readFlagship(tongue).title} | Passerelle`, descriptions[tongue]],
    [
      'the home page',
      '/',
      'Passerelle',
      {'en-US': 'Bilingual runbooks whose cloud steps', 'fr-FR': 'Des runbooks bilingues dont les étapes'}[
        tongue
      ],
    ],
  ])(
    'of %s names language, title, description and the other language',
    async (_, path, title, description) => {
      const {page, close} = await visit(browser, `${base}${path}`, scriptsOff)
      const head = await readHead(page)
      expect(head.lang).toBe(tongue)
      expect(head.title).toBe(title)
      expect(head.description.startsWith(description)).toBe(true)
      expect(head.canonical).toBe(`${base}${path}`)
      expect(head.alternates).toEqual({'en-US': path, 'fr-FR': `/fr-FR${path}`, 'x-default': path})
      await close()
    },
  )
})

test('the 404 says in which language the page exists', async () => {
  const {page, context} = await visit(browser, 'about:blank')
  await page.route(
    url => url.pathname === '/only-in-english',
    route => route.fulfill({status: 200, body: ''}),
  )
  await page.goto('/fr-FR/only-in-english')
  await page.getByText('Cette page n’existe pas en français. Elle existe en anglais.').waitFor()
  expect(await page.getByRole('link', {name: 'anglais'}).getAttribute('href')).toBe('/only-in-english')
  await context.close()
})

test('French typography: a no-break space before high punctuation and inside guillemets', async () => {
  const {page, close} = await visit(browser, addresses['fr-FR'], {viewport: {width: 1280, height: 900}})
  const book = await readRunbookPage(page, 'fr-FR')
  await book.startPractice()
  await book.signIn()
  await openFolds(page)
  expect(looseSpaces(await ownText(page, 'fr-FR'))).toEqual([])
  await page.goto('/fr-FR/')
  expect(looseSpaces(await ownText(page, 'fr-FR'))).toEqual([])
  // The control: the same search finds a plain space, a missing one, and a guillemet without.
  expect(looseSpaces('Rôle : non.\nRôle: non.\n« Rôle\u00A0»\nÀ 10:43, https://a.example')).toHaveLength(3)
  await close()
})

test('a run in print: its results under each step, marked as a simulation, and no control', async () => {
  const {page, close} = await visit(browser, addresses['en-US'], {viewport: {width: 1280, height: 900}})
  const book = await readRunbookPage(page, 'en-US')
  await book.startPractice()
  await book.tick('1.1')
  await book.giveName('1.1', 'Zoé Ångström')
  await book.signIn()
  await book.expectChip('2.1', 'Account and tenant read in Graph')
  const text = dense(await textOfPdf(await page.pdf({preferCSSPageSize: true})))
  const printed = ['Marked done by Zoé Ångström. Nothing has verified it.', 'Tenant: Contoso', 'Simulation']
  expect(missing(text, [...printed, ...readFlagship('en-US').article])).toEqual([])
  await page.emulateMedia({media: 'print'})
  // Boxes and rings of *Before you start* stay: on paper they are boxes and rings.
  const boxes = /^<input[^>]* type="(checkbox|radio)"/
  expect((await idleControls(page)).filter(control => !boxes.test(control))).toEqual([])
  await close()
})

test('a browser that keeps nothing still shows the article, and says that the record will be lost', async () => {
  const {page, context, close} = await visit(browser, 'about:blank', {viewport: {width: 1280, height: 900}})
  await context.addInitScript(() => {
    for (const store of ['indexedDB', 'localStorage', 'sessionStorage']) {
      Object.defineProperty(window, store, {
        get: () => {
          throw new DOMException('Storage is off.', 'SecurityError')
        },
      })
    }
  })
  await page.goto(addresses['en-US'])
  const book = await readRunbookPage(page, 'en-US')
  await book.tick('1.1')
  await book.bar.getByText('This browser does not keep data. The record will be lost with the tab').waitFor()
  const text = dense(await page.locator('body').innerText())
  expect(missing(text, readFlagship('en-US').article)).toEqual([])
  await close()
})

function missing(text: string, wanted: readonly string[]): readonly string[] {
  return wanted.filter(each => !text.includes(dense(each)))
}

/** Opens the folds that a reader could open by hand; works without the page's own scripts. */
async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
}

/** Controls that can be seen and are not switched off. */
async function idleControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, textarea, [role=button], [role=checkbox]')]
      .filter(control => control.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      .filter(control => !control.matches(':disabled'))
      .map(control => control.outerHTML.slice(0, 120)),
  )
}

/** Links without an address, and links to a place of the page that is not there. */
async function deadLinks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')]
      .filter(link => {
        const address = link.getAttribute('href')
        if (!address?.startsWith('#')) return !address
        return document.getElementById(decodeURIComponent(address.slice(1))) === null
      })
      .map(link => link.outerHTML.slice(0, 120)),
  )
}

async function readHead(page: Page) {
  return page.evaluate(() => {
    const attribute = (selector: string, name: string) =>
      document.head.querySelector(selector)?.getAttribute(name) ?? ''
    const path = (address: string) => new URL(address).pathname
    return {
      lang: document.documentElement.lang,
      title: document.title,
      description: attribute('meta[name=description]', 'content'),
      canonical: path(attribute('link[rel=canonical]', 'href')),
      alternates: Object.fromEntries(
        [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=alternate]')].map(link => [
          link.hreflang,
          path(link.href),
        ]),
      ),
    }
  })
}

/** The page's text without the article's own and without what is in another language or code. */
async function ownText(page: Page, tongue: Tongue): Promise<string> {
  await page.addStyleTag({content: '[lang]:not(html), code, pre { display: none !important }'})
  const text = await page.locator('body').innerText()
  const {article} = readFlagship(tongue)
  return article.reduce((rest, segment) => rest.replaceAll(segment, ''), text)
}

/** The lines of a French text in which a space is missing or may break before high punctuation or in guillemets. */
function looseSpaces(text: string): readonly string[] {
  const loose = [
    /[^\S\u00A0\u202F][:;?!»]/,
    /[\p{L}\p{N})»][;?!](?!\p{L})/u,
    /[\p{L})»]:(?=\s|$)/u,
    /«(?!\u00A0)/,
  ]
  return text.split('\n').filter(line => loose.some(pattern => pattern.test(line)))
}
