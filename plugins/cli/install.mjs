// Plain Node: nothing is installed yet when this runs.
import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** The project's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Installs the locked packages where `node_modules` does not hold just those. Exits where npm fails. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing the locked packages …')
  // Not `npm ci`: it refuses a lock without the optional packages of other platforms, which not every registry holds.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
}

/** Runs a program in the project's folder with its output shown; exits with its code where it fails. */
export function run(command, args, env = {}) {
  const {status, error} = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: {...process.env, ...env},
  })
  if (error) console.error(`${command}: ${error.message}`)
  if (status !== 0) process.exit(status ?? 1)
}

/** Path of a package's program in `node_modules`. */
export function bin(name) {
  return `${root}node_modules/.bin/${name}`
}

function isInstalled() {
  try {
    const locked = read('package-lock.json').packages
    const installed = read('node_modules/.package-lock.json').packages
    return Object.entries(locked).every(
      ([path, {version, optional}]) => path === '' || optional || installed[path]?.version === version,
    )
  } catch {
    return false
  }
}

function read(path) {
  return JSON.parse(readFileSync(root + path, 'utf8'))
}
