import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { variantOf } from '#app/http/closing-paper-query.ts'
import { PAPER_PARAMS, paths } from '#app/http/paths.ts'
import { publicOriginOf } from '#app/http/public-origin.server.ts'
import { drawCertificates } from '#app/services/closing/certificates-pdf.server.ts'
import { takePaperSnapshot } from '#app/services/closing/closing-paper-snapshot.server.ts'

/** The certificates of a round's winners in one file, or that of one of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const url = new URL(request.url)
  const { round, snapshot } = await orThrowResponse(takePaperSnapshot(params.slug ?? '', context.now))
  const only = url.searchParams.get(PAPER_PARAMS.winner)
  const winners = snapshot.winners.filter(({ participantId }) => only === null || participantId === only)
  if (winners.length === 0) throw new Response(null, { status: 404 })
  const bytes = await drawCertificates({
    snapshot,
    variant: variantOf(url),
    winners,
    origin: publicOriginOf(request),
    receiptPathOf: paths.receipt,
  })

  return downloadOf(bytes, `giay-chung-nhan-${round.slug}`, 'pdf')
}
