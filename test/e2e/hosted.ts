// `PASSERELLE_POLICY` tells the ways apart in which a host can give the policy: `header` serves pages without their
// element, `meta` sends no header of the build. Unset, both hold, as with `npm start`.
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** The folder of a built site as that host would serve it: the folder itself, or a copy that `remove` takes away. */
export function hosted(folder: string): {readonly path: string; readonly remove: () => void} {
  const way = process.env['PASSERELLE_POLICY'] ?? ''
  if (way === '') return {path: folder, remove: () => undefined}
  const path = mkdtempSync(join(tmpdir(), 'passerelle-hosted-'))
  cpSync(folder, path, {recursive: true})
  if (way === 'header') takePolicyOut(pagesOf(path))
  else if (way === 'meta') rmSync(join(path, 'staticwebapp.config.json'))
  else throw new RangeError(`Unexpected PASSERELLE_POLICY \`${way}\`, expected \`header\` or \`meta\``)
  return {path, remove: () => rmSync(path, {recursive: true, force: true})}
}

function pagesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  return names.filter(name => name.endsWith('.html')).map(name => join(folder, name))
}

// Only the build's own element, which stands first. The sign-in bridge keeps its own: it is part of that page.
function takePolicyOut(pages: readonly string[]): void {
  for (const page of pages) {
    const html = readFileSync(page, 'utf8')
    writeFileSync(page, html.replace(/(?<=<head>)<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
  }
}
