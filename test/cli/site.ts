import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {parse} from 'yaml'
import {filesBelow} from '../../plugins/docusaurus-plugin-runbook/site-files.ts'
import {root} from './passerelle.ts'

/** A copy of the authored files of the site, to break. */
export interface SiteCopy {
  readonly path: string
  /** Replaces a text in a file of the copy, which must hold it. */
  edit(file: string, from: string | RegExp, to: string): void
  /** Writes a file of the copy; its text is that of another file of it, or as given. */
  add(file: string, text: {readonly as: string} | string): void
  remove(): void
}

/** The flagship's files, below a site's folder. */
export const article = 'docs/enable-password-writeback-in-azure-ad-connect.md'
export const actions = 'docs/enable-password-writeback-in-azure-ad-connect.runbook.yaml'
export const french = 'i18n/fr-FR/docusaurus-plugin-runbook/password-writeback.json'

// Counted are findings of what a test breaks, not runbooks.
const others = new Set(
  filesBelow(join(root, 'docs'), '.runbook.yaml')
    .filter(file => file !== join(root, actions))
    .flatMap(file => {
      const {runbook} = parse(readFileSync(file, 'utf8')) as {runbook: string}
      const texts = join(root, `i18n/fr-FR/docusaurus-plugin-runbook/${runbook}.json`)
      return [file, file.replace(/\.runbook\.yaml$/, '.md'), texts]
    }),
)

/** A copy of the site in a folder of its own, with the flagship as its only runbook. */
export function copySite(): SiteCopy {
  const path = mkdtempSync(join(tmpdir(), 'passerelle-'))
  for (const folder of ['docs', 'i18n'])
    cpSync(join(root, folder), join(path, folder), {recursive: true, filter: file => !others.has(file)})
  return {
    path,
    edit(file, from, to) {
      const before = readFileSync(join(path, file), 'utf8')
      const after = before.replace(from, () => to)
      if (after === before) throw new TypeError(`${file} does not hold ${String(from)}`)
      writeFileSync(join(path, file), after)
    },
    add(file, text) {
      mkdirSync(dirname(join(path, file)), {recursive: true})
      writeFileSync(join(path, file), typeof text === 'string' ? text : readFileSync(join(path, text.as)))
    },
    remove: () => rmSync(path, {recursive: true, force: true}),
  }
}
