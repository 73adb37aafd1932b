import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import sirv from 'sirv'
import {root} from './install.mjs'

/**
 * Serves `build/` on loopback with clean URLs, each language's own 404 page and the headers that the build has written.
 * @returns the server once it listens; port 0 takes a free one.
 */
export function serve(port, directory = `${root}build`) {
  const files = sirv(directory, {
    extensions: ['html'],
    etag: true,
    onNoMatch: (request, response) => {
      const locale = request.url.startsWith('/fr-FR/') ? 'fr-FR/' : ''
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'})
      response.end(readFileSync(`${directory}/${locale}404.html`))
    },
  })
  const headersOf = writtenHeaders(directory)
  const server = createServer((request, response) => {
    for (const [name, value] of headersOf(request.url)) response.setHeader(name, value)
    files(request, response)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

// As Azure Static Web Apps reads its file: the first route that fits, over what holds for all. A build of another
// generator has none.
function writtenHeaders(directory) {
  const file = `${directory}/staticwebapp.config.json`
  if (!existsSync(file)) return () => []
  const {globalHeaders, routes} = JSON.parse(readFileSync(file, 'utf8'))
  return path => {
    const route = routes.find(({route}) => path.startsWith(route.replace(/\*$/, '')))
    return Object.entries({...globalHeaders, ...route?.headers})
  }
}
