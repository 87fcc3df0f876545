import type { LoaderFunctionArgs } from '@remix-run/node'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { requirePublicRound } from '#app/services/rounds/rounds.server.ts'

/** The published settings of a round, byte for byte what the fingerprint is the SHA-256 of. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { settingsDocument, slug } = await orThrowResponse(
    requirePublicRound(params.slug ?? '', context.now),
  )
  if (settingsDocument === null) return orThrowResponse(Promise.reject(new DomainError('round_not_found', { slug })))

  return new Response(settingsDocument, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
