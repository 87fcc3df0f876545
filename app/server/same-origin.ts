import type { IncomingMessage } from 'node:http'

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that changes something comes from our own pages. Browsers send Sec-Fetch-Site or Origin with
 * every such request; together with SameSite cookies this stops forged forms. Clients without either header
 * (scripts, tests) are no browsers and carry nobody else's cookies.
 * @param host the host the client asked for, as far as proxies are trusted
 */
export function isFromOwnPages(request: IncomingMessage, host: string): boolean {
  if (SAFE_METHODS.includes(request.method ?? '')) return true

  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false

  const { origin } = request.headers
  if (origin === undefined) return true

  return URL.canParse(origin) && new URL(origin).host === host
}
