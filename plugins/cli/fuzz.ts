// `npm run fuzz -- [--seed N] [--count N] [--trees N] [DIR]`: damages articles and tries what every text is promised.
// Exits with 1 where a promise is broken, or where reading takes more than linear time.
import {parseArgs} from 'node:util'
import {breachOf} from '../conformance/breach.ts'
import {fuzz, type FuzzFault, type FuzzLevel} from '../conformance/fuzz.ts'
import {growing} from '../conformance/growth.ts'
import {filesBelow} from '../docusaurus-plugin-runbook/site-files.ts'
import {readText} from './files.ts'

const {values, positionals} = parseArgs({
  options: {
    seed: {type: 'string', default: '1'},
    count: {type: 'string', default: '100000'},
    trees: {type: 'string', default: '2000'},
  },
  allowPositionals: true,
})
// The generated include of the corpus is as long as a hundred articles: what it shows, shorter ones do.
const longest = 30_000
const articles = filesBelow(positionals[0] ?? 'docs', '.md')
  .map(readText)
  .filter(text => text.length <= longest)
const faults = [...run('text', Number(values.count)), ...run('trees', Number(values.trees))]
for (const {number, breach, kinds, text} of faults.slice(0, 20))
  console.log(`\nmutation ${number}: ${breach} (${kinds.join(', ')})\n${JSON.stringify(text.slice(0, 2000))}`)
process.exitCode = faults.length + slowFamilies() > 0 ? 1 : 0

function run(level: FuzzLevel, count: number): readonly FuzzFault[] {
  const seed = Number(values.seed)
  const found: FuzzFault[] = []
  const slowest = {milliseconds: 0, text: '', kinds: ['']}
  const begun = performance.now()
  let at = process.cpuUsage()
  for (const {number, text, kinds, fault} of fuzz(articles, {seed, count, level})) {
    if (number > 0 && number % Math.ceil(count / 10) === 0) console.error(`${level}: ${number} of ${count}`)
    const milliseconds = millisecondsSince(at)
    at = process.cpuUsage()
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, {milliseconds, text, kinds})
    if (fault !== null) found.push(fault)
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(
    `${level}: ${count} mutations of ${articles.length} articles, seed ${seed}: ${found.length} broken promises, ${seconds} s; ` +
      `the slowest ${slowest.milliseconds.toFixed(0)} ms of CPU (${slowest.text.length} characters, ${slowest.kinds.join(', ')})`,
  )
  return found
}

/** Four times the text may take eight times as long, the noise of the machine included; sixteen would be quadratic. */
function slowFamilies(): number {
  const size = 1_000_000
  let slow = 0
  for (const [name, textOf] of Object.entries(growing)) {
    const [once, fourfold] = [cpuOf(textOf(size)), cpuOf(textOf(4 * size))]
    const ratio = fourfold / Math.max(once, 20)
    if (ratio > 8) slow += 1
    console.log(
      `${name.padEnd(32)} ${once.toFixed(0).padStart(6)} ms, four times as long ${fourfold.toFixed(0).padStart(6)} ms: ` +
        `${ratio.toFixed(1)}${ratio > 8 ? '  NOT LINEAR' : ''}`,
    )
  }
  return slow
}

/** CPU milliseconds of reading a text, the better of two. */
function cpuOf(text: string): number {
  const spent = [0, 1].map(() => {
    const before = process.cpuUsage()
    breachOf(text)
    return millisecondsSince(before)
  })
  return Math.min(...spent)
}

/** CPU milliseconds since a reading of the clock: what others do on the machine does not count. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1000
}
