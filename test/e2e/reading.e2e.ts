// What is served without any script: everything to read and to print in both languages, and nothing that looks usable.
import type {Locator, Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import shellEnUS from '../../src/components/runbook/words/shell.en-US.ts'
import shellFrFR from '../../src/components/runbook/words/shell.fr-FR.ts'
import {visit} from './browser.ts'
import {dense, readFlagship} from './flagship.ts'
import {pagesOfPdf} from './pdf.ts'
import {addresses, patient, readRunbookPage, steps, tongues, type Tongue} from './runbook-page.ts'

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
    pilot: 'A proof that needs no permission',
    sheet: 'Run sheet · English',
    columns: 'Done Initials Time Step',
    result: 'Result to copy: enabled yes no staging yes no event 31005, 31015 or 31019: _____ at _____:_____',
    forests: 'Rights of the connector account, for each forest Forest 1 Forest 2',
    audit: 'Note the time: the audit log is searched from it. Finding nothing does not mean that it is off.',
    pilotAt: 'Event 31002 at _____:_____',
    sameNote: 'See the note at step 1.4.',
    day: '(20 August 2026)',
    siteFoot: 'code under MIT',
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
    pilot: 'Une preuve qui ne demande aucune autorisation',
    sheet: 'Fiche d’exécution · français',
    columns: 'Fait Visa Heure Étape',
    result:
      'Résultat à recopier : activée oui non préproduction oui non événement 31005, 31015 ou 31019 : _____ à _____:_____',
    forests: 'Droits du compte de connecteur, pour chaque forêt Forêt 1 Forêt 2',
    audit:
      'Notez l’heure : le journal d’audit est lu à partir de là. Ne rien trouver ne veut pas dire désactivé.',
    pilotAt: 'Événement 31002 à _____:_____',
    sameNote: 'Voir la note de l’étape 1.4.',
    day: '(20 août 2026)',
    siteFoot: 'code sous licence MIT',
  },
} as const

const papers = ['A4', 'Letter'] as const

const printedRun = {
  'en-US': {
    read: 'Account and tenant read in Graph',
    marked: 'Marked done by Zoé Ångström',
    tenant: 'Tenant: Contoso',
    word: 'Simulation',
  },
  'fr-FR': {
    read: 'Compte et locataire lus dans Graph',
    marked: 'Déclaré fait par Zoé Ångström',
    tenant: 'Locataire : Contoso',
    word: 'Simulation',
  },
} as const

const nothingVerified = {'en-US': 'Nothing has verified it.', 'fr-FR': 'Rien ne l’a vérifié.'} as const

describe.each(tongues)('%s, scripts disabled', tongue => {
  const flagship = readFlagship(tongue)
  const frame = frames[tongue]

  test('the screen has the article, the needs, the calls, the commands and the menu paths', async () => {
    const {page, close} = await visit(addresses[tongue], scriptsOff)
    await openFolds(page)
    const text = dense(await page.locator('body').innerText())
    const {article, needs, before, notes, calls, scopes, commands, portal, pilot} = flagship
    expect(article).toHaveLength(21)
    expect(missing(text, [...article, ...needs, ...before, ...notes, ...portal, ...pilot])).toEqual([])
    expect(missing(text, [...calls, ...scopes, ...commands])).toEqual([])
    const {
      before: title,
      canDo,
      limits,
      noScript,
      origin,
      added,
      apart,
      visit: oneVisit,
      pilot: proof,
    } = frame
    expect(missing(text, [title, canDo, limits, noScript, origin, added, apart, oneVisit, proof])).toEqual([])
    await close()
  })

  test('nothing looks usable and does nothing', async () => {
    const {page, close} = await visit(addresses[tongue], scriptsOff)
    expect(await idleControls(page)).toEqual([])
    expect(await deadLinks(page)).toEqual([])
    await page.goto(tongue === 'en-US' ? '/' : '/fr-FR/')
    expect(await idleControls(page)).toEqual([])
    expect(await deadLinks(page)).toEqual([])
    await close()
  })

  test.each(papers)('the sheet on %s has all of it on two pages, every fold open', async paper => {
    const {page, close} = await visit(addresses[tongue], scriptsOff)
    const pages = await print(page, paper)
    expect(pages.length).toBeLessThanOrEqual(2)
    const text = pages.join('')
    const {article, needs, before, notes, calls, scopes, commands, carried, portal, pilot} = flagship
    expect(carried).toHaveLength(3)
    expect(
      missing(text, [...article, ...needs, ...before, ...notes, ...portal, ...carried, ...pilot]),
    ).toEqual([])
    expect(missing(text, [...calls, ...scopes, ...commands])).toEqual([])
    const {sheet, before: title, canDo, origin, added, apart, visit: oneVisit} = frame
    expect(missing(text, [sheet, title, canDo, origin, 'CC BY 4.0', added, apart, oneVisit])).toEqual([])
    // What only the screen needs: that scripts are off, ways to other pages, the site's own foot, names of links.
    const {noScript, siteFoot} = frame
    const shell = {'en-US': shellEnUS, 'fr-FR': shellFrFR}[tongue]
    const screenOnly = [noScript, siteFoot, shell.runbooks, shell.crossingCloud, shell.barSimulation]
    expect(screenOnly.filter(words => text.includes(dense(words)))).toEqual([])
    await close()
  })

  test('the sheet has its blanks: a box, initials and a time for each step, what to carry back, forests', async () => {
    const {page, close} = await visit(addresses[tongue], scriptsOff)
    const text = (await print(page, 'A4')).join('')
    const {columns, result, forests, audit, pilotAt} = frame
    expect(missing(text, [result, forests, audit, pilotAt])).toEqual([])
    expect(text.split(dense(columns))).toHaveLength(3)
    // A time for each step, for the event of the output and for that of the pilot user.
    expect(text.match(/_____:_____/g)).toHaveLength(steps.length + 2)
    expect(
      missing(
        text,
        steps.map(number => `_____:_____${number}`),
      ),
    ).toEqual([])
    // Each note has its day; what two steps share stands once.
    const [shared = '', ...others] = flagship.notes.filter((note, at, all) => all.indexOf(note) !== at)
    expect(others).toEqual([])
    expect(text.split(dense(shared))).toHaveLength(2)
    expect(missing(text, [frame.sameNote, ...flagship.notes.map(note => `${note} ${frame.day}`)])).toEqual([])
    await page.emulateMedia({media: 'print'})
    // Drawn, not written: a box and a line for initials for each step, two boxes for each right.
    expect(await shown(page, 'article[data-step] [data-box]').count()).toBe(steps.length + 4)
    expect(await shown(page, 'article[data-step] [data-box][data-ticked]').count()).toBe(0)
    expect(await shown(page, '[role=group] [data-box]').count()).toBe(10)
    await close()
  })

  test('on paper the sentences are as bold as the article has them', async () => {
    const {page, close} = await visit(addresses[tongue], scriptsOff)
    await page.emulateMedia({media: 'print'})
    const weights = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll(all => [...new Set(all.map(each => getComputedStyle(each).fontWeight))].join())
    expect(await weights('article[data-step] h3')).toBe('400')
    expect(await weights('article[data-step] h3 strong')).toBe('700')
    await close()
  })

  test('a command stands as lines that break between its words, and ends with its last one', async () => {
    for (const width of [1280, 390, 320]) {
      const {page, close} = await visit(addresses[tongue], {
        ...scriptsOff,
        viewport: {width, height: 900},
      })
      const block = page.locator('pre').first()
      const text = await block.evaluate(pre => pre.textContent)
      expect(text).toBe(flagship.commands[0]?.trimEnd())
      const lines = await linesOf(block)
      // Every line that is seen is made of whole words of the command, but for one that is wider than the line.
      const words = new Set(text.split(/\s+/))
      const torn = lines.flatMap(line => line.trim().split(/\s+/)).filter(word => !words.has(word))
      const tooWide = await tooWideFor(block, words)
      expect(torn.filter(piece => !tooWide.some(word => word.includes(piece)))).toEqual([])
      // None is left out, and none is out of sight.
      expect(lines.join('').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
      expect(await block.evaluate(pre => pre.scrollWidth - pre.clientWidth)).toBe(0)
      // No parameter is torn from its value and no pipe begins a line, where the three of them are not wider than the line.
      const parted = lines.filter(
        (line, at) => /\s-[A-Za-z]+\s*$/.test(line) && !/^\s*-/.test(lines[at + 1] ?? '-'),
      )
      if (width > 390) expect([...parted, ...lines.filter(line => /^\s*\|/.test(line))]).toEqual([])
      expect(text.endsWith(lines.at(-1)?.trim() ?? '–')).toBe(true)
      expect(await roomBelow(block)).toBeLessThan(20)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await close()
    }
  })

  test('the 404 leads back to the runbooks', async () => {
    const {page, close} = await visit('about:blank', scriptsOff)
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
    await close(/status of 404 \(Not Found\) \S+\/no-such-page$/)
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
      const {page, close} = await visit(`${base}${path}`, scriptsOff)
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

test.each(tongues)('%s, the bar marks the one place where one is', async tongue => {
  const {page} = await visit(addresses[tongue])
  const marked = page.locator('.navbar__link--active')
  const names = {
    'en-US': ['Runbooks', 'Runs', 'Guides'],
    'fr-FR': ['Runbooks', 'Exécutions', 'Guides'],
  } as const
  for (const [index, path] of ['', 'runs', 'guides/run-your-first-practice'].entries()) {
    await page.goto(`${tongue === 'fr-FR' ? '/fr-FR' : ''}/${path}`)
    expect(await marked.allInnerTexts()).toEqual([names[tongue][index]])
  }
})

test('the 404 says in which language the page exists', async () => {
  const {page, close} = await visit('about:blank')
  await page.route(
    url => url.pathname === '/only-in-english',
    route => route.fulfill({status: 200, body: ''}),
  )
  await page.goto('/fr-FR/only-in-english')
  await page.getByText('Cette page n’existe pas en français. Elle existe en anglais.').waitFor()
  expect(await page.getByRole('link', {name: 'anglais'}).getAttribute('href')).toBe('/only-in-english')
  await close(/status of 404 \(Not Found\) \S+\/fr-FR\/only-in-english$/)
})

test('French typography: a no-break space before high punctuation and inside guillemets', async () => {
  const {page, close} = await visit(addresses['fr-FR'], {viewport: {width: 1280, height: 900}})
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

describe.each(tongues)('%s, a run in print', tongue => {
  test('its results under each step, boxes ticked where the page says marked done, and no control', async () => {
    const {page, close} = await visit(addresses[tongue], {viewport: {width: 1280, height: 900}})
    const book = await readRunbookPage(page, tongue)
    await book.startPractice()
    await book.tick('1.1')
    await book.giveName('1.1', 'Zoé Ångström')
    await book.tick('1.3')
    await book.signIn()
    const {read, marked, tenant, word} = printedRun[tongue]
    await book.expectChip('2.1', read)
    await book.expectChip('1.3', marked)
    const text = (await print(page, 'A4')).join('')
    // The word stands whole across the page; what a person declared is said once, by its line.
    expect(missing(text, [word, tenant, read, ...readFlagship(tongue).article])).toEqual([])
    expect(text.match(new RegExp(dense(marked), 'g'))).toHaveLength(2)
    expect(missing(text, [`${marked}. ${nothingVerified[tongue]}`])).toEqual([])
    const times = (number: string) => new RegExp(String.raw`\d\d:\d\d${number.replace('.', String.raw`\.`)}`)
    expect(steps.filter(number => times(number).test(text))).toEqual(['1.1', '1.3'])
    await page.emulateMedia({media: 'print'})
    const ticked = shown(page, 'article[data-step]').filter({has: page.locator('[data-box][data-ticked]')})
    const numbers = await ticked.evaluateAll(cards => cards.map(card => card.getAttribute('data-step')))
    expect(numbers).toEqual(['1.1', '1.3'])
    // Boxes and rings of *Before you start* stay: on paper they are boxes and rings.
    const boxes = /^<input[^>]* type="(checkbox|radio)"/
    expect((await idleControls(page)).filter(control => !boxes.test(control))).toEqual([])
    await close()
  })
})

test('a browser that keeps nothing still shows the article, and says that the record will be lost', async () => {
  const {page, context, close} = await visit('about:blank', {viewport: {width: 1280, height: 900}})
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

/** The text of each printed page, without white space, in the fonts of the page: others take more room. */
async function print(page: Page, paper: (typeof papers)[number]): Promise<readonly string[]> {
  await page.emulateMedia({media: 'print'})
  await expect.poll(() => page.evaluate(() => document.fonts.status), patient).toBe('loaded')
  return (await pagesOfPdf(await page.pdf({format: paper}))).map(dense)
}

function shown(page: Page, selector: string): Locator {
  return page.locator(selector).filter({visible: true})
}

/** The lines of a block of code as they are drawn, by where its words stand. */
async function linesOf(block: Locator): Promise<readonly string[]> {
  return block.evaluate(pre => {
    const lines = new Map<number, string>()
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const {0: word, index} of (node.textContent ?? '').matchAll(/\S/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + 1)
        const top = Math.round(range.getBoundingClientRect().bottom)
        const before = node.textContent?.[index - 1]
        const apart = before === undefined || /\s/.test(before) ? ' ' : ''
        lines.set(top, (lines.get(top) ?? '') + apart + word)
      }
    }
    return [...lines].sort(([one], [other]) => one - other).map(([, line]) => line)
  })
}

/** The words that have no room on a line of the block. */
async function tooWideFor(block: Locator, words: ReadonlySet<string>): Promise<readonly string[]> {
  return block.evaluate(
    (pre, each) => {
      const line = pre.querySelector('code > span')
      const {paddingLeft} = getComputedStyle(line ?? pre)
      const room = (line ?? pre).clientWidth - parseFloat(paddingLeft)
      const probe = document.createElement('span')
      probe.style.cssText = 'position: absolute; white-space: pre'
      pre.querySelector('code')?.append(probe)
      const wide = each.filter(word => {
        probe.textContent = word
        return probe.getBoundingClientRect().width > room
      })
      probe.remove()
      return wide
    },
    [...words],
  )
}

/** How far the last character of a block stands above the block's end. */
async function roomBelow(block: Locator): Promise<number> {
  return block.evaluate(pre => {
    const range = document.createRange()
    range.selectNodeContents(pre.querySelector('code > :last-child > :last-child') ?? pre)
    return pre.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom
  })
}

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
  // Not as an element: the policy refuses it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('[lang]:not(html), code, pre { display: none !important }')
    document.adoptedStyleSheets.push(sheet)
  })
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
