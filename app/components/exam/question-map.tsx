import { Check, Circle, Flag } from 'lucide-react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { hashOf } from './question-progress.ts'
import type { QuestionProgress } from './question-progress.ts'

type QuestionMapProps = {
  progress: readonly QuestionProgress[]
  current: number
  onOpen: (position: number) => void
}

/** All questions at a glance: answered, not answered, marked; each by a sign and in words, and a link to it. */
export function QuestionMap({ progress, current, onOpen }: QuestionMapProps) {
  const t = useT(messages)

  return (
    <nav aria-label={t('overview')} className="grid gap-4">
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(3rem,1fr))] gap-2">
        {progress.map((question) => (
          <li key={question.position}>
            <QuestionLink question={question} isCurrent={question.position === current} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      <Legend />
    </nav>
  )
}

type QuestionLinkProps = {
  question: QuestionProgress
  isCurrent: boolean
  onOpen: (position: number) => void
}

function QuestionLink({ question, isCurrent, onOpen }: QuestionLinkProps) {
  const { position, isAnswered, isFlagged } = question
  const t = useT(messages)
  const states = [t(isAnswered ? 'answered' : 'unanswered'), isFlagged && t('flagged')]
    .filter(Boolean)
    .join(', ')

  return (
    <a
      href={hashOf(position)}
      aria-label={t('questionState', { position, states })}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onOpen(position)
      }}
      className={classNames(
        'tabular relative grid min-h-14 place-items-center rounded-md border-2 pt-1 text-base font-semibold',
        isAnswered
          ? 'border-good bg-good-soft text-good'
          : 'border-line bg-surface text-ink hover:border-edge',
        isCurrent && 'outline-3 outline-offset-1 outline-brand',
      )}
    >
      {isFlagged && (
        <span className="absolute -top-1.5 -right-1.5 rounded-full border border-gold bg-gold-soft p-0.5 text-gold-text">
          <Flag aria-hidden="true" className="size-3.5 fill-current" />
        </span>
      )}
      {position}
      {isAnswered ? (
        <Check aria-hidden="true" className="size-4" />
      ) : (
        <Circle aria-hidden="true" className="size-3 text-muted" />
      )}
    </a>
  )
}

function Legend() {
  const t = useT(messages)

  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      <span className="inline-flex items-center gap-1.5">
        <Check className="size-4 text-good" />
        {t('answered')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Circle className="size-3" />
        {t('unanswered')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Flag className="size-3.5 fill-current text-gold-text" />
        {t('flaggedShort')}
      </span>
    </p>
  )
}
