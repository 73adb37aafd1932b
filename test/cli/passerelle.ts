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
