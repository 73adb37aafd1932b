// Files of this repository as they stood at a Git revision.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {UsageError} from './usage-error.ts'

/**
 * What `read` makes of the folders of a project as they stood at a revision, put below a folder that is gone afterwards.
 * @throws UsageError where Git does not know the revision.
 */
export function atRevision<Made>(
  project: string,
  revision: string,
  folders: readonly string[],
  read: (project: string) => Made,
): Made {
  // A name that begins with a hyphen would be an option of Git's.
  const commit = git(project, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ])
  const hash = commit?.toString('utf8').trim() ?? ''
  if (hash === '') throw new UsageError(`Unexpected revision \`${revision}\`, expected one that Git knows`)
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-'))
  try {
    const names = git(project, ['ls-tree', '-r', '-z', '--name-only', hash, '--', ...folders]) ?? ''
    for (const name of names.toString('utf8').split('\0').filter(Boolean)) {
      const text = git(project, ['cat-file', 'blob', `${hash}:./${name}`])
      if (text === null) continue
      mkdirSync(dirname(join(copy, name)), {recursive: true})
      writeFileSync(join(copy, name), text)
    }
    return read(copy)
  } finally {
    rmSync(copy, {recursive: true, force: true})
  }
}

function git(cwd: string, args: readonly string[]): Buffer | null {
  const {status, stdout} = spawnSync('git', args, {cwd, maxBuffer: 1e9})
  return status === 0 ? stdout : null
}
