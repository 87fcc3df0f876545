import { getEnv } from '../config/env.server.ts'

/** Where the public reaches the site: the configured address, otherwise the one this request came to. */
export function publicOriginOf(request: Request): string {
  return new URL(getEnv().PUBLIC_ORIGIN ?? request.url).origin
}
