import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {root} from './passerelle.ts'

/** A copy of the authored files of the site, to break. */
export interface SiteCopy {
  readonly path: string
  /** Replaces a text in a file of the copy, which must hold it. */
  edit(file: string, from: string | RegExp, to: string): void
  remove(): void
}

export const article = 'docs/enable-password-writeback-in-azure-ad-connect.md'
export const actions = 'docs/enable-password-writeback-in-azure-ad-connect.runbook.yaml'
export const french = 'i18n/fr-FR/docusaurus-plugin-runbook/password-writeback.json'

export function copySite(): SiteCopy {
  const path = mkdtempSync(join(tmpdir(), 'passerelle-'))
  for (const folder of ['docs', 'i18n']) cpSync(join(root, folder), join(path, folder), {recursive: true})
  return {
    path,
    edit(file, from, to) {
      const before = readFileSync(join(path, file), 'utf8')
      const after = before.replace(from, () => to)
      if (after === before) throw new TypeError(`${file} does not hold ${String(from)}`)
      writeFileSync(join(path, file), after)
    },
    remove: () => rmSync(path, {recursive: true, force: true}),
  }
}
