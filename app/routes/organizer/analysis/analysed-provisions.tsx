import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { AnalysisFrame } from '#app/components/analysis/analysis-frame.tsx'
import { ProvisionView } from '#app/components/analysis/provision-view.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { getRoundAnalysis } from '#app/services/analysis/item-analysis.server.ts'
import { articlesOf, provisionReportOf } from './provision-report.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Căn cứ hay trả lời sai, ${data?.round.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const { round, isComputing, result } = await orThrowResponse(
    getRoundAnalysis(params.slug ?? '', context.now),
  )
  const report = result && provisionReportOf(result.unitGroups)
  const asked = new URL(request.url).searchParams.get('nhom') ?? ''
  const place = asked === '' ? null : Number(asked)
  const group = place === null ? undefined : report?.groups[place]

  return {
    round,
    isComputing,
    computedAt: result?.computedAt ?? null,
    report: report && {
      articles: articlesOf(group ?? report.all),
      groups: report.groups.map(({ label, people }, index) => ({
        label,
        people,
        mostWrong: report.mostWrong[index] ?? [],
      })),
      shownGroup: group ? place : null,
      allPeople: report.all.people,
    },
  }
}

export default function AnalysedProvisions() {
  const { round, isComputing, computedAt, report } = useLoaderData<typeof loader>()

  return (
    <AnalysisFrame round={round} view="provisions" computedAt={computedAt} isComputing={isComputing}>
      {report && <ProvisionView {...report} />}
    </AnalysisFrame>
  )
}
