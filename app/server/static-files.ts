import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

const ONE_HOUR_S = 3600
const ONE_YEAR_S = 31_536_000

export type StaticFiles = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * The built client files. Those under /assets carry a hash in their names and never change; the others, such as
 * the icon that browsers ask for several times a page, may be an hour old. Compressed copies are made by the build.
 */
export function createStaticFiles(folder: URL): StaticFiles {
  const serve = sirv(fileURLToPath(folder), {
    etag: true,
    brotli: true,
    gzip: true,
    dotfiles: false,
    setHeaders: (response, pathname) => {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader(
        'Cache-Control',
        pathname.startsWith('/assets/')
          ? `public, max-age=${ONE_YEAR_S}, immutable`
          : `public, max-age=${ONE_HOUR_S}`,
      )
    },
  })

  return (request, response, next) => {
    // A file that went away, because a new build replaced the folder, ends this reply and not the process.
    response.once('pipe', (file) => file.once('error', () => response.destroy()))
    serve(request, response, next)
  }
}
