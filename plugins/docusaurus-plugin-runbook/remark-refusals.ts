import type {Root} from 'mdast'
import type {VFile} from 'vfile'
import {formatMessages} from '../runbook/index.ts'
import {checkPageMarkup} from './load.ts'
import {isRunbook} from './site-files.ts'

/** What was said of each page in this process: another language of the site compiles it once more. */
const said = new Map<string, string>()

/**
 * Says what a page does not show as it is written. A build reads each page here anyway, so pages are not parsed for it
 * beforehand; only one that has such a thing is, for its places. Runbooks are checked whole before.
 */
export default function remarkRefusals({siteDir}: {readonly siteDir: string}) {
  return (_: Root, {path, data}: VFile): void => {
    if ((data.refusals ?? []).length === 0 || isRunbook(path)) return
    const found = formatMessages([checkPageMarkup(siteDir, path)])
    if (found === '' || said.get(path) === found) return
    said.set(path, found)
    console.warn(found)
  }
}
