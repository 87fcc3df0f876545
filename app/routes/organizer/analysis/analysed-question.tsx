import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { BackLink } from '#app/components/organizer/back-link.tsx'
import { QuestionAnalysis } from '#app/components/analysis/question-analysis.tsx'
import { useCan } from '#app/components/organizer/console-capabilities.ts'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { getRoundAnalysis } from '#app/services/analysis/item-analysis.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Câu ${data?.question.code ?? ''} – Phân tích – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))

  return orThrowResponse(loadQuestion(params.slug ?? '', params.versionId ?? '', context.now))
}

async function loadQuestion(slug: string, versionId: string, now: Date) {
  const { round, law, result } = await getRoundAnalysis(slug, now)
  const question = result?.items.find((item) => item.versionId === versionId)
  if (!question) throw new DomainError('not_found')

  return { slug: round.slug, law, question: question.isProtected ? withoutCounts(question) : question }
}

/** Of a question that too few people had, not even the page's data tells who chose what. */
function withoutCounts<T extends { item: { overall: { chosen: number[] } } }>(question: T): T {
  const none = { shown: 0, right: 0, unanswered: 0, chosen: question.item.overall.chosen.map(() => 0) }

  return { ...question, item: { ...question.item, overall: none, upper: none, lower: none } }
}

export default function AnalysedQuestion() {
  const t = useT(analysis)
  const tRegrade = useT(regrade)
  const canCorrect = useCan('results.manage')
  const { number } = useFormatters()
  const { slug, law, question } = useLoaderData<typeof loader>()
  const { code, topic, version } = question

  return (
    <div className="page grid gap-7">
      <div className="grid gap-3">
        <BackLink to={paths.roundAnalysis(slug)}>{t('backToAnalysis')}</BackLink>
        <PageHeader
          title={t('questionTitle', { code })}
          lead={t('questionLead', { topic, version: number(version) })}
        >
          {canCorrect && (
            <LinkButton to={paths.regradeQuestion(slug, question.versionId)} look="secondary">
              {tRegrade('prepareThis')}
            </LinkButton>
          )}
        </PageHeader>
      </div>
      <QuestionAnalysis question={question} law={law} />
    </div>
  )
}
