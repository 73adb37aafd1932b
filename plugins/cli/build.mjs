// Builds both languages into a folder of their own and puts it in the place of `build/` only when all of it succeeded.
import {spawnSync} from 'node:child_process'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {bin, ensureInstalled, root, run} from './install.mjs'

const pages = ['index.html', '404.html', 'fr-FR/index.html', 'fr-FR/404.html']

/** Builds the site into a folder of the project. Exits with 1, and leaves the last good build, where anything is wrong. */
export function build(folder = 'build') {
  const place = `${root}${folder}`
  const next = `${root}build-next`
  rmSync(next, {recursive: true, force: true})
  bundleRedirectBridge()
  const {status} = spawnSync(bin('docusaurus'), ['build', '--out-dir', next], {cwd: root, stdio: 'inherit'})
  // Docusaurus exits with 0 when it is told to stop, so what it wrote is looked at too.
  const missing = pages.filter(page => !existsSync(`${next}/${page}`))
  if (status !== 0 || missing.length > 0 || !isCompleted(next)) {
    rmSync(next, {recursive: true, force: true})
    const kept = existsSync(place) ? 'The last good build is kept.' : 'There is no earlier build.'
    const lacking = status === 0 && missing.length > 0 ? `: ${missing.join(', ')} missing` : ''
    console.error(`The site was not built${lacking}. ${kept}`)
    process.exit(1)
  }
  const old = `${root}build-old`
  rmSync(old, {recursive: true, force: true})
  if (existsSync(place)) renameSync(place, old)
  renameSync(next, place)
  rmSync(old, {recursive: true, force: true})
}

// Policy, headers: what needs every page of both languages.
function isCompleted(folder) {
  const program = ['plugins/cli/complete-site.ts', folder]
  return spawnSync(bin('tsx'), program, {cwd: root, stdio: 'inherit'}).status === 0
}

// The bridge page is no React route: it loads this one script and nothing of the site.
function bundleRedirectBridge() {
  const entry = 'src/auth/redirect.ts'
  run(bin('esbuild'), [
    entry,
    '--bundle',
    '--minify',
    '--target=es2022',
    '--outfile=static/auth/redirect.js',
    '--log-level=warning',
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled()
  build(process.argv[2])
}
