import type { LoaderFunctionArgs } from '@remix-run/node'
import { storedJsonOf } from '#app/http/download.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { readBoardFile } from '#app/services/results/published-results.server.ts'
import { requireRankedRound } from '#app/services/rounds/rounds.server.ts'

/** The official result of a round for everybody: no more than its board, as a file that can be checked. */
export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const round = await orThrowResponse(requireRankedRound(params.slug ?? '', now))
  const file = await orThrowResponse(readBoardFile(round, now))

  return storedJsonOf(request, file, { name: `ket-qua-${round.slug}`, audience: 'everybody' })
}
