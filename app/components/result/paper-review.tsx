import { Check, CircleCheck, CircleX } from 'lucide-react'
import { result } from '#app/i18n/messages/result.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { parseCitation } from '../../core/citation.ts'
import { classNames } from '../class-names.ts'
import { Badge } from '../ui/badge.tsx'

export type ReviewQuestion = {
  position: number
  stem: string
  options: { text: string; isChosen: boolean; isCorrect: boolean | null }[]
  isRight: boolean | null
  key: { explanation: string; citations: string[] } | null
}

/** The paper once more, with marks and keys as far as they are released. */
export function PaperReview({
  questions,
  hasKeys,
}: {
  questions: readonly ReviewQuestion[]
  hasKeys: boolean
}) {
  return (
    <ol className="grid gap-6">
      {questions.map((question) => (
        <li key={question.position}>
          <QuestionReview question={question} hasKeys={hasKeys} />
        </li>
      ))}
    </ol>
  )
}

function QuestionReview({ question, hasKeys }: { question: ReviewQuestion; hasKeys: boolean }) {
  const t = useT(result)
  const isAnswered = question.options.some((option) => option.isChosen)

  return (
    <article className="grid gap-4 rounded-lg border border-line bg-surface p-5">
      <header className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base text-muted">{t('question', { position: question.position })}</h3>
        {question.isRight !== null && (
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
              'grid gap-1 rounded-md border px-4 py-2.5 sm:flex sm:items-center sm:justify-between',
              option.isCorrect
                ? 'border-good bg-good-soft'
                : option.isChosen
                  ? 'border-edge bg-sunken'
                  : 'border-line',
            )}
          >
            <span>{option.text}</span>
            <span className="flex flex-wrap gap-3 text-sm font-semibold sm:justify-end">
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
      {question.key && (
        <div className="grid gap-1 border-l-4 border-gold pl-4">
          <p>{question.key.explanation}</p>
          <p className="text-sm font-semibold">
            {t('source', { citations: question.key.citations.map((id) => citationText(t, id)).join('; ') })}
          </p>
        </div>
      )}
      {hasKeys && !question.key && <p className="text-sm text-muted">{t('heldBack')}</p>}
    </article>
  )
}

function citationText(t: ReturnType<typeof useT<(typeof result)['vi']>>, id: string): string {
  const parts = parseCitation(id)
  if (!parts) return id
  const { article, clause, point } = parts
  if (clause === null) return t('citation_article', { article })

  return point === null
    ? t('citation_clause', { clause, article })
    : t('citation_point', { point, clause, article })
}
