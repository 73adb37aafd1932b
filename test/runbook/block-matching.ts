import {readFileSync} from 'node:fs'
import {compilePage} from '../../plugins/runbook/index.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const paths = {
  article: 'docs/block-soft-match-and-hard-match-takeover.md',
  actions: 'docs/block-soft-match-and-hard-match-takeover.runbook.yaml',
  texts: 'i18n/fr-FR/docusaurus-plugin-runbook/block-matching.json',
}

/** The files of the runbook that blocks soft match and hard-match takeover. */
export const blockMatching = {
  article: read(paths.article),
  actions: read(paths.actions),
  texts: read(paths.texts),
}

/** That runbook compiled, with the files given in place of its own. */
export function compileBlockMatching(changed: Partial<typeof blockMatching> = {}): CompiledPage {
  const files = {...blockMatching, ...changed}
  return compilePage({
    article: {path: paths.article, text: files.article},
    actions: {path: paths.actions, text: files.actions},
    // Texts are kept under the runbook's id: under another one there are none.
    texts: runbook => {
      const path = `i18n/fr-FR/docusaurus-plugin-runbook/${runbook}.json`
      return [{locale: 'fr-FR', file: {path, text: path === paths.texts ? files.texts : null}}]
    },
  })
}
