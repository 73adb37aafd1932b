// The examples of the two READMEs as a reader would run them: the folders alone, copied beside the example.
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import * as bilingual from '../../plugins/bilingual/index.ts'
import * as remarkBilingual from '../../plugins/remark-bilingual/index.ts'
import {parse} from '../../plugins/runbook/index.ts'

interface Example {
  readonly title: string
  readonly article: string
  readonly module: string
  readonly printed: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const folders = ['bilingual', 'remark-bilingual'] as const
const readmeOf = (folder: string) => readFileSync(join(root, 'plugins', folder, 'README.md'), 'utf8')

let place = ''
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'passerelle-readme-'))
  settle('program', '{"type": "module"}\n')
  settle('site', '{"private": true}\n')
})
afterAll(() => {
  rmSync(place, {recursive: true})
})

describe.each(folders)('%s', folder => {
  const examples = examplesIn(readmeOf(folder))

  test('has examples', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2)
  })

  test.each(examples.filter(each => !isConfiguration(each)))(
    'prints what its README says: $title',
    {timeout: 60_000},
    example => {
      expect(run(example)).toBe(example.printed)
    },
  )

  test.each(examples.filter(isConfiguration))(
    'builds the site of its README: $title',
    {timeout: 300_000},
    example => {
      expect(build(example)).toBe(example.printed)
    },
  )
})

test('each function has its place in the API', () => {
  const named = (folder: string) =>
    Array.from(readmeOf(folder).matchAll(/^### `(?:unified\(\)\.use\()?(\w+)/gm), match => match[1])
  expect(named('bilingual').sort()).toEqual(Object.keys(bilingual).sort())
  const {default: plugin, ...others} = remarkBilingual
  expect(named('remark-bilingual').sort()).toEqual([plugin.name, ...Object.keys(others)].sort())
})

/** Each program of a README with the article before it and what it prints after it. */
function examplesIn(readme: string): readonly Example[] {
  const examples: Example[] = []
  let title = ''
  let article = ''
  let module: string | null = null
  for (const node of parse(readme).children) {
    if (node.type === 'heading') title = readme.slice(node.position?.start.offset, node.position?.end.offset)
    if (node.type !== 'code') continue
    if (node.lang === 'markdown') article = node.value
    else if (node.lang === 'js') module = node.value
    else if (module !== null && node.lang === 'txt') {
      examples.push({title: title.replace(/^#+ /, ''), article, module, printed: node.value})
      module = null
    }
  }
  return examples
}

function isConfiguration({module}: Example): boolean {
  return module.includes('export default {')
}

/** A project of a reader's with both folders. */
function settle(name: string, manifest: string): void {
  const project = join(place, name)
  for (const folder of folders)
    cpSync(join(root, 'plugins', folder), join(project, folder), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'package.json'), manifest)
}

/** As the README says: `npx tsx example.mjs`. */
function run({article, module}: Example): string {
  const cwd = join(place, 'program')
  writeFileSync(join(cwd, 'example.md'), `${article}\n`)
  writeFileSync(join(cwd, 'example.mjs'), module)
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  return execFileSync(process.execPath, [tsx, 'example.mjs'], {cwd, encoding: 'utf8'}).trimEnd()
}

/** The words of the page in each language. */
function build({article, module}: Example): string {
  const site = join(place, 'site')
  mkdirSync(join(site, 'docs'), {recursive: true})
  writeFileSync(join(site, 'docs/index.md'), `${article}\n`)
  writeFileSync(join(site, 'docusaurus.config.js'), module)
  const command = join(root, 'node_modules/@docusaurus/core/bin/docusaurus.mjs')
  execFileSync(process.execPath, [command, 'build', '--no-minify', site], {
    cwd: site,
    encoding: 'utf8',
    env: {...process.env, NODE_ENV: 'production', CI: 'true'},
  })
  const words = (path: string) => {
    const html = readFileSync(join(site, 'build', path), 'utf8')
    const content = /<div class="theme-doc-markdown markdown">([^]*?)<\/article>/.exec(html)?.[1] ?? ''
    const texts = content.replace(/<(?:svg|a\b)[^]*?<\/(?:svg|a)>|<\/?strong>|\u200B/g, '').split(/<[^>]*>/)
    return texts.filter(text => text.trim() !== '').join(' · ')
  }
  return [`en-US: ${words('index.html')}`, `fr-FR: ${words('fr-FR/index.html')}`].join('\n')
}
