import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { makeResultsWorkbook } from '#app/services/results/results-workbook.server.ts'

/** The official result of a round as a workbook with full names. */
export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const slug = params.slug ?? ''

  return downloadOf(await orThrowResponse(makeResultsWorkbook(slug, now)), `ket-qua-${slug}`, 'xlsx')
}
