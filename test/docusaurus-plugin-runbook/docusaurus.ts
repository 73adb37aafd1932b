// Docusaurus' own way from a Markdown file to the code of its page, with the plugins of this site.
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {remarkPlugins} from '../../plugins/docusaurus-plugin-runbook/remark-plugins.ts'
import type {LocaleTag} from '../../src/model/locale.ts'

const ofDocs = createRequire(createRequire(import.meta.url).resolve('@docusaurus/plugin-content-docs'))

interface Processor {
  process: (file: object) => Promise<{content: string}>
}
const {createProcessorUncached} = ofDocs('@docusaurus/mdx-loader/lib/processor.js') as {
  createProcessorUncached: (parameters: object) => Promise<Processor>
}
const {default: preprocess} = ofDocs('@docusaurus/mdx-loader/lib/preprocessor.js') as {
  default: (parameters: object) => string
}

/** What Docusaurus makes of the page at a path. */
export async function toCode(siteDir: string, filePath: string, locale: LocaleTag): Promise<string> {
  const markdownConfig = {
    format: 'detect',
    emoji: false,
    mermaid: false,
    mdx1Compat: {comments: true, admonitions: true, headingIds: true},
    anchors: {maintainCase: false},
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
    remarkRehypeOptions: {},
  }
  const options = {
    admonitions: true,
    markdownConfig,
    staticDirs: [],
    siteDir,
    beforeDefaultRemarkPlugins: remarkPlugins(siteDir, locale),
  }
  const processor = await createProcessorUncached({options, format: 'md'})
  const fileContent = readFileSync(filePath, 'utf8')
  const content = preprocess({fileContent, filePath, markdownConfig, admonitions: true})
  return (await processor.process({content, filePath, frontMatter: {}, compilerName: 'client'})).content
}

/** Value of the table of contents in a page's code. */
export function contentsIn(code: string): readonly {readonly value: string; readonly id: string}[] {
  const written = /export const toc = (\[[^]*?\]);\n/.exec(code)?.[1] ?? '[]'
  return JSON.parse(written) as readonly {value: string; id: string}[]
}
