// `npm run check`: types, lint, format, dead exports, articles. Runs all of them, then says which failed.
import {spawnSync} from 'node:child_process'
import {bin, ensureInstalled, root} from './install.mjs'

ensureInstalled()
const checks = [
  ['types: configuration', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types: plugins', bin('tsc'), ['-p', 'plugins/tsconfig.json']],
  ['types: src/model', bin('tsc'), ['-p', 'src/model/tsconfig.json']],
  ['types: src', bin('tsc'), ['-p', 'src/tsconfig.json']],
  ['types: test', bin('tsc'), ['-p', 'test/tsconfig.json']],
  ['lint', bin('eslint'), ['.', '--max-warnings=0']],
  ['format', bin('prettier'), ['--check', '.', '--log-level=warn']],
  ['dead exports', bin('knip'), []],
  ['articles', process.execPath, ['plugins/cli/passerelle.mjs', 'check']],
]

const failed = checks.filter(([name, program, args]) => {
  console.log(`— ${name}`)
  return spawnSync(program, args, {cwd: root, stdio: 'inherit'}).status !== 0
})
console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`)
if (failed.length > 0) console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
