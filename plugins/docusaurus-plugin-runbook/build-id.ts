import {spawnSync} from 'node:child_process'

/**
 * What names this build in a run record: `PASSERELLE_BUILD`, else the commit, with `+` where files differ from it,
 * else `unversioned`.
 */
export function buildId(siteDir: string): string {
  const given = process.env['PASSERELLE_BUILD']
  if (given !== undefined && given !== '') return given
  const commit = git(siteDir, 'rev-parse', '--short=12', 'HEAD')
  if (commit === null) return 'unversioned'
  return git(siteDir, 'status', '--porcelain') === '' ? commit : `${commit}+`
}

function git(cwd: string, ...args: readonly string[]): string | null {
  const {status, stdout} = spawnSync('git', args, {cwd, encoding: 'utf8'})
  return status === 0 ? stdout.trim() : null
}
