import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sourceLocale} from '../../src/model/locale.ts'
import type {Configuration} from '../runbook/index.ts'
import {approvalPage} from './approval-page.ts'
import type {Approval} from './approval-teller.ts'
import {approvalWords, type ApprovalLocale} from './approval-words.ts'
import {approvalMarkdown} from './approval.ts'
import {buildId} from './build-id.ts'
import type {Policy} from './csp.ts'
import {loadRunbooks} from './load.ts'

/** What the approval file of a built site is written from. */
export interface ApprovalSite {
  readonly siteDir: string
  /** Where the build has written the site. */
  readonly folder: string
  readonly configuration: Configuration
  readonly policy: Policy | null
}

/**
 * Writes the approval file into a built site, in each language as Markdown and as a page, `approval.md` and
 * `approval.html`, with `approval.css` at the root.
 */
export function writeApproval({siteDir, folder, configuration, policy}: ApprovalSite): void {
  const approval: Approval = {runbooks: loadRunbooks(siteDir), configuration, policy, build: buildId(siteDir)}
  const sheets = stylesheetsOf(readFileSync(join(folder, 'index.html'), 'utf8'))
  const styles = sheets.map(sheet => readFileSync(join(folder, sheet), 'utf8'))
  write(join(folder, 'approval.css'), ownStyle(styles.join('')))
  for (const locale of locales) {
    const other = locale === 'en-US' ? 'fr-FR' : 'en-US'
    const markdown = approvalMarkdown(approval, locale)
    const page = approvalPage(markdown, {
      locale,
      words: approvalWords[locale],
      stylesheets: [...sheets, '/approval.css'],
      home: baseOf(locale),
      markdown: `${baseOf(locale)}approval.md`,
      other: {locale: other, address: `${baseOf(other)}approval.html`},
    })
    write(join(folder, baseOf(locale), 'approval.md'), markdown)
    write(join(folder, baseOf(locale), 'approval.html'), page)
  }
}

const locales: readonly ApprovalLocale[] = ['en-US', 'fr-FR']

function baseOf(locale: ApprovalLocale): string {
  return locale === sourceLocale ? '/' : `/${locale}/`
}

/** The addresses of the site's own stylesheets that a page links. */
function stylesheetsOf(html: string): readonly string[] {
  const links = html.match(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/g) ?? []
  return links.flatMap(link => /\bhref="?(\/[\w./-]+\.css)/.exec(link)?.[1] ?? [])
}

// Without script nobody sets the theme: who prefers dark gets the same tokens by a media query.
function ownStyle(styles: string): string {
  const own = readFileSync(fileURLToPath(new URL('./approval.css', import.meta.url)), 'utf8')
  const dark = /\[data-theme=['"]?dark['"]?\]\s*\{(\s*--p-[^}]*)\}/.exec(styles)?.[1]
  if (dark === undefined) return own
  const theme = `html:root { --ifm-color-scheme: dark; ${dark.trim()} }`
  return `${own}\n@media screen and (prefers-color-scheme: dark) {\n  ${theme}\n}\n`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
}
