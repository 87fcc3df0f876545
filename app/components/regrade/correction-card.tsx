import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { formatCitations } from '../../core/questions/citation.ts'
import { SMALLEST_GROUP } from '../../core/ranking/small-numbers.ts'
import { paths } from '../../http/paths.ts'
import { ShareBar } from '../board/share-bar.tsx'
import { optionLetter } from '../exam/paper-keys.ts'
import type { FormAnswer } from '../organizer/form-answer.ts'
import { Alert } from '../ui/alert.tsx'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { CorrectionForm } from './correction-form.tsx'
import { useCorrectionText } from './correction-text.ts'
import type { QuestionToCorrect } from './regrade-data.ts'

type CorrectionCardProps = {
  roundSlug: string
  question: QuestionToCorrect
  /** Who may only read sees the question without the form. */
  canPrepare: boolean
  answer: FormAnswer | null
}

/** One question with its key and how it was answered, and the form that corrects the key. */
export function CorrectionCard({ roundSlug, question, canPrepare, answer }: CorrectionCardProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const textOf = useCorrectionText()

  return (
    <Card aria-labelledby="question" className="grid gap-6">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="question" className="text-xl">
            {t('questionCode', { code: question.code })}
          </h2>
          <Link to={paths.regrade(roundSlug)} className="link py-2">
            {t('chooseOther')}
          </Link>
        </div>
        <p className="text-sm text-muted">
          {t('questionMeta', { topic: question.topic, version: number(question.version) })}
        </p>
        <p className="text-lg">{question.stem}</p>
        <p className="text-sm text-muted">
          {t('source')} <span lang="vi">{formatCitations(question.citations, question.law)}</span>
        </p>
      </div>
      {question.inForce && (
        <Alert kind="warn" title={t('inForceTitle')}>
          {t('inForceText', { what: textOf(question.inForce) })}
        </Alert>
      )}
      <Options question={question} />
      <Sources roundSlug={roundSlug} question={question} />
      {canPrepare && <CorrectionForm question={question} answer={answer} />}
    </Card>
  )
}

function Options({ question: { options, key, counts } }: { question: QuestionToCorrect }) {
  const t = useT(regrade)
  const { number } = useFormatters()

  return (
    <section aria-labelledby="options" className="grid gap-3">
      <div className="grid gap-1">
        <h3 id="options" className="text-lg">
          {t('optionsTitle')}
        </h3>
        <p className="text-sm text-muted">
          {counts
            ? t('optionsCounts', { shown: number(counts.shown) })
            : t('optionsNoCounts', { least: SMALLEST_GROUP })}
        </p>
      </div>
      <ol className="divide-y divide-line border-y border-line">
        {options.map((text, place) => (
          <li key={text} className="grid gap-x-6 gap-y-1.5 py-3 sm:grid-cols-[1fr_13rem] sm:items-center">
            <span className="flex flex-wrap items-start gap-x-2 gap-y-1">
              <span className="font-semibold">{optionLetter(place)}.</span>
              <span className="min-w-0 flex-1 basis-48">{text}</span>
              {key.includes(place) && (
                <Badge tone="good" icon={Check}>
                  {t('key')}
                </Badge>
              )}
            </span>
            {counts && <Share count={counts.chosen[place] ?? 0} all={counts.shown} />}
          </li>
        ))}
        {counts && (
          <li className="grid gap-x-6 gap-y-1.5 py-3 text-muted sm:grid-cols-[1fr_13rem] sm:items-center">
            {t('leftOpen')}
            <Share count={counts.unanswered} all={counts.shown} />
          </li>
        )}
      </ol>
    </section>
  )
}

function Share({ count, all }: { count: number; all: number }) {
  const t = useT(regrade)
  const { number, percent } = useFormatters()
  const share = all === 0 ? 0 : count / all

  return (
    <span className="grid gap-1">
      <span className="tabular text-sm font-semibold text-ink">
        {t('chosenBy', { share: percent(share), count: number(count), all: number(all) })}
      </span>
      <ShareBar share={share} />
    </span>
  )
}

/** Where else something is known about the question. */
function Sources({ roundSlug, question }: { roundSlug: string; question: QuestionToCorrect }) {
  const t = useT(regrade)
  if (!question.counts && question.complaints.length === 0) return null

  return (
    <p className="flex flex-wrap items-center gap-x-6">
      {question.counts && (
        <Link to={paths.analysedQuestion(roundSlug, question.versionId)} className="link py-2">
          {t('toAnalysis')}
        </Link>
      )}
      {question.complaints.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-3">
          {t('complaints')}
          {question.complaints.map((number) => (
            <Link key={number} to={paths.complaint(number)} className="link py-2">
              {t('complaintNumber', { number })}
            </Link>
          ))}
        </span>
      )}
    </p>
  )
}
