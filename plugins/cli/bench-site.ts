// `npm run bench:site -- DIR [ROUNDS]`: what both languages from a folder of bilingual articles cost beside plain
// Docusaurus building the same pages from plain files. Prints ratios of runs that took turns; asserts nothing.
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {slugOf} from '../runbook/index.ts'
import {configurationOf, stagedNames, stageSite, type StageKind} from './stage.ts'

/** What a build took: CPU and wall in seconds, the largest process in MB. */
interface Cost {
  readonly cpu: number
  readonly wall: number
  readonly memory: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, '.cache-passerelle/bench')
const [articles, rounds = '3'] = process.argv.slice(2)
if (articles === undefined || !existsSync(articles)) {
  console.error('usage: npm run bench:site -- DIR [ROUNDS]')
  process.exit(2)
}

const names = stagedNames(resolve(articles))
const kinds = ['bilingual', 'themed', 'plain'] as const
for (const kind of kinds) stageSite(join(folder, kind), names, kind, root)
for (const {below, original} of names)
  if (!original.endsWith(`/${below}`)) console.log(`${JSON.stringify(original)} stands as ${below}`)

const costs = {bilingual: new Array<Cost>(), themed: new Array<Cost>(), plain: new Array<Cost>()}
for (let round = 0; round < Number(rounds); round++) {
  for (const kind of kinds) {
    const cost = buildOf(kind)
    costs[kind].push(cost)
    console.log(
      `round ${String(round + 1)}, ${kind.padEnd(9)}: CPU ${cost.cpu.toFixed(0)} s, wall ${cost.wall.toFixed(0)} s, peak ${cost.memory.toFixed(0)} MB`,
    )
  }
}
console.log(`${String(names.length)} articles in 2 languages, median of ${rounds}:`)
for (const of of ['cpu', 'wall', 'memory'] as const) {
  const [own, themed, plain] = kinds.map(kind => medianOf(costs[kind], of)) as [number, number, number]
  console.log(
    `${of.padEnd(6)} ${own.toFixed(0)} ÷ ${plain.toFixed(0)} = ${(own / plain).toFixed(2)}` +
      `${of === 'cpu' ? ' (budget 1.10)' : ''}; of that ${(own / themed).toFixed(2)} for bilingual files, ` +
      `${(themed / plain).toFixed(2)} for this site's pages`,
  )
}

/** Builds one kind once. Exits with 1 where a page of an article is missing in a language. */
function buildOf(kind: StageKind): Cost {
  const site = join(folder, kind)
  const [out, notes] = [join(site, 'build'), join(site, 'cost')]
  for (const each of [out, notes, join(site, '.docusaurus')]) rmSync(each, {recursive: true, force: true})
  mkdirSync(notes)
  const program = join(root, 'node_modules/.bin/docusaurus')
  const args = ['build', site, '--config', join(site, configurationOf[kind]), '--out-dir', out]
  const meter = fileURLToPath(new URL('meter.mjs', import.meta.url))
  const before = performance.now()
  const {status, stdout, stderr} = spawnSync(program, args, {
    cwd: site,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: {...process.env, NODE_OPTIONS: `--import=${meter}`, PASSERELLE_METER: notes},
  })
  const wall = (performance.now() - before) / 1000
  const missing = names.flatMap(({below, original}) => {
    const files = ['', 'fr-FR/'].map(locale => `${locale}${slugOf(below)}.html`)
    return files.filter(file => !existsSync(join(out, file))).map(file => `${file}, of ${original}`)
  })
  if (status !== 0 || missing.length > 0) {
    console.error(`${(stdout + stderr).slice(-4000)}\n${missing.slice(0, 20).join('\n')}`)
    console.error(`The ${kind} site was not built, ${String(missing.length)} pages missing.`)
    process.exit(1)
  }
  const processes = readdirSync(notes).map(
    name => JSON.parse(readFileSync(join(notes, name), 'utf8')) as Pick<Cost, 'cpu' | 'memory'>,
  )
  const cpu = processes.reduce((sum, each) => sum + each.cpu, 0)
  return {cpu, wall, memory: Math.max(...processes.map(each => each.memory))}
}

function medianOf(all: readonly Cost[], of: keyof Cost): number {
  const sorted = all.map(cost => cost[of]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
