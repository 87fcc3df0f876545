import { useState } from 'react'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { QuestionCard } from '../exam/question-card.tsx'

type QuestionPreviewProps = {
  draft: Pick<QuestionDraft, 'stem' | 'options' | 'key'>
  /** Tells several previews of one page apart. */
  position?: number
}

/** The very card of the paper, to be tried; it tells as little about the key as the paper does. */
export function QuestionPreview({ draft, position = 1 }: QuestionPreviewProps) {
  const t = useT(questions)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isFlagged, setFlagged] = useState(false)
  const isMultiple = draft.key.length > 1
  const options = draft.options
    .map((text, index) => ({ id: `xem-truoc-${position}-${index}`, text }))
    .filter(({ text }) => text.trim() !== '')
  const pick = (id: string) => {
    if (!isMultiple) setChosen([id])
    else setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  }

  return (
    <>
      <p className="font-semibold">{t('preview')}</p>
      <QuestionCard
        question={{ position, stem: draft.stem || '…', isMultiple, options }}
        total={position}
        chosen={isMultiple ? chosen : chosen.slice(-1)}
        isFlagged={isFlagged}
        isDisabled={false}
        onPick={pick}
        onClear={() => setChosen([])}
        onFlag={() => setFlagged(!isFlagged)}
      />
      <p className="text-sm text-muted">{t('previewHint')}</p>
    </>
  )
}
