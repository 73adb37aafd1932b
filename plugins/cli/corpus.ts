// `npm run corpus -- DIR`: what the core makes of every bilingual article below DIR. Where DIR holds `bilingual/` and
// `target/`, the published files stand in the latter, and `manifest.jsonl` says what to expect. Exits with 1 on a fault.
import {existsSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {faultsOf, reportArticle, type Expectation} from '../conformance/corpus-report.ts'
import {reportPage} from '../conformance/page-report.ts'
import {toTable} from '../conformance/table.ts'
import {reportText, type CorpusArticle} from '../conformance/text-report.ts'
import {filesBelow, slashed} from '../docusaurus-plugin-runbook/site-files.ts'
import {isFolder, readText} from './files.ts'

const [folder = ''] = process.argv.slice(2)
const inFolder = (name: string) => (existsSync(join(folder, name)) ? join(folder, name) : null)
const root = inFolder('bilingual') ?? folder
const published = inFolder('target')
const manifest = inFolder('manifest.jsonl')

if (folder === '' || !isFolder(folder)) throw new TypeError('Missing the folder of a corpus')
const faults: string[] = []
const files = filesBelow(root, '.md')
const expectations = new Map(manifest === null ? [] : readManifest(manifest))
const reports = files.map(file => {
  const path = slashed(relative(root, file))
  const bytes = readFileSync(file)
  const article: CorpusArticle = {path, text: bytes.toString('utf8'), published: publishedOf(path)}
  const expected = expectations.get(path) ?? null
  if (!Buffer.from(article.text).equals(bytes))
    faults.push(`${path}: it is no UTF-8, so its bytes cannot be kept`)
  return reportArticle(article, expected, {text: reportText, page: reportPage}, () => performance.now())
})
console.log(toTable(reports))
const read = new Set(reports.map(each => each.path))
for (const path of expectations.keys())
  if (!read.has(path)) faults.push(`${path}: the manifest names it, and it is not there`)
for (const fault of faults) console.log(`FAULT  ${fault}`)
process.exitCode = faults.length > 0 || reports.some(report => faultsOf(report).length > 0) ? 1 : 0

function publishedOf(path: string): string | null {
  const file = published === null ? null : join(published, path)
  return file !== null && existsSync(file) ? readText(file) : null
}

function readManifest(path: string): readonly (readonly [string, Expectation])[] {
  return readText(path)
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const row = JSON.parse(line) as Expectation
      return [row.path, row]
    })
}
