import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { roundPolicySentences } from '#app/components/board/policy-sentences.ts'
import { makePaper } from '#app/core/closing/papers/make-paper.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { paperKindOf, variantOf } from '#app/http/closing-paper-query.ts'
import { PAPER_FILES } from '#app/http/paths.ts'
import { translate } from '#app/i18n/messages.ts'
import { ranking } from '#app/i18n/messages/ranking.ts'
import { writePaperDocx } from '#app/services/closing/closing-paper-docx.server.ts'
import { takePaperSnapshot } from '#app/services/closing/closing-paper-snapshot.server.ts'

/** One paper of a round, in Vietnamese whatever language the page is in: it is filed in an office. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const kind = paperKindOf(params.file ?? '')
  if (!kind) throw new Response(null, { status: 404 })
  const { round, snapshot } = await orThrowResponse(takePaperSnapshot(params.slug ?? '', context.now))
  const { counted, criteria } = roundPolicySentences(
    translate('vi', ranking),
    round.rankingPolicy,
    round.predictionKind !== null,
  )
  const paper = makePaper(kind, {
    snapshot,
    variant: variantOf(new URL(request.url)),
    rankingRules: { counted, criteria },
  })

  return downloadOf(await writePaperDocx(paper), `${PAPER_FILES[kind]}-${round.slug}`, 'docx')
}
