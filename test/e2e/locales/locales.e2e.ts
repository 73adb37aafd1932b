// A third and a fourth locale from bilingual articles of their own: which language stands where, and which way it runs.
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {serve} from '../../../plugins/cli/serve.mjs'
import {launchChromium} from '../../../plugins/cli/chromium.mjs'
import {expectNoViolations} from '../axe.ts'
import {visit} from '../browser.ts'

const site = fileURLToPath(new URL('../../../.cache-passerelle/locales-site', import.meta.url))
const article = 'restart-the-sync-service'

const tongues = [
  {
    locale: 'en-US',
    base: '/',
    direction: 'ltr',
    title: 'Restart the synchronization service',
    steps: [
      'Open Services on the server.',
      'Right-click Microsoft Azure AD Sync, then select Restart.',
      'Check that the status is Running.',
    ],
  },
  {
    locale: 'fr-FR',
    base: '/fr-FR/',
    direction: 'ltr',
    title: 'Redémarrer le service de synchronisation',
    steps: [
      'Ouvrez Services sur le serveur.',
      'Cliquez avec le bouton droit sur Microsoft Azure AD Sync, puis sélectionnez Redémarrer.',
      'Vérifiez que l’état est Running.',
    ],
  },
  {
    locale: 'ar-SA',
    base: '/ar-SA/',
    direction: 'rtl',
    title: 'إعادة تشغيل خدمة المزامنة',
    steps: [
      'افتح الخدمات على الخادم.',
      'انقر بزر الماوس الأيمن فوق Microsoft Azure AD Sync، ثم حدد إعادة التشغيل.',
      'تحقق من أن الحالة هي Running.',
    ],
  },
  {
    locale: 'ja-JP',
    base: '/ja-JP/',
    direction: 'ltr',
    title: '同期サービスを再起動する',
    steps: [
      'サーバーで サービス を開きます。',
      'Microsoft Azure AD Sync を右クリックし、再起動 を選択します。',
      '状態が Running であることを確認します。',
    ],
  },
] as const

let server: Server | null = null
let origin = ''
const browser = launchChromium()
beforeAll(async () => {
  server = await serve(0, site)
  origin = `http://localhost:${String((server.address() as AddressInfo).port)}`
})
afterAll(async () => {
  server?.closeAllConnections()
  server?.close()
  await (await browser).close()
})

test.each(tongues.map(tongue => [tongue.locale, tongue] as const))(
  '%s: one article, one language, one direction',
  async (locale, tongue) => {
    const {base, direction, title, steps} = tongue
    const {page} = await visit(`${base}${article}`, {
      viewport: {width: 1280, height: 1200},
      site: {origin, browser: await browser, others: [], due: /^$/},
    })
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect(await page.evaluate(() => document.dir)).toBe(direction)
    await expect.poll(() => page.title()).toBe(`${title} | Passerelle`)
    const body = page.getByRole('article')
    expect(await body.getByRole('heading', {level: 1}).innerText()).toBe(title)
    expect(await body.locator('ol > li').allInnerTexts()).toEqual(steps)
    const link = await body.getByRole('link', {name: /Azure AD Connect/}).getAttribute('href')
    expect(link).toBe(
      `https://learn.microsoft.com/${locale.toLowerCase()}/azure/active-directory/hybrid/how-to-connect-sync-whatis`,
    )
    const text = await body.innerText()
    for (const other of tongues) if (other.locale !== locale) expect(text).not.toContain(other.title)
    expect(text).not.toMatch(/data-[ts]tu-id|sxs-lookup/)

    // The text begins where its language does.
    const [left, right] = await body.getByRole('heading', {level: 1}).evaluate(heading => {
      const range = document.createRange()
      range.selectNodeContents(heading)
      const [words, box] = [range.getBoundingClientRect(), heading.getBoundingClientRect()]
      return [words.left - box.left, box.right - words.right] as const
    })
    expect(direction === 'rtl' ? right : left).toBeLessThan(2)
    await expectNoViolations(page, locale)
    await page.setViewportSize({width: 390, height: 1200})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  },
)
