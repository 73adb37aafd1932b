import {basename, join, relative} from 'node:path'
import {projectArticle} from '../bilingual/index.ts'
import {filesBelow} from '../docusaurus-plugin-runbook/site-files.ts'
import type {Run} from './command.ts'
import {assertWritable, isFolder, readText, writeText} from './files.ts'
import {UsageError} from './usage-error.ts'

/** `passerelle project`: one language of articles to standard output, or mirrored below a folder. */
export const project: Run = async ({options: {side, out}, paths}) => {
  if (side !== 'source' && side !== 'target')
    throw new UsageError('Missing --side, expected `source` or `target`')
  if (paths.length === 0) throw new UsageError('Missing PATH: an article or a folder of articles')
  // All are read before one is written, so that a fault leaves nothing half done.
  const articles = paths.flatMap(articlesOf)
  const texts = articles.map(({file}) => projectArticle(readText(file), side))
  if (typeof out !== 'string') process.stdout.write(texts.join(''))
  else {
    const targets = articles.map(({below}) => join(out, below))
    assertWritable(
      out,
      targets,
      articles.map(({file}) => file),
    )
    for (const [index, target] of targets.entries()) writeText(target, texts[index] ?? '')
  }
  return 0
}

/** The articles that a path names, each with its path below the given folder. */
function articlesOf(path: string): readonly {readonly file: string; readonly below: string}[] {
  if (!isFolder(path)) return [{file: path, below: basename(path)}]
  return filesBelow(path, '.md').map(file => ({file, below: relative(path, file)}))
}
