import { useState } from 'react'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { QuestionCard } from '../exam/question-card.tsx'
import { optionLetter } from '../exam/paper-keys.ts'

export type PreviewQuestionValue = {
  position: number
  stem: string
  isMultiple: boolean
  options: { id: string; text: string }[]
  key: { optionIds: string[]; explanation: string } | null
}

/** The paper with the very cards participants get; choices live in the page and go nowhere. */
export function PaperPreview({ questions }: { questions: readonly PreviewQuestionValue[] }) {
  const [chosen, setChosen] = useState<Readonly<Record<number, readonly string[]>>>({})
  const [flagged, setFlagged] = useState<readonly number[]>([])
  const pick = ({ position, isMultiple }: PreviewQuestionValue, optionId: string): void =>
    setChosen((before) => {
      const current = before[position] ?? []
      if (!isMultiple) return { ...before, [position]: [optionId] }

      return {
        ...before,
        [position]: current.includes(optionId)
          ? current.filter((id) => id !== optionId)
          : [...current, optionId],
      }
    })

  return (
    <ol className="grid max-w-3xl gap-8">
      {questions.map((question) => (
        <li key={question.position} className="grid gap-3">
          <QuestionCard
            question={question}
            total={questions.length}
            chosen={chosen[question.position] ?? []}
            isFlagged={flagged.includes(question.position)}
            isDisabled={false}
            onPick={(optionId) => pick(question, optionId)}
            onClear={() => setChosen((before) => ({ ...before, [question.position]: [] }))}
            onFlag={() =>
              setFlagged((before) =>
                before.includes(question.position)
                  ? before.filter((position) => position !== question.position)
                  : [...before, question.position],
              )
            }
          />
          {question.key && <KeyNote question={question} optionIds={question.key.optionIds} />}
        </li>
      ))}
    </ol>
  )
}

function KeyNote({ question, optionIds }: { question: PreviewQuestionValue; optionIds: readonly string[] }) {
  const t = useT(roundSetup)
  const letters = question.options.flatMap(({ id }, index) =>
    optionIds.includes(id) ? [optionLetter(index)] : [],
  )

  return (
    <div className="grid gap-1 rounded-md border-l-4 border-good bg-good-soft p-4">
      <p className="font-semibold text-good">{t('keyIs', { letters: letters.join(', ') })}</p>
      <p>{question.key?.explanation}</p>
    </div>
  )
}
