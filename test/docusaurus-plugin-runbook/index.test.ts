import type {LoadContext} from '@docusaurus/types'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import pluginRunbook from '../../plugins/docusaurus-plugin-runbook/index.ts'
import {actions, article, copySite, type SiteCopy} from '../cli/site.ts'

let site: SiteCopy

beforeEach(() => {
  site = copySite()
})
afterEach(() => site.remove())

async function load() {
  // The three things of the site's context that the plugin reads.
  const context = {siteDir: site.path, baseUrl: '/', i18n: {currentLocale: 'en-US'}}
  return await pluginRunbook(context as unknown as LoadContext).loadContent?.()
}

test('the site as it is is built', async () => {
  const [page, ...others] = (await load()) ?? []
  expect(page?.model?.runbook).toBe('password-writeback')
  expect(others).toEqual([])
})

describe('the build is refused', () => {
  test.each([
    [
      'for a file in place of a runbook’s article',
      'article-override',
      () =>
        site.add(article.replace('docs', 'i18n/en-US/docusaurus-plugin-content-docs/current'), {as: article}),
    ],
    [
      'for two runbooks of one id and name',
      'slug-duplicate',
      () => {
        for (const path of [article, actions]) site.add(path.replace('docs/', 'docs/more/'), {as: path})
      },
    ],
    [
      'for HTML in a runbook’s article',
      'html-refused',
      () => site.edit(article, 'On the **Welcome**', 'On the <iframe> **Welcome**'),
    ],
    [
      'for an id that would name another file',
      'value-invalid',
      () => site.edit(actions, 'runbook: password-writeback', 'runbook: ../../password-writeback'),
    ],
  ])('%s', async (_, rule, change) => {
    change()
    await expect(load()).rejects.toThrow(rule)
  })
})
