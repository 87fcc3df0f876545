import { Form, Link } from '@remix-run/react'
import { CircleCheck, CircleX, Eye, EyeOff, PencilLine, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { decisionOf } from '#app/core/questions/import/import-plan.ts'
import type { WaitingQuestion } from '#app/core/questions/import/waiting-import.ts'
import { formatCitations } from '#app/core/questions/citation.ts'
import { lackingOf } from '#app/core/questions/question-content.ts'
import { describePlace, questionImport } from '#app/i18n/messages/question-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { KeyedOptions } from '../questions/keyed-options.tsx'
import { LackingBadges } from '../questions/state-badge.tsx'
import { QuestionPreview } from '../questions/question-preview.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DuplicatePanel } from './duplicate-panel.tsx'
import { ProblemList } from './problem-list.tsx'

export type BankWords = { law: string; slug: string; topics: readonly { code: string; title: string }[] }

type WaitingCardProps = {
  item: WaitingQuestion
  bank: BankWords
  editHref: string
}

/** A question of the file before it is in the bank: what it says, what is wrong with it, and what can be done. */
export function WaitingCard({ item, bank, editHref }: WaitingCardProps) {
  const t = useT(questionUpload)
  const { position, question, isRemoved } = item
  const { number } = question
  const [isTried, setTried] = useState(false)

  return (
    <>
      <WaitingHead item={item} />
      {isTried ? (
        <QuestionPreview draft={question} position={number} />
      ) : (
        <WaitingContent item={item} bank={bank} />
      )}
      <ProblemList position={position} question={question} />
      <DuplicatePanel item={item} bankSlug={bank.slug} />
      <div className="flex flex-wrap gap-2">
        <Link to={editHref} className={buttonClass('secondary')}>
          <PencilLine aria-hidden="true" className="size-5" />
          {t('edit', { number })}
        </Link>
        <Button type="button" look="quiet" aria-expanded={isTried} onClick={() => setTried(!isTried)}>
          {isTried ? (
            <EyeOff aria-hidden="true" className="size-5" />
          ) : (
            <Eye aria-hidden="true" className="size-5" />
          )}
          {t(isTried ? 'hideIt' : 'tryIt')}
        </Button>
        <Form method="post">
          <input type="hidden" name="position" value={position} />
          <Button look="quiet" name="intent" value={isRemoved ? 'restore' : 'remove'}>
            {t(isRemoved ? 'restore' : 'remove', { number })}
          </Button>
        </Form>
      </div>
    </>
  )
}

export function WaitingHead({ item }: { item: WaitingQuestion }) {
  const { question, position } = item
  const t = useT(questionUpload)
  const tImport = useT(questionImport)
  const { question: _own, ...place } = question.place

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 id={`tieu-de-${position}`} className="tabular text-lg">
        {t('question', { number: question.number })}
      </h3>
      <StateBadge item={item} />
      <LackingBadges lacking={lackingOf(question)} />
      {Object.keys(place).length > 0 && (
        <span className="text-sm text-muted">{describePlace(tImport, place)}</span>
      )}
    </div>
  )
}

function StateBadge({ item: { question, duplicate, decision } }: { item: WaitingQuestion }) {
  const t = useT(questionUpload)
  if (question.problems.some(({ severity }) => severity === 'error'))
    return (
      <span className="inline-flex items-center gap-1.5 rounded-full bg-bad-soft px-3 py-1 text-sm font-semibold text-bad">
        <CircleX aria-hidden="true" className="size-4" />
        {t('badgeError')}
      </span>
    )
  const fate = duplicate ? decisionOf(duplicate, decision ?? undefined) : 'add'
  if (fate === null)
    return (
      <Badge tone="warn" icon={TriangleAlert}>
        {t('badgeUndecided')}
      </Badge>
    )
  if (fate === 'skip') return <Badge>{t('badgeSkipped')}</Badge>
  if (question.problems.length > 0)
    return (
      <Badge tone="warn" icon={TriangleAlert}>
        {t('badgeWarning')}
      </Badge>
    )

  return (
    <Badge tone="good" icon={CircleCheck}>
      {t('badgeGood')}
    </Badge>
  )
}

function WaitingContent({ item: { question, topicCode }, bank }: { item: WaitingQuestion; bank: BankWords }) {
  const t = useT(questionUpload)
  const tQuestions = useT(questions)
  const { topic, difficulty, stem, options, key, explanation, citations } = question
  const title = bank.topics.find(({ code }) => code === topicCode)?.title
  const topicWords = title ?? (topic === null ? t('topicNone') : t('topicUnknown', { topic }))

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <p className="text-sm text-muted">
        {topicWords} · {difficulty === null ? t('difficultyNone') : tQuestions(`difficulty_${difficulty}`)}
      </p>
      <p className="font-semibold break-words">{stem || t('noStem')}</p>
      <KeyedOptions options={options} optionKey={key} emptyText={t('noOption')} />
      {(explanation !== '' || citations.length > 0) && (
        <dl className="grid gap-2 border-l-4 border-gold pl-4">
          {explanation !== '' && (
            <div>
              <dt className="text-sm text-muted">{tQuestions('explanation')}</dt>
              <dd className="break-words">{explanation}</dd>
            </div>
          )}
          {citations.length > 0 && (
            <div>
              <dt className="text-sm text-muted">{tQuestions('field_citations')}</dt>
              <dd lang="vi">{formatCitations(citations, bank.law)}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}
