// Which Chromium: the system's if there is one, otherwise the npm-packaged one.
import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import {chromium} from 'playwright-core'

const closedNetwork = 'MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1'
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-sandbox',
]

/**
 * Starts a Chromium that can reach nothing but this machine. `PASSERELLE_CHROMIUM` names another program, or `packaged`.
 * `resolver` replaces the rules for names; `args` are further arguments.
 * @returns playwright's `Browser`
 */
export async function launchChromium({resolver = closedNetwork, args = []} = {}) {
  const options = {
    args: [...quiet, `--host-resolver-rules=${resolver}`, ...args],
    // A window that no press opens is blocked, as in a browser that nobody automates.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  }
  const system = systemChromium()
  if (system !== null) return chromium.launch({...options, executablePath: system})
  // The package unpacks the libraries it needs only where it believes to run in this environment.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x'
  const {default: packaged} = await import('@sparticuz/chromium')
  // Not the package's own flags: in one process it dies with the first profile that is closed, and its switches for
  // cross-origin requests would let through what the tests are there to see.
  return chromium.launch({...options, executablePath: await packaged.executablePath()})
}

function systemChromium() {
  const named = process.env['PASSERELLE_CHROMIUM']
  if (named === 'packaged') return null
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(isExecutable) ?? null
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
