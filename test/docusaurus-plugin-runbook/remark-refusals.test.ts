import {join} from 'node:path'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import remarkRefusals from '../../plugins/docusaurus-plugin-runbook/remark-refusals.ts'
import remarkBilingual from '../../plugins/remark-bilingual/index.ts'
import {actions, article, copySite, type SiteCopy} from '../cli/site.ts'

let site: SiteCopy
const said: string[] = []

beforeEach(() => {
  site = copySite()
  said.length = 0
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void said.push(text))
})
afterEach(() => {
  site.remove()
  vi.restoreAllMocks()
})

/** What is said where a build reads this text as the page at a path. */
async function compile(path: string, text: string): Promise<readonly string[]> {
  const before = said.length
  const processor = unified()
    .use(remarkParse)
    .use(remarkBilingual, {side: 'source'})
    .use(remarkRefusals, {siteDir: site.path})
  const file = new VFile({path: join(site.path, path), value: text})
  await processor.run(processor.parse(file), file)
  return said.slice(before)
}

test('what a page does not show is said with its place, once for all languages', async () => {
  site.add('docs/page.md', '---\ntitle: T\n---\n# Page\n\nText <script>x()</script>\n')
  const [found] = await compile('docs/page.md', '# Page\n\nText <script>x()</script>\n')
  expect(found).toContain('docs/page.md:6:6')
  expect(found).toContain('html-refused')
  expect(await compile('docs/page.md', '# Page\n\nText <script>x()</script>\n')).toEqual([])
})

test('of a page that was edited it is said again', async () => {
  site.add('docs/edited.md', '# Page\n\n<script>\n')
  expect(await compile('docs/edited.md', '# Page\n\n<script>\n')).toHaveLength(1)
  site.add('docs/edited.md', '# Page\n\nWords\n\n<script>\n')
  expect(await compile('docs/edited.md', '# Page\n\nWords\n\n<script>\n')).toHaveLength(1)
})

test('a page without such a thing is not read again, and a runbook was checked before', async () => {
  expect(await compile('docs/gone.md', '# Page\n')).toEqual([])
  site.add(actions, {as: actions})
  expect(await compile(article, '# Page\n\n<script>\n')).toEqual([])
})
