import {readFileSync} from 'node:fs'
import {compilePage} from '../../plugins/runbook/index.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const paths = {
  article: 'docs/enable-password-writeback-in-azure-ad-connect.md',
  actions: 'docs/enable-password-writeback-in-azure-ad-connect.runbook.yaml',
  texts: 'i18n/fr-FR/docusaurus-plugin-runbook/password-writeback.json',
}

/** The files of the flagship; the article is the fixture, because translators may correct the one in docs. */
export const flagship = {
  article: read('test/fixtures/flagship/article.md'),
  actions: read(paths.actions),
  texts: read(paths.texts),
}

/** The flagship compiled, with the files given in place of its own. */
export function compileFlagship(changed: Partial<typeof flagship> = {}): CompiledPage {
  const files = {...flagship, ...changed}
  return compilePage({
    article: {path: paths.article, text: files.article},
    actions: {path: paths.actions, text: files.actions},
    texts: runbook => [
      {
        locale: 'fr-FR',
        file: {path: `i18n/fr-FR/docusaurus-plugin-runbook/${runbook}.json`, text: files.texts},
      },
    ],
  })
}
