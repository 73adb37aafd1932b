import {describe, expect, test} from 'vitest'
import {pair} from '../bilingual/flagship.ts'
import {toHtml} from './pipelines.ts'

const learn = 'https://learn.microsoft.com'

describe.each([
  ['/microsoft-365/admin?view=o365#x', `${learn}/fr-fr/microsoft-365/admin?view=o365#x`],
  ['/fr-FR/azure/active-directory', `${learn}/fr-fr/azure/active-directory`],
  ['https://docs.microsoft.com/azure/x', `${learn}/fr-fr/azure/x`],
  ['http://docs.microsoft.com/en-us/azure/x', `${learn}/fr-fr/azure/x`],
  ['https://learn.microsoft.com/zh-hans-cn/azure', `${learn}/fr-fr/azure`],
  ['https://learn.microsoft.com/en-us', `${learn}/fr-fr`],
  ['https://docs.microsoft.com', `${learn}/fr-fr`],
  ['https://support.microsoft.com/en-us/x', 'https://support.microsoft.com/en-us/x'],
  ['https://docs.microsoft.com.example/x', 'https://docs.microsoft.com.example/x'],
  ['//docs.microsoft.com/x', '//docs.microsoft.com/x'],
  ['other-article.md', 'other-article.md'],
  ['../media/x.png', '../media/x.png'],
  ['#part', '#part'],
  ['mailto:a@contoso.example', 'mailto:a@contoso.example'],
])('%s', (url, expected) => {
  const text = pair('0a1b2-102', `[mot](${url})`, `[word](${url})`)

  test(`leads to ${expected}`, async () => {
    const html = await toHtml(text, {side: 'target', locale: 'fr-FR'})
    expect(html).toBe(`<p><a href="${expected}">mot</a></p>`)
  })
})

test('without a locale the target’s own is taken, and the source’s is en-US', async () => {
  const body = pair('0a1b2-102', '[mot](/azure)', '[word](/azure)')
  const article = `---\nms.contentlocale: de-DE\n---\n${body}`
  expect(await toHtml(article, {side: 'target'})).toContain(`href="${learn}/de-de/azure"`)
  expect(await toHtml(article, {side: 'source'})).toContain(`href="${learn}/en-us/azure"`)
  expect(await toHtml(body, {side: 'target'})).toContain(`href="${learn}/azure"`)
})

test.each([
  ['ar-SA', '/ar-sa/azure'],
  ['zh-Hans', '/zh-cn/azure'],
  ['zh-Hant', '/zh-tw/azure'],
  ['sr-Latn-RS', '/sr-latn-rs/azure'],
  ['he', '/azure'],
  ['no tag', '/azure'],
])('the locale %s is named as the documentation names it', async (locale, path) => {
  const html = await toHtml(pair('0a1b2-102', '[mot](/azure)', '[word](/azure)'), {side: 'target', locale})
  expect(html).toContain(`href="${learn}${path}"`)
})

test('links by reference are rewritten, images and their addresses are not', async () => {
  const html = await toHtml(`${pair('0a1b2-1', 'x', '[word][1]')} ![Alt](/media/x.png)\n\n[1]: /azure\n`, {
    side: 'source',
  })
  expect(html).toContain(`<a href="${learn}/en-us/azure">word</a> <img src="/media/x.png" alt="Alt">`)
})
