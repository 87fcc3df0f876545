import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { getQuestionSet, listContentHashes } from '#app/services/questions/question-sets.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'

/** The text whose SHA-256 stands as `questionSet.sha256` in the published settings; for the organizers' own files. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'contest.read'))

  return orThrowResponse(textOf(params.slug ?? ''))
}

async function textOf(slug: string): Promise<Response> {
  const round = await getRound(slug)
  if (!round || round.questionSetId === null) throw new DomainError('round_not_found', { slug })
  const { candidates } = await getQuestionSet(round.questionSetId)
  const hashes = await listContentHashes(candidates.map(({ versionId }) => versionId))

  return new Response(hashes.join('\n'), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="ma-noi-dung-${slug}.txt"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
