import { X } from 'lucide-react'
import { useId } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Modal } from './modal.tsx'
import { QuestionMap } from './question-map.tsx'
import type { QuestionProgress } from './question-progress.ts'

type OverviewSheetProps = {
  progress: readonly QuestionProgress[]
  current: number
  onOpen: (position: number) => void
  onClose: () => void
}

/** The overview on phones, where it has no room beside the question. */
export function OverviewSheet({ progress, current, onOpen, onClose }: OverviewSheetProps) {
  const t = useT(messages)
  const titleId = useId()
  const answered = progress.filter(({ isAnswered }) => isAnswered).length

  return (
    <Modal labelledBy={titleId} onClose={onClose}>
      <div className="grid gap-5">
        <div className="flex items-start justify-between gap-3">
          <div>
            <h2 id={titleId} tabIndex={-1} className="text-xl outline-none">
              {t('overview')}
            </h2>
            <p className="tabular text-muted">{t('answeredOf', { answered, total: progress.length })}</p>
          </div>
          <Button type="button" look="quiet" onClick={onClose} className="-mr-2 px-3!">
            <X aria-hidden="true" className="size-5" />
            {t('close')}
          </Button>
        </div>
        <QuestionMap progress={progress} current={current} onOpen={onOpen} />
      </div>
    </Modal>
  )
}
