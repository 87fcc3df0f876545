import type { IncomingMessage } from 'node:http'

/** NUL is no text: PostgreSQL refuses it, and no address of ours has any. */
const NUL = /%00/

/**
 * The address of a request; null when it is none of ours could be: without a leading slash (`http://host/…`, as proxies
 * are asked), with a second one or a backslash (read as another host), or with a NUL. All parts of the server must
 * read one address alike: a page kept under another one than it was rendered for would be shown to everybody.
 */
export function parseTarget({ url: target = '' }: IncomingMessage, origin: string): URL | null {
  if (!/^\/(?![/\\])/.test(target) || NUL.test(target)) return null

  return URL.parse(origin + target)
}
