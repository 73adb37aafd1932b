// Every article of the corpus against the file that Microsoft published of it: an oracle that this project did not write.
// What needs Markdown as well, HTML and steps, is `npm run corpus`, and here for every fortieth article.
import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {faultsOf, reportArticle, type Expectation} from '../../plugins/conformance/corpus-report.ts'
import {reportPage} from '../../plugins/conformance/page-report.ts'
import {toTable} from '../../plugins/conformance/table.ts'
import {reportText} from '../../plugins/conformance/text-report.ts'

const corpus = new URL('../../../shared/corpus/fr-FR/', import.meta.url)
const present = existsSync(new URL('manifest.jsonl', corpus))
if (!present)
  console.warn('SKIPPED: the corpus ../shared/corpus/fr-FR is absent, so no article of it was read.')

const urlOf = (path: string) => new URL(path.split('/').map(encodeURIComponent).join('/'), corpus)
const read = (path: string) => readFileSync(urlOf(path), 'utf8')

test.skipIf(!present)('every article of the corpus is read without a fault', {timeout: 120_000}, () => {
  const rows = read('manifest.jsonl')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Expectation)
  const reports = rows.map((row, index) => {
    const published = existsSync(urlOf(`target/${row.path}`)) ? read(`target/${row.path}`) : null
    const article = {path: row.path, text: read(`bilingual/${row.path}`), published}
    const steps = {text: reportText, ...(index % 40 === 0 && {page: reportPage})}
    return reportArticle(article, row, steps, () => performance.now())
  })
  console.info(toTable(reports).split('\n\n')[0])
  expect(reports.flatMap(report => faultsOf(report).map(fault => `${report.path}: ${fault}`))).toEqual([])
  const exact = reports.filter(({text}) => text?.comparison?.first === null).map(({path}) => path)
  expect(exact).toEqual(rows.filter(({result}) => result === 'exact').map(({path}) => path))
})
