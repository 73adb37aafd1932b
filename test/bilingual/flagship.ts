import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const folder = new URL('../fixtures/flagship/', import.meta.url)

/** The flagship article as its owner gave it, byte for byte. */
export const flagship = readFileSync(fileURLToPath(new URL('article.md', folder)), 'utf8')

/** The same article as Microsoft published it, target only, with the front matter of a later hand-back. */
export const published = readFileSync(fileURLToPath(new URL('published.fr-FR.md', folder)), 'utf8')

/** A segment as the format writes it. */
export function pair(id: string, target: string, source: string): string {
  return (
    `<span data-ttu-id="${id}">${target}</span>` +
    `<span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`
  )
}
