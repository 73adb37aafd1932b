// Run by `build.mjs` on the folder that Docusaurus has written.
import {completeSite} from './built-site.ts'
import {siteFolder} from './files.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new TypeError('Missing the folder of the built site')
try {
  completeSite(siteFolder(), folder)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
