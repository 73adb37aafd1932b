// What does not show in a picture: announcements, targets, reflow, forced colours, motion.
import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import {visit, type VisitOptions} from './browser.ts'
import {addresses, readRunbookPage, tongues, type Tongue} from './runbook-page.ts'
import {readAccount, readPrerequisites, searchInVain, searchLog, verified} from './runs.ts'

const bases: Readonly<Record<Tongue, string>> = {'en-US': '/', 'fr-FR': '/fr-FR/'}

const announced = {
  'en-US': {
    signedIn: 'Signed in to Contoso as Amira Haddad.',
    prerequisites: 'Prerequisites verified by Graph (3 of 3). The link to the portal is ready.',
    markedHere: 'Marked done, this browser. Not verified.',
    marked: 'Marked done by Amira Haddad. Not verified.',
    unticked: 'No longer marked done.',
    boxTicked: 'Ticked, not saved yet.',
    nothingFound: 'Nothing found in the log. This does not mean that it is off.',
  },
  'fr-FR': {
    signedIn: 'Connexion à Contoso établie, compte Amira Haddad.',
    prerequisites: 'Prérequis vérifiés par Graph (3 sur 3). Le lien vers le portail est prêt.',
    markedHere: 'Déclaré fait depuis ce navigateur. Non vérifié.',
    marked: 'Déclaré fait par Amira Haddad. Non vérifié.',
    unticked: 'N’est plus déclaré fait.',
    boxTicked: 'Case cochée, pas encore enregistrée.',
    nothingFound: 'Rien trouvé dans le journal. Cela ne veut pas dire désactivé.',
  },
} as const

describe.each(tongues)('%s', tongue => {
  test('live regions stand in the served page, empty, one polite and one assertive', async () => {
    const {page, close} = await visit(addresses[tongue], {javaScriptEnabled: false})
    const regions = await page.evaluate(() =>
      [...document.querySelectorAll('[data-live]')].map(region => [
        region.getAttribute('role'),
        region.getAttribute('data-live'),
        region.textContent,
      ]),
    )
    expect(regions).toEqual([
      ['status', 'polite', ''],
      ['alert', 'assertive', ''],
    ])
    await close()

    const loaded = await open(tongue)
    expect(await loaded.page.locator('[data-live]').allTextContents()).toEqual(['', ''])
    expect(loaded.book.said).toEqual([])
    await loaded.close()
  })

  test('what happens is said aloud', async () => {
    const {book, close} = await open(tongue, {movableClock: true})
    const texts = announced[tongue]
    await book.chooseSituation('no-audit-event')
    await book.tick('1.1')
    await book.expectSaid(texts.markedHere)
    await book.signIn()
    await book.expectSaid(texts.signedIn)
    await book.expectChip('2.1', verified[tongue].account)
    await book.tick('1.2')
    await book.expectSaid(texts.marked)
    await book.done('1.2').click()
    await book.expectSaid(texts.unticked)
    await readPrerequisites(book)
    await book.expectSaid(texts.prerequisites)
    await book.box('2.3').click()
    await book.expectSaid(texts.boxTicked)
    await searchInVain(book, book.say.state['nothing-found'])
    await book.expectSaid(texts.nothingFound)
    await close()
  })

  test('nothing is pushed out of a window of 320 pixels', async () => {
    const {book, page, close} = await open(tongue, {viewport: {width: 320, height: 700}})
    expect(await overhang(page)).toEqual([])
    await readAccount(book)
    await readPrerequisites(book)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    expect(await overhang(page)).toEqual([])
    await book.openPortal('2.2')
    expect(await overhang(page)).toEqual([])
    for (const path of ['', 'runs', 'no-such-page']) {
      await page.goto(`${bases[tongue]}${path}`)
      await page.getByRole('heading', {level: 1}).waitFor()
      expect(await overhang(page), path).toEqual([])
    }
    // The control: something too wide is found.
    await page.evaluate(() => {
      document.body.appendChild(document.createElement('div')).style.cssText = 'width: 400px; height: 1px'
    })
    expect((await overhang(page))[0]).toBe('400 > 320')
    await close(/status of 404 \(Not Found\) \S+\/no-such-page$/)
  })

  test.each([1280, 390])('targets are at least 24 pixels wide and high, window of %i', async width => {
    const {book, page, close} = await open(tongue, {viewport: {width, height: 900}})
    expect(await smallTargets(page)).toEqual([])
    await readAccount(book)
    await readPrerequisites(book)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    expect(await smallTargets(page)).toEqual([])
    await book.openPortal('2.2')
    expect(await smallTargets(page)).toEqual([])
    await book.closePortal()
    await page.goto(`${bases[tongue]}runs`)
    await page.getByRole('table').waitFor()
    expect(await smallTargets(page)).toEqual([])
    // The control: a small one is found.
    await page.evaluate(() => {
      const small = document.body.appendChild(document.createElement('button'))
      small.style.cssText = 'width: 20px; height: 20px; padding: 0'
    })
    expect(await smallTargets(page)).toHaveLength(1)
    await close()
  })
})

test('forced colours: states, markers, boxes and buttons keep their edges and words', async () => {
  const {book, page, close} = await open('en-US', {
    forcedColors: 'active',
    viewport: {width: 1280, height: 900},
  })
  await readAccount(book)
  await readPrerequisites(book)
  await book.tick('1.1')
  await book.expectChip('1.1', 'Marked done by Amira Haddad')
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  const flat = await page.evaluate(() => {
    // Chips and markers by how they are filled; a quiet button has no edge on purpose.
    const shapes = ['outline', 'soft', 'filled', 'dashed', 'primary', 'secondary'].map(
      name => `[class*="${name}_"]`,
    )
    const drawn = [...document.querySelectorAll(`:is(${shapes.join()}), input`)].filter(
      shape => shape.checkVisibility() && shape.getBoundingClientRect().width > 1,
    )
    if (drawn.length < 30) return [`only ${drawn.length} shapes`]
    return drawn
      .filter(shape => {
        const {appearance, borderTopWidth, borderTopStyle, borderTopColor, backgroundColor} =
          getComputedStyle(shape)
        const edged =
          borderTopWidth !== '0px' && borderTopStyle !== 'none' && borderTopColor !== backgroundColor
        return !edged && !(shape.matches('input') && appearance !== 'none')
      })
      .map(shape => shape.outerHTML.slice(0, 120))
  })
  expect(flat).toEqual([])
  await close()
})

test('reduced motion: nothing moves while a search runs; without it the sign of waiting does', async () => {
  const moving: Record<string, number> = {}
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const {book, page, close} = await open('en-US', {reducedMotion})
    await readAccount(book)
    await readPrerequisites(book)
    await searchLog(book)
    await book.card('2.5').getByText(book.say.card.looking).waitFor()
    moving[reducedMotion] = await page.evaluate(
      () => document.getAnimations().filter(({playState}) => playState === 'running').length,
    )
    await book.card('2.5').getByRole('button', {name: book.say.card.stop}).click()
    await close()
  }
  expect(moving['reduce']).toBe(0)
  expect(moving['no-preference']).toBeGreaterThan(0)
})

async function open(tongue: Tongue, options: VisitOptions = {}) {
  const {page, close} = await visit(addresses[tongue], options)
  return {page, close, book: await readRunbookPage(page, tongue)}
}

/** What stands beyond the right edge of the window, where that makes the page scroll sideways. */
async function overhang(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.querySelectorAll('body *')].filter(
      element => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1,
    )
    return [`${scrollWidth} > ${clientWidth}`, ...beyond.map(element => element.outerHTML.slice(0, 100))]
  })
}

/** Controls under 24 by 24 pixels. A link within a sentence may be as high as its line; a box counts with its label. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]',
    )
    const inSentence = (control: HTMLElement) => {
      let around: Element | null = control
      while (around !== null && getComputedStyle(around).display === 'inline') around = around.parentElement
      return around !== control && around?.textContent.trim() !== control.textContent.trim()
    }
    const isBox = (control: HTMLElement) => control.matches('[type="checkbox"], [type="radio"]')
    return [...controls]
      .filter(control => control.checkVisibility({visibilityProperty: true, opacityProperty: true}))
      .filter(control => !control.closest('[inert], [hidden]') && !inSentence(control))
      .map(control => {
        const target = isBox(control) ? ((control as HTMLInputElement).labels?.[0] ?? control) : control
        const {width, height} = target.getBoundingClientRect()
        return {width, height, html: control.outerHTML.slice(0, 120)}
      })
      .filter(({width, height}) => width > 1 && height > 1 && (width < 24 || height < 24))
      .map(({width, height, html}) => `${width.toFixed(1)} × ${height.toFixed(1)}: ${html}`)
  })
}
