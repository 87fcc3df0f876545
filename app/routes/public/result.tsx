import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { PaperReview } from '#app/components/result/paper-review.tsx'
import { ReceiptCard } from '#app/components/result/receipt-card.tsx'
import { Alert } from '#app/components/ui/alert.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { PageHeader } from '#app/components/ui/page-header.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { result as messages } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { getResult } from '#app/services/results.server.ts'

export const meta: MetaFunction = () => [{ title: 'Kết quả bài thi – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await requireUser(request)
  const attemptId = params.attemptId ?? ''
  const found = await orThrowResponse(getResult(attemptId, user.id, context.now))
  if (!found) throw redirect(paths.takePaper(attemptId))

  return found
}

export default function Result() {
  const t = useT(messages)
  const { number } = useFormatters()
  const view = useLoaderData<typeof loader>()
  const hasKeys = view.release === 'key'

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader
        title={t('title')}
        lead={
          <p>
            {view.roundTitle} · {t('attempt', { number: view.number })}
          </p>
        }
      />
      <Alert kind={view.status === 'submitted' ? 'good' : 'warn'}>{t(view.status)}</Alert>
      {view.score && (
        <p className="tabular text-3xl font-semibold text-brand-text">
          {t('scoreValue', view.score)}
          <span className="block text-base font-normal text-ink">
            {t('correct', { correct: number(view.score.correctCount), total: number(view.questionCount) })}
          </span>
        </p>
      )}
      <ReceiptCard receipt={view} />
      <p className="text-sm text-muted">
        {t('receiptHint')}{' '}
        <Link to={paths.receipt(view.receiptCode)} className="link">
          {t('checkHere')}
        </Link>
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to={paths.round(view.roundSlug)} look="secondary">
          {t('toRound')}
        </LinkButton>
        {view.roundKind === 'ranked' && (
          <LinkButton to={paths.roundBoard(view.roundSlug)}>{t('toBoard')}</LinkButton>
        )}
      </div>
      {view.questions.length === 0 ? (
        <Alert kind="info">{t('keyLater')}</Alert>
      ) : (
        <section className="grid gap-5">
          <h2 className="text-xl">{t('reviewTitle')}</h2>
          {hasKeys && <Alert kind="warn">{t('lawNotice', { law: view.law.name, version: view.law.version })}</Alert>}
          <PaperReview questions={view.questions} hasKeys={hasKeys} />
        </section>
      )}
    </div>
  )
}
