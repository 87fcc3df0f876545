import type { Env } from '../config/env.server.ts'

/** Long enough for browsers to remember from one contest to the next. */
const HTTPS_ONLY_S = 365 * 24 * 60 * 60

/**
 * What every answer says, whichever lane gives it; a lane may say otherwise (banners are for other sites). Sites of the
 * same domain count as "same site" for cookies, so they could show personal answers in theirs if nothing said no.
 */
export function headersOfEveryAnswer({ PUBLIC_ORIGIN }: Env): readonly (readonly [string, string])[] {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    // Only where the operator said that the site is reached by https; not for other sites of the domain.
    ...(isHttps(PUBLIC_ORIGIN) ? [['Strict-Transport-Security', `max-age=${HTTPS_ONLY_S}`] as const] : []),
  ]
}

function isHttps(origin: string | undefined): boolean {
  return origin !== undefined && new URL(origin).protocol === 'https:'
}
