// Builds both languages into a folder of their own and puts it in the place of `build/` only when all of it succeeded.
import {spawnSync} from 'node:child_process'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {bin, ensureInstalled, root, run} from './install.mjs'

const pages = ['index.html', '404.html', 'fr-FR/index.html', 'fr-FR/404.html']

/** Builds the site into `build/`. Exits with 1, and leaves the last good build, where anything is wrong. */
export function build() {
  const next = `${root}build-next`
  rmSync(next, {recursive: true, force: true})
  bundleRedirectBridge()
  const {status} = spawnSync(bin('docusaurus'), ['build', '--out-dir', next], {cwd: root, stdio: 'inherit'})
  // Docusaurus exits with 0 when it is told to stop, so what it wrote is looked at too.
  const missing = pages.filter(page => !existsSync(`${next}/${page}`))
  if (status !== 0 || missing.length > 0) {
    rmSync(next, {recursive: true, force: true})
    const kept = existsSync(`${root}build`) ? 'The last good build is kept.' : 'There is no earlier build.'
    console.error(`The site was not built${status === 0 ? `: ${missing.join(', ')} missing` : ''}. ${kept}`)
    process.exit(1)
  }
  const old = `${root}build-old`
  rmSync(old, {recursive: true, force: true})
  if (existsSync(`${root}build`)) renameSync(`${root}build`, old)
  renameSync(next, `${root}build`)
  rmSync(old, {recursive: true, force: true})
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
  build()
}
