// An article without a runbook, as the guides are: found from the home page, read in both languages, left for the runbook.
import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import {expectNoViolations} from './axe.ts'
import {visit} from './browser.ts'
import {addresses, patient, tongues, type Tongue} from './runbook-page.ts'

const guides: Readonly<
  Record<
    Tongue,
    Readonly<Record<'home' | 'address' | 'title' | 'runbook' | 'leads' | 'runs' | 'menu' | 'other', string>>
  >
> = {
  'en-US': {
    home: '/',
    address: '/guides/run-your-first-practice',
    title: 'Run your first practice',
    runbook: 'Enable password writeback in Azure AD Connect',
    leads: addresses['en-US'],
    runs: '/runs',
    menu: 'Back to the main menu',
    other: 'Français',
  },
  'fr-FR': {
    home: '/fr-FR/',
    address: '/fr-FR/guides/run-your-first-practice',
    title: 'S’entraîner pour la première fois',
    runbook: 'Activer l’écriture différée de mot de passe dans Azure AD Connect',
    leads: addresses['fr-FR'],
    runs: '/fr-FR/runs',
    menu: 'Retour au menu principal',
    other: 'English',
  },
}

// As high as the page, so that nothing lies over a text that axe measures.
const sizes = [
  {width: 1280, height: 3000},
  {width: 390, height: 4600},
] as const

describe.each(tongues)('%s', tongue => {
  const own = guides[tongue]
  const twin = guides[tongue === 'en-US' ? 'fr-FR' : 'en-US']

  test('from the home page to the guide, and from there to the runbook, the runs and the other language', async () => {
    const {page, close} = await visit(own.home, {viewport: sizes[0]})
    await page.getByRole('link', {name: 'Guides', exact: true}).click()
    await expectPlace(page, own.address)
    await page.getByRole('heading', {level: 1, name: own.title, exact: true}).waitFor()
    expect(await page.title()).toBe(`${own.title} | Passerelle`)
    expect(await page.locator('html').getAttribute('lang')).toBe(tongue)
    const sidebar = page.getByRole('complementary').getByRole('navigation')
    expect(await sidebar.getByRole('link', {name: own.title, exact: true}).getAttribute('aria-current')).toBe(
      'page',
    )
    // The first practice comes first; the registration is for whom it convinced.
    expect(await sidebar.getByRole('link').first().innerText()).toBe(own.title)
    const article = page.getByRole('article')
    expect(await article.getByRole('link', {name: own.runbook}).getAttribute('href')).toBe(own.leads)
    expect(await article.locator(`a[href="${own.runs}"]`).count()).toBe(1)
    await page.getByRole('link', {name: own.other, exact: true}).first().click()
    await page.getByRole('heading', {level: 1, name: twin.title, exact: true}).waitFor()
    await expectPlace(page, twin.address)
    await page.getByRole('article').getByRole('link', {name: twin.runbook}).click()
    await expectPlace(page, twin.leads)
    await page.getByRole('heading', {level: 1}).waitFor()
    await close()
  })

  test('nothing runs over sideways, and axe finds nothing, in both themes and sizes', async () => {
    const {page, close} = await visit(own.address)
    for (const viewport of sizes) {
      await page.setViewportSize(viewport)
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({colorScheme: theme})
        await expect.poll(() => page.locator('html').getAttribute('data-theme'), patient).toBe(theme)
        await expectNoViolations(page, `guide, ${theme}, ${viewport.width}`)
      }
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
    }
    await close()
  })

  test('the menu of a narrow window has the guides, then the entries of the site', async () => {
    const {page, close} = await visit(own.address, {viewport: {width: 390, height: 844}})
    await page.locator('.navbar__toggle').click()
    const menu = page.locator('.navbar-sidebar')
    await menu.getByRole('link', {name: own.title, exact: true}).waitFor()
    await expectNoViolations(page, 'guides in the menu')
    await menu.getByRole('button', {name: own.menu}).click()
    await menu.getByRole('link', {name: 'Guides', exact: true}).waitFor()
    await expectNoViolations(page, 'entries in the menu')
    await close()
  })
})

async function expectPlace(page: Page, address: string): Promise<void> {
  await expect.poll(() => new URL(page.url()).pathname, patient).toBe(address)
}
