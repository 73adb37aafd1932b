// Every article of the corpus against the file that Microsoft published of it: an oracle that this project did not write.
import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {patch, project, projectArticle, scan} from '../../plugins/bilingual/index.ts'

interface Row {
  readonly path: string
  readonly result: string
  readonly segments?: number
  readonly target?: boolean
}

const corpus = new URL('../../../shared/corpus/fr-FR/', import.meta.url)
const present = existsSync(new URL('manifest.jsonl', corpus))
if (!present)
  console.warn('SKIPPED: the corpus ../shared/corpus/fr-FR is absent, so no article of it was read.')

const read = (path: string) =>
  readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), corpus), 'utf8')

test.skipIf(!present)(
  'every target that the manifest calls exact is the published file, byte for byte',
  {timeout: 120_000},
  () => {
    const rows = read('manifest.jsonl')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Row)
    const differing: string[] = []
    const wrong: string[] = []
    let exact = 0
    let pairs = 0
    let spent = 0
    for (const {path, result, segments, target} of rows) {
      const text = read(`bilingual/${path}`)
      const before = performance.now()
      const article = scan(text)
      const projection = project(article, 'target')
      project(article, 'source')
      spent += performance.now() - before
      pairs += article.segments.length
      if (article.findings.length > 0 || (segments ?? article.segments.length) !== article.segments.length)
        wrong.push(path)
      const own = patch(article, new Map(article.segments.map(segment => [segment.id, segment.target.text])))
      if (!own.ok || own.text !== text) wrong.push(path)
      if (target !== true) continue
      const isSame =
        projection.text === read(`target/${path}`) && projectArticle(text, 'target') === projection.text
      if (isSame) exact += 1
      else differing.push(`${path}: ${result}`)
      if (isSame !== (result === 'exact')) wrong.push(path)
    }
    console.info(
      `${rows.length} articles, ${pairs} pairs: ${exact} targets exact, ${differing.length} different as the manifest says; ` +
        `scan and both projections ${Math.round(spent)} ms.\n${differing.join('\n')}`,
    )
    expect(wrong).toEqual([])
    expect(exact).toBe(rows.filter(row => row.result === 'exact').length)
  },
)
