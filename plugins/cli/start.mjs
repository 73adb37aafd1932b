// `npm start`: installs if need be, builds both languages, serves them.
import {ensureInstalled} from './install.mjs'

ensureInstalled()
const {build} = await import('./build.mjs')
const {serve} = await import('./serve.mjs')
build()
const port = Number(process.env['PORT'] ?? 3000)
try {
  const server = await serve(port)
  const address = `http://localhost:${server.address().port}`
  console.log(
    `\nPasserelle is served:\n  English   ${address}/\n  français  ${address}/fr-FR/\nStop with Ctrl+C.`,
  )
} catch (error) {
  const taken = error.code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is taken. Choose another: PORT=3001 npm start` : error)
  process.exit(1)
}
