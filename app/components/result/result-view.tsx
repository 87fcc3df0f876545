import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { result } from '#app/i18n/messages/result.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatReceiptCode } from '../../core/attempts/receipt.ts'
import type { Release } from '../../core/rounds/release.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { CopyCode } from './copy-code.tsx'
import { PaperReview } from './paper-review.tsx'
import type { ReviewQuestion } from './paper-review.tsx'
import { PrintButton } from './print-button.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import type { ReceiptView } from './receipt-card.tsx'
import { ReleaseNote } from './release-note.tsx'

export type ResultViewData = ReceiptView & {
  roundSlug: string
  roundKind: 'ranked' | 'practice'
  status: 'submitted' | 'expired'
  closesAt: Date
  release: Release
  laterRelease: Release
  /** Null without a limit. */
  attemptsLeft: number | null
  score: { points: number; maxPoints: number; correctCount: number; countedQuestions: number } | null
  regrades: {
    appliedAt: Date
    publicNote: string
    before: { points: number; maxPoints: number }
    after: { points: number; maxPoints: number }
  }[]
  questions: ReviewQuestion[]
  law: { name: string; version: string }
}

type ResultViewProps = {
  view: ResultViewData
  /** The address for a complaint about a question; null when none is accepted. */
  complaintHrefOf: ((position: number) => string) | null
  /** What else belongs to the attempt, below the paper. */
  children: ReactNode
}

/** An ended attempt for its owner: score, receipt, what comes next, and the paper as far as it is released. */
export function ResultView({ view, complaintHrefOf, children }: ResultViewProps) {
  const t = useT(result)

  return (
    <div className="page grid max-w-3xl gap-8">
      <PageHeader title={t('title')} lead={view.roundTitle} />
      <Alert kind={view.status === 'submitted' ? 'good' : 'warn'} className="print:hidden">
        {t(view.status)}
      </Alert>
      {view.score && <ScorePanel score={view.score} />}
      {view.regrades.map((change) => (
        <ScoreChangeNote key={change.appliedAt.getTime()} change={change} />
      ))}
      <div className="grid gap-3">
        <ReceiptCard receipt={view}>
          <CopyCode code={formatReceiptCode(view.receiptCode)} />
          <PrintButton />
        </ReceiptCard>
        <p className="text-sm text-muted">
          {t('receiptHint')}{' '}
          <Link to={paths.receipt(view.receiptCode)} className="link print:hidden">
            {t('checkHere')}
          </Link>
        </p>
      </div>
      <NextSteps view={view} />
      <ReleaseNote release={view.release} laterRelease={view.laterRelease} closesAt={view.closesAt} />
      {view.questions.length > 0 && (
        <section className="grid gap-5 print:hidden">
          <h2 className="text-xl">{t('reviewTitle')}</h2>
          {view.release === 'key' && (
            <Alert kind="warn">{t('lawNotice', { law: view.law.name, version: view.law.version })}</Alert>
          )}
          <PaperReview questions={view.questions} law={view.law.name} complaintHrefOf={complaintHrefOf} />
        </section>
      )}
      {children}
    </div>
  )
}

function ScoreChangeNote({ change }: { change: ResultViewData['regrades'][number] }) {
  const t = useT(result)
  const { dateTime, number } = useFormatters()
  const pointsOf = ({ points, maxPoints }: { points: number; maxPoints: number }) =>
    t('scoreValue', { points: number(points), maxPoints: number(maxPoints) })

  return (
    <Alert kind="info" title={t('regradedAt', { time: dateTime(change.appliedAt) })}>
      <p>{t('regradedScore', { before: pointsOf(change.before), after: pointsOf(change.after) })}</p>
      <p>{t('regradedWhy', { note: change.publicNote })}</p>
    </Alert>
  )
}

type ScorePanelProps = { score: NonNullable<ResultViewData['score']> }

function ScorePanel({ score }: ScorePanelProps) {
  const t = useT(result)
  const { number } = useFormatters()

  return (
    <p className="tabular flex flex-wrap items-baseline gap-x-4 rounded-lg bg-brand px-6 py-5 text-on-brand">
      <span>{t('yourScore')}</span>
      <span className="text-3xl font-semibold">
        {number(score.points)}
        <span className="text-xl font-normal">/{number(score.maxPoints)}</span>
      </span>
      <span className="sm:ml-auto">
        {t('correct', { correct: number(score.correctCount), total: number(score.countedQuestions) })}
      </span>
    </p>
  )
}

function NextSteps({ view }: { view: ResultViewData }) {
  const t = useT(result)
  const { number } = useFormatters()
  const isRanked = view.roundKind === 'ranked'
  const canTryAgain = view.attemptsLeft === null || view.attemptsLeft > 0

  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {isRanked && <LinkButton to={paths.roundBoard(view.roundSlug)}>{t('toBoard')}</LinkButton>}
      <LinkButton to={paths.round(view.roundSlug)} look="secondary">
        {!canTryAgain
          ? t('toRound')
          : view.attemptsLeft === null
            ? t('tryAgainUnlimited')
            : t('tryAgain', { left: number(view.attemptsLeft) })}
      </LinkButton>
    </div>
  )
}
