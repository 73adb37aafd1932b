// Entry of the command line: TypeScript is read in this process, so that it starts at once.
import 'tsx'
import {createRequire} from 'node:module'

const {main} = createRequire(import.meta.url)('./main.ts')
process.exitCode = await main(process.argv.slice(2))
