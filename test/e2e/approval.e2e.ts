// The approval file as a person meets it: from the foot of any page, in both languages, without a script.
import {createHash} from 'node:crypto'
import {expect, describe, test} from 'vitest'
import {expectNoViolations} from './axe.ts'
import {visit} from './browser.ts'
import {addresses, patient, readRunbookPage, tongues, type Tongue} from './runbook-page.ts'

const files: Readonly<
  Record<
    Tongue,
    Readonly<Record<'home' | 'address' | 'link' | 'title' | 'other' | 'skip' | 'markdown', string>>
  >
> = {
  'en-US': {
    home: '/',
    address: '/approval.html',
    link: 'Approval file',
    title: 'Approval file',
    other: 'Cette page en français',
    skip: 'Skip to the content',
    markdown: 'The same as Markdown',
  },
  'fr-FR': {
    home: '/fr-FR/',
    address: '/fr-FR/approval.html',
    link: 'Dossier d’approbation',
    title: 'Dossier d’approbation',
    other: 'This page in English',
    skip: 'Aller au contenu',
    markdown: 'La même en Markdown',
  },
}

// As high as the page, so that nothing lies out of sight of axe.
const sizes = [
  {width: 1280, height: 16_000},
  {width: 390, height: 32_000},
] as const

describe.each(tongues)('%s', tongue => {
  const own = files[tongue]
  const twin = files[tongue === 'en-US' ? 'fr-FR' : 'en-US']

  test.each([
    ['the home page', own.home],
    ['the runbook', addresses[tongue]],
  ])('from the foot of %s to the file, and to the other language', async (_, from) => {
    const {page, origin, close} = await visit(from)
    await page.getByRole('contentinfo').getByRole('link', {name: own.link, exact: true}).click()
    await page.getByRole('heading', {level: 1, name: own.title, exact: true}).waitFor()
    expect(new URL(page.url()).pathname).toBe(own.address)
    expect(await page.title()).toBe(`${own.title} | Passerelle`)
    expect(await page.locator('html').getAttribute('lang')).toBe(tongue)
    const markdown = await page.getByRole('link', {name: own.markdown}).getAttribute('href')
    const text = await (await fetch(`${origin}${markdown ?? ''}`)).text()
    expect(text.startsWith(`# ${own.title}\n`)).toBe(true)
    await page.getByRole('link', {name: own.other, exact: true}).click()
    await page.getByRole('heading', {level: 1, name: twin.title, exact: true}).waitFor()
    expect(new URL(page.url()).pathname).toBe(twin.address)
    await close()
  })

  test('no script, nothing over sideways, and axe finds nothing, in both themes and sizes', async () => {
    const {page, requests, close} = await visit(own.address)
    expect(await page.locator('script').count()).toBe(0)
    expect(requests.filter(address => address.endsWith('.js'))).toEqual([])
    const grounds: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme})
      for (const viewport of sizes) {
        await page.setViewportSize(viewport)
        await expectNoViolations(page, `approval, ${colorScheme}, ${viewport.width}`)
        const [width, height] = await page.evaluate(() => {
          const {scrollWidth, scrollHeight} = document.documentElement
          return [scrollWidth, scrollHeight] as const
        })
        expect(width).toBeLessThanOrEqual(viewport.width)
        expect(height, 'all of it was in sight').toBeLessThanOrEqual(viewport.height)
      }
      grounds.push(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor))
    }
    expect(new Set(grounds).size).toBe(2)
    await close()
  })

  test('by keyboard: the skip link first, then into the content', async () => {
    const {page, close} = await visit(own.address)
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', {name: own.skip})
    expect(await skip.evaluate(link => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.x).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.locator('main').evaluate(main => main === document.activeElement), patient)
      .toBe(true)
    await close()
  })
})

test('the hash of the actions is that of the model in the file beside it', async () => {
  const {page, origin, close} = await visit('/approval.html')
  const path = await page.locator('a[href^="/runbooks/"]').first().getAttribute('href')
  const {model} = (await (await fetch(`${origin}${path ?? ''}`)).json()) as {model: {calls: string[]}}
  const hash = createHash('sha256').update(JSON.stringify(model)).digest('hex')
  const text = await page.getByRole('main').innerText()
  expect(text).toContain(`sha256-${hash}`)
  for (const call of model.calls) expect(text).toContain(call)
  await close()
})

test('what a browser keeps after a run with a sign-in is what the file names', async () => {
  const {page, origin, close} = await visit(addresses['en-US'])
  const book = await readRunbookPage(page, 'en-US')
  await book.startPractice()
  await book.tick('1.1')
  await book.giveName('1.1', 'Zoé Martin')
  await book.signIn()
  await book.expectChip('2.1', /^Account and tenant read in Graph/)
  await page.evaluate(() => localStorage.setItem('control', ''))
  const kept = await page.evaluate(async () => ({
    IndexedDB: (await indexedDB.databases()).map(({name}) => name ?? ''),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
  }))
  expect(await page.context().cookies()).toEqual([])
  const text = await (await fetch(`${origin}/approval.md`)).text()
  const unnamed = Object.entries(kept).flatMap(([area, names]) => {
    const row = [...text.matchAll(new RegExp(`\\| ${area}: ([^|]+) \\|`, 'g'))].map(match => match[1]).join()
    const named = [...row.matchAll(/`([^`]+)`/g)].map(match => match[1] ?? '')
    const isNamed = (key: string) =>
      named.some(name => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name))
    return names.filter(key => !isNamed(key)).map(key => `${area} ${key}`)
  })
  for (const names of Object.values(kept)) expect(names).not.toEqual([])
  expect(unnamed).toEqual(['localStorage control'])
  await close()
})
