// What can only be made once every page of every locale is written.
import {writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {readBuiltPage, type BuiltPage} from '../docusaurus-plugin-runbook/built-page.ts'
import {writeApproval} from '../docusaurus-plugin-runbook/approval-files.ts'
import {loadConfiguration} from '../docusaurus-plugin-runbook/configuration.ts'
import {
  contentSecurityPolicy,
  metaElement,
  requestedOrigins,
  type Policy,
} from '../docusaurus-plugin-runbook/csp.ts'
import {hostingFiles} from '../docusaurus-plugin-runbook/hosting.ts'
import {filesBelow, slashed, targetLocales} from '../docusaurus-plugin-runbook/site-files.ts'
import type {Configuration} from '../runbook/index.ts'
import {readText} from './files.ts'

/** A built site on its way to being whole, as its writers see it. */
export interface BuiltSite {
  readonly siteDir: string
  /** Where the build has written it. */
  readonly folder: string
  readonly configuration: Configuration
  readonly policy: Policy
  readonly pages: readonly PlacedPage[]
}

/** A page and where it stands. */
export interface PlacedPage extends BuiltPage {
  /** Below the site's folder, with `/`. */
  readonly path: string
}

// In this order; each finds what those before it have written.
const writers: readonly ((site: BuiltSite) => void)[] = [writePolicyInPages, writeHostingFiles, writeApproval]

/**
 * Makes a built site whole: the policy into its pages, and the files that hosts read.
 * @throws one `Error`, naming the pages, where no single policy fits them all.
 */
export function completeSite(
  siteDir: string,
  folder: string,
  environment?: Readonly<Record<string, string | undefined>>,
): void {
  const configuration = loadConfiguration(siteDir, environment)
  const pages = filesBelow(folder, '.html').map(path => ({
    path: slashed(relative(folder, path)),
    ...readBuiltPage(readText(path)),
  }))
  const policy = contentSecurityPolicy({
    scripts: onlyScript(pages),
    styles: [...new Set(pages.flatMap(({styles}) => styles))].sort(),
    origins: requestedOrigins(configuration.signIn),
  })
  const site = {siteDir, folder, configuration, policy, pages}
  for (const write of writers) write(site)
}

// The theme has one inline script, the same in each page. A second one is somebody's mistake, or somebody's attack.
function onlyScript(pages: readonly PlacedPage[]): readonly string[] {
  const firstPages = new Map<string, string>()
  for (const {path, scripts} of pages)
    for (const script of scripts) if (!firstPages.has(script)) firstPages.set(script, path)
  if (firstPages.size <= 1) return [...firstPages.keys()]
  const found = [...firstPages].map(([script, path]) => `  ${path}: ${script}`)
  throw new Error(
    `Unexpected inline scripts, expected one for the whole site\n${found.join('\n')}\n  fix: put the script into a file`,
  )
}

function writePolicyInPages({folder, policy, pages}: BuiltSite): void {
  for (const {path, headStart, hasPolicy} of pages) {
    if (hasPolicy) continue
    if (headStart === null) throw new Error(`${path}: Missing \`<head>\`, so the policy has no place`)
    const file = join(folder, path)
    const html = readText(file)
    // Before all else in the head: it holds for what follows it.
    writeFileSync(file, html.slice(0, headStart) + metaElement(policy) + html.slice(headStart))
  }
}

function writeHostingFiles({siteDir, folder, policy}: BuiltSite): void {
  const files = hostingFiles({policy, targets: targetLocales(siteDir)})
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
