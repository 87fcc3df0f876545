import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequestHandler } from '@remix-run/node'
import type { ServerBuild } from '@remix-run/node'
import { createRequest } from '@remix-run/node-fetch-server'
import { isForPortals } from '../http/paths.ts'
import type { RequestContext } from '../http/request-context.ts'
import { guardRoutes } from './guarded-routes.ts'
import { MIN_COMPRESSED_BYTES, isCompressible, preferredEncoding } from './compression.ts'
import { getSharedPage, pageKeyOf, toCachedPage } from './page-cache.ts'
import type { CachedPage } from './page-cache.ts'

/** Forms are small. */
const MAX_FORM_BYTES = 1024 * 1024
/**
 * Uploads to the console: more than a file may have (app/http/upload.server.ts), so that a file somewhat too large is
 * refused in words at its field; only what is far beyond is cut off unread.
 */
const MAX_UPLOAD_REQUEST_BYTES = 32 * 1024 * 1024
const CONSOLE_PATH = /^\/to-chuc(?:\/|\.data$|$)/

export type PageLane = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  context: RequestContext,
) => Promise<void>

/** Everything Remix renders: pages, forms, resource routes. */
export function createPageLane(build: ServerBuild, mode: string): PageLane {
  const handle = createRequestHandler(guardRoutes(build), mode)

  return async (request, response, url, context) => {
    const refusal = refusalOfBody(request, url)
    if (refusal !== null) {
      response.writeHead(refusal, { Connection: 'close' }).end()

      return
    }
    const render = () => {
      const asked = createRequest(request, response, { host: url.host, protocol: url.protocol })
      // In a frame of the same site a browser sends our cookies too: what portals show must not depend on them.
      if (isForPortals(url.pathname)) asked.headers.delete('cookie')

      return handle(asked, context)
    }
    const key = pageKeyOf(request, url)
    const page = key === null ? await toCachedPage(await render()) : await getSharedPage(key, render)
    await sendPage(request, response, page, key === null ? 'personal' : 'shared')
  }
}

/** The status for a body that is refused unread; browsers always say how long a form is. */
function refusalOfBody({ headers }: IncomingMessage, url: URL): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  const maxBytes = CONSOLE_PATH.test(url.pathname) ? MAX_UPLOAD_REQUEST_BYTES : MAX_FORM_BYTES

  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : null
}

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: CachedPage,
  audience: 'personal' | 'shared',
): Promise<void> {
  const headers = new Map<string, string | string[]>()
  for (const [name, value] of page.headers) {
    // Set-Cookie is the one header that may come several times.
    const earlier = name === 'set-cookie' ? headers.get(name) : undefined
    headers.set(name, earlier === undefined ? value : [earlier, value].flat())
  }
  if (!headers.has('cache-control'))
    headers.set('cache-control', audience === 'shared' ? 'no-cache' : 'private, no-store')
  if (!headers.has('vary')) headers.set('vary', 'Accept-Encoding, Cookie')

  if (audience === 'shared' && page.status === 200) {
    headers.set('etag', page.etag)
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, Object.fromEntries(headers)).end()

      return
    }
  }
  const encoding =
    // What comes compressed stays as it is.
    !headers.has('content-encoding') &&
    page.body.length >= MIN_COMPRESSED_BYTES &&
    isCompressible(headers.get('content-type')?.toString() ?? null)
      ? preferredEncoding(request.headers['accept-encoding'])
      : null
  const body = encoding ? await page.encoded(encoding) : page.body
  if (encoding) headers.set('content-encoding', encoding)
  // The body of a HEAD is gone before it comes here: better no length than a wrong one.
  if (request.method !== 'HEAD') headers.set('content-length', String(body.length))
  response.writeHead(page.status, Object.fromEntries(headers))
  response.end(request.method === 'HEAD' ? undefined : body)
}
