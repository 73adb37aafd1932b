import type {ParseFrontMatter} from '@docusaurus/types'
import {sourceLocale, type LocaleTag} from '../../src/model/locale.ts'
import {readHead} from '../bilingual/index.ts'
import {isRunbook} from './site-files.ts'

/**
 * Docusaurus' `markdown.parseFrontMatter` for one locale: title, description and excerpt from the same projection as the
 * page, the place in the sidebar, and nothing else of the front matter, because all of it would stand in every page's
 * chunk. Pages of another kind than `.md` are left to Docusaurus.
 */
export function parseArticleFrontMatter(locale: LocaleTag): ParseFrontMatter {
  const side = locale === sourceLocale ? 'source' : 'target'
  return async ({filePath, fileContent, defaultParseFrontMatter}) => {
    if (!filePath.endsWith('.md')) return defaultParseFrontMatter({filePath, fileContent})
    const {title, description, attributes, content} = readHead(fileContent, side)
    const position = attributes['sidebar_position']
    return {
      frontMatter: {
        ...(title === null ? {} : {title}),
        ...(description === null ? {} : {description}),
        ...(typeof position === 'number' ? {sidebar_position: position} : {}),
        // A runbook has its own rail and aside.
        ...(isRunbook(filePath) ? {displayed_sidebar: null, hide_table_of_contents: true} : {}),
      },
      content: content.replace(/<a name="[^"]*"><\/a>/g, ''),
    }
  }
}
