import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { getRoundAnalysis } from '#app/services/analysis/item-analysis.server.ts'
import { analysisWorkbook } from './analysis-workbook.server.ts'

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The analysis of a round as a workbook, in the language of the page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const slug = params.slug ?? ''
  const { law, result } = await orThrowResponse(requireResult(slug, context.now))
  const bytes = await analysisWorkbook({ law, ...result }, localeOf(request.headers.get('Cookie')))

  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': XLSX_TYPE,
      'Content-Disposition': `attachment; filename="phan-tich-${slug}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

async function requireResult(slug: string, now: Date) {
  const { law, result } = await getRoundAnalysis(slug, now)
  if (!result) throw new DomainError('round_not_settled')

  return { law, result }
}
