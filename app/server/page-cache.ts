import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isForPortals } from '../http/paths.ts'
import { createShortCache } from '../services/short-cache.server.ts'
import { compress } from './compression.ts'
import type { Encoding } from './compression.ts'

/** A finished page, shared by everybody who asks for it within a second. */
export type CachedPage = {
  status: number
  headers: [string, string][]
  body: Buffer
  etag: string
  encoded: (encoding: Encoding) => Promise<Buffer>
}

/** One render a second per page, however many readers: the last evening brings everybody at once. */
const PAGE_TTL_MS = 1_000
const MAX_PAGES = 400

/** Cookies that change how a page looks for everybody alike; any other cookie may make it personal. */
const SHARED_COOKIES: readonly string[] = ['hoithi_locale', 'hoithi_theme']

const PUBLIC_PATH =
  /^\/(?:|bang-xep-hang|dot-thi\/[\w-]+(?:\/bang-xep-hang)?|the-le|thong-ke|thong-bao|on-tap|cong-thong-tin|don-vi\/[^/]+|bien-nhan\/[\w-]+|nhung\/[\w./-]+)(?:\.data)?$/

const pages = createShortCache<CachedPage>({
  ttlMs: PAGE_TTL_MS,
  maxEntries: MAX_PAGES,
  // The id under which it stands in the log is one request's, and the next may succeed.
  isKept: ({ status }) => status < 500,
})

/**
 * The key under which a request may share a page, or null when it must not: another method than GET, not a
 * public page, or a session cookie. Pages of people who are signed in are never kept (design: one cached page
 * shared with personal data leaked names elsewhere).
 */
export function pageKeyOf(request: IncomingMessage, url: URL): string | null {
  if (request.method !== 'GET' || !PUBLIC_PATH.test(url.pathname) || url.search.length > 200) return null

  const cookies = (isForPortals(url.pathname) ? '' : (request.headers.cookie ?? ''))
    .split(';')
    .map((cookie) => cookie.trim())
    .filter(Boolean)
  const isShared = cookies.every((cookie) => SHARED_COOKIES.includes(cookie.split('=')[0] ?? ''))
  if (!isShared) return null

  // Host: pages carry absolute addresses (portal kit, banners).
  return JSON.stringify([url.origin, url.pathname, url.search, cookies.sort()])
}

/** The page under this key, rendered when the one in memory is older than a second. */
export function getSharedPage(key: string, render: () => Promise<Response>): Promise<CachedPage> {
  return pages.get(key, async () => toCachedPage(await render()))
}

export async function toCachedPage(response: Response): Promise<CachedPage> {
  const body = Buffer.from(await response.arrayBuffer())
  const encodings = new Map<Encoding, Promise<Buffer>>()

  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => name !== 'content-length'),
    body,
    etag: `W/"${createHash('sha1').update(body).digest('base64url')}"`,
    encoded: (encoding) => {
      const known = encodings.get(encoding) ?? compress(body, encoding)
      encodings.set(encoding, known)

      return known
    },
  }
}
