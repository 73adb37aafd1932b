import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

/** The project's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs the command line in a folder as a person would. */
export function passerelle(args: readonly string[], cwd = root) {
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [`${root}plugins/cli/passerelle.mjs`, ...args],
    {
      cwd,
      encoding: 'utf8',
    },
  )
  return {status, stdout, stderr}
}

/** A finding as `check --format json` prints it. */
interface Message {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: string
  readonly rule: string
  readonly text: string
  readonly fix: string
  readonly url: string
}

/** What `check` finds in a site's folder, or at some of its paths. */
export function checkSite(
  folder: string,
  paths: readonly string[] = [],
): {readonly status: number | null; readonly messages: readonly Message[]} {
  const {status, stdout} = passerelle(['check', '--format', 'json', ...paths], folder)
  return {status, messages: JSON.parse(stdout) as readonly Message[]}
}
