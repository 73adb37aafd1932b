// `npm run bench -- [DIR]`: what reading both languages of articles costs beside parsing their Markdown, and ten thousand
// articles beside one thousand. Prints ratios measured in one run, in CPU time; asserts nothing.
import {project, scan} from '../bilingual/index.ts'
import {publishedBelow} from '../docusaurus-plugin-runbook/site-files.ts'
import {parse, stepsOf} from '../runbook/index.ts'
import {readText} from './files.ts'

const rounds = 7
const articles = publishedBelow(process.argv[2] ?? 'docs', '.md').map(readText)
const sides = ['source', 'target'] as const
const projected = articles.map(text =>
  sides.map(side => {
    const {text: markdown, bodyStart} = project(scan(text), side)
    return markdown.slice(bodyStart)
  }),
)

const readBoth = (text: string) => {
  const scanned = scan(text)
  sides.forEach(side => stepsOf(project(scanned, side)))
}
const whole = () => articles.forEach(readBoth)
const parsing = () => projected.forEach(texts => texts.forEach(text => parse(text)))

// Interleaved, so that a slow moment of the machine falls on both.
const ratios = Array.from({length: rounds}, () => {
  const own = cpuOf(whole)
  return {own, parse: cpuOf(parsing)}
}).slice(1)
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const milliseconds = (microseconds: number) => (microseconds / 1000).toFixed(0)

console.log(`${articles.length} articles, ${ratios.length} rounds after one to warm up, CPU time`)
console.log(
  `scan, both projections, both parses, both step trees  ${milliseconds(median(ratios.map(r => r.own)))} ms`,
)
console.log(
  `the same parsing of both projected texts              ${milliseconds(median(ratios.map(r => r.parse)))} ms`,
)
console.log(
  `ratio (budget 1.25)                                   ${median(ratios.map(r => r.own / r.parse)).toFixed(2)}`,
)

// The same articles over and over: the mix stays, and only their number grows.
const costOf = (count: number) =>
  cpuOf(() => {
    for (let index = 0; index < count; index++) readBoth(articles[index % articles.length] ?? '')
  }) / count
const [thousand, tenThousand] = [costOf(1000), costOf(10_000)]
console.log(
  `an article among 10,000 ÷ among 1,000 (1.00 is linear)  ${(tenThousand / thousand).toFixed(2)}  (${milliseconds(tenThousand * 10_000)} ms for 10,000)`,
)
console.log(
  `peak memory of this process                            ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
)

/** CPU microseconds of one call. */
function cpuOf(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const {user, system} = process.cpuUsage(before)
  return user + system
}
