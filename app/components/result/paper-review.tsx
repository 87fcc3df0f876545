import { Link } from '@remix-run/react'
import { Check, CircleCheck, CircleX, Lock } from 'lucide-react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { result } from '#app/i18n/messages/result.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { formatCitations } from '../../core/questions/citation.ts'
import { classNames } from '../class-names.ts'
import { Badge } from '../ui/badge.tsx'

export type ReviewQuestion = {
  position: number
  stem: string
  options: { text: string; isChosen: boolean; isCorrect: boolean | null }[]
  /** What a regrade did about the key. */
  correction: 'accept_also' | 'new_key' | 'give_all' | 'annul' | null
  isRight: boolean | null
  key: { explanation: string; citations: string[] } | null
}

/** The paper once more, with marks and keys as far as they are released. */
export function PaperReview({
  questions,
  law,
  complaintHrefOf,
}: {
  questions: readonly ReviewQuestion[]
  /** Name of the law the citations are of. */
  law: string
  /** The address for a complaint about a question; null when none is accepted. */
  complaintHrefOf: ((position: number) => string) | null
}) {
  return (
    <ol className="grid gap-6">
      {questions.map((question) => (
        <li key={question.position}>
          <QuestionReview
            question={question}
            law={law}
            complaintHref={complaintHrefOf?.(question.position) ?? null}
          />
        </li>
      ))}
    </ol>
  )
}

type QuestionReviewProps = { question: ReviewQuestion; law: string; complaintHref: string | null }

function QuestionReview({ question, law, complaintHref }: QuestionReviewProps) {
  const t = useT(result)
  const tComplaint = useT(complaint)
  const isAnswered = question.options.some((option) => option.isChosen)

  return (
    <article className="grid gap-4 rounded-lg border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base text-muted">{t('question', { position: question.position })}</h3>
        {question.correction === 'annul' && <Badge>{t('annulled')}</Badge>}
        {question.isRight !== null && question.correction !== 'annul' && (
          <Badge tone={question.isRight ? 'good' : 'warn'} icon={question.isRight ? CircleCheck : CircleX}>
            {question.isRight ? t('right') : t('wrong')}
          </Badge>
        )}
      </header>
      <p className="text-lg">{question.stem}</p>
      <ul className="grid gap-2">
        {question.options.map((option) => (
          <li
            key={option.text}
            className={classNames(
              'grid gap-x-4 gap-y-1 rounded-md border px-4 py-2.5 sm:grid-cols-[1fr_auto] sm:items-center',
              option.isCorrect
                ? 'border-good bg-good-soft'
                : option.isChosen
                  ? 'border-edge bg-sunken'
                  : 'border-line',
            )}
          >
            <span>{option.text}</span>
            <span className="flex flex-wrap gap-x-3 text-sm font-semibold whitespace-nowrap sm:justify-end">
              {option.isChosen && <span>{t('chosen')}</span>}
              {option.isCorrect && (
                <span className="inline-flex items-center gap-1 text-good">
                  <Check aria-hidden="true" className="size-4" />
                  {t('correctOption')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!isAnswered && <p className="text-sm text-muted">{t('notAnswered')}</p>}
      {question.key && (question.key.explanation || question.key.citations.length > 0) && (
        <div className="grid gap-1 border-l-4 border-gold pl-4">
          {question.key.explanation && <p>{question.key.explanation}</p>}
          {question.key.citations.length > 0 && (
            <p className="text-sm font-semibold">
              {t('source')} <span lang="vi">{formatCitations(question.key.citations, law)}</span>
            </p>
          )}
        </div>
      )}
      {question.correction && (
        <p className="text-sm font-semibold">{t(`correction_${question.correction}`)}</p>
      )}
      {/* Marks are released for a whole paper, so a question without one is held back. */}
      {question.isRight === null && (
        <p className="flex gap-2 text-sm text-muted">
          <Lock aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('heldBack')}
        </p>
      )}
      {complaintHref && (
        <Link
          to={complaintHref}
          className="link inline-flex min-h-11 items-center justify-self-start text-sm"
        >
          {tComplaint('questionLink', { position: question.position })}
        </Link>
      )}
    </article>
  )
}
