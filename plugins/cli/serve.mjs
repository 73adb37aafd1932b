import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import sirv from 'sirv'
import {root} from './install.mjs'

/**
 * Serves `build/` on loopback with clean URLs and each language's own 404 page.
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
  const server = createServer((request, response) => files(request, response))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
