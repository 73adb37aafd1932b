// What the real articles hold of HTML, links and images is all of the kind that may stand.
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {scan} from '../../plugins/bilingual/index.ts'
import {checkMarkup} from '../../plugins/runbook/markup.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus/fr-FR/bilingual/', import.meta.url))
const present = existsSync(corpus)
if (!present)
  console.warn('SKIPPED: the corpus ../shared/corpus/fr-FR is absent, so no article of it was read.')

test.skipIf(!present)('no article of the corpus is refused anything', {timeout: 120_000}, () => {
  const articles = readdirSync(corpus, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name.endsWith('.md'))
    .map(entry => join(entry.parentPath, entry.name))
  const refused = articles.flatMap(path =>
    checkMarkup(scan(readFileSync(path, 'utf8'))).map(({args}) => [
      path.slice(corpus.length),
      args['actual'],
    ]),
  )
  expect(articles.length).toBeGreaterThan(2000)
  expect(refused).toEqual([])
})

test('a file that runs script in the origin of the site is refused, on either side and by reference too', () => {
  const names =
    '[x](./evil.svg) ![x](evil.svg) [y] [z](evil.xhtml) [ok](ok.pdf) ![ok](ok.png)\n\n[y]: evil.xml\n'
  expect(checkMarkup(scan(names)).map(({ruleId, args}) => [ruleId, args['actual']])).toEqual([
    ['link-refused', ['./evil.svg']],
    ['image-refused', ['evil.svg']],
    ['link-refused', ['evil.xml']],
    ['link-refused', ['evil.xhtml']],
  ])
})

test('a file beyond the folder of the pages is refused where it is known how deep the page stands', () => {
  const text = '[x](../package.json) ![y](../a.png) [z](../page.md)\n'
  expect(checkMarkup(scan(text), 0).map(({ruleId}) => ruleId)).toEqual(['link-refused', 'image-refused'])
  expect(checkMarkup(scan(text), 1)).toEqual([])
  expect(checkMarkup(scan(text))).toEqual([])
})

test('a place that both sides share is named once, a tag of an unreadable pair not at all', () => {
  expect(checkMarkup(scan('x <hr>\n')).map(({args, range}) => [args['actual'], range])).toEqual([
    [['<hr>'], {start: 2, end: 6}],
  ])
  expect(checkMarkup(scan('x <span data-ttu-id="1c2b3-1">y</span>\n'))).toEqual([])
})
