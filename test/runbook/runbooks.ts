import {readFileSync} from 'node:fs'
import {compilePage} from '../../plugins/runbook/index.ts'
import type {CompiledPage} from '../../plugins/runbook/index.ts'

const root = new URL('../../', import.meta.url)

/** The files of one of our runbooks. */
interface RunbookFiles {
  readonly name: string
  readonly runbook: string
  readonly article: string
  readonly actions: string
  readonly texts: string
}

/** The runbooks that change something, but for the one in `block-matching.ts`. */
export const [licence, writebackProof] = [
  readRunbook('assign-or-remove-a-licence', 'user-licence'),
  readRunbook('prove-writeback-on-a-pilot-user', 'prove-writeback'),
]

/** A runbook compiled, with the files given in place of its own. */
export function compileRunbook(
  own: RunbookFiles,
  changed: Partial<Pick<RunbookFiles, 'article' | 'actions' | 'texts'>> = {},
): CompiledPage {
  const files = {...own, ...changed}
  return compilePage({
    article: {path: `docs/${own.name}.md`, text: files.article},
    actions: {path: `docs/${own.name}.runbook.yaml`, text: files.actions},
    // Texts are kept under the runbook's id: under another one there are none.
    texts: runbook => [
      {locale: 'fr-FR', file: {path: textsOf(runbook), text: runbook === own.runbook ? files.texts : null}},
    ],
  })
}

function readRunbook(name: string, runbook: string): RunbookFiles {
  const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
  return {
    name,
    runbook,
    article: read(`docs/${name}.md`),
    actions: read(`docs/${name}.runbook.yaml`),
    texts: read(textsOf(runbook)),
  }
}

function textsOf(runbook: string): string {
  return `i18n/fr-FR/docusaurus-plugin-runbook/${runbook}.json`
}
