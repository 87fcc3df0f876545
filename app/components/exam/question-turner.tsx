import { ChevronLeft, ChevronRight, LayoutGrid, Send } from 'lucide-react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'

type QuestionTurnerProps = {
  position: number
  total: number
  answeredCount: number
  isDisabled: boolean
  onTurn: (position: number) => void
  onOverview: () => void
  onHandIn: () => void
}

/** With very large letters the arrows stand alone: the bar must not cover the question. */
const LABEL = '@max-[16em]:sr-only'

const COMPACT = 'flex-1 gap-1! px-1.5! max-sm:text-sm! lg:flex-none lg:px-5!'

/** Under the thumb on phones: back, overview, on; after the last question the paper is handed in. */
export function QuestionTurner(props: QuestionTurnerProps) {
  const { position, total, answeredCount, isDisabled, onTurn, onOverview, onHandIn } = props
  const t = useT(messages)
  const isLast = position === total

  return (
    <div
      role="group"
      aria-label={t('questionNavigation')}
      className="@container sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 py-2 sm:mx-0 sm:px-0 lg:static lg:border-0 lg:py-0 [@media(max-height:30rem)]:static"
    >
      <div className="flex justify-between gap-2 @max-[16em]:gap-1">
        <Button
          type="button"
          look="secondary"
          disabled={position === 1}
          onClick={() => onTurn(position - 1)}
          className={COMPACT}
        >
          <ChevronLeft aria-hidden="true" className="size-5 shrink-0" />
          <span className={LABEL}>{t('previousQuestion')}</span>
        </Button>
        <Button
          type="button"
          look="quiet"
          aria-label={t('openOverview', { answered: answeredCount, total })}
          onClick={onOverview}
          className="gap-1.5! px-2! lg:hidden"
        >
          <LayoutGrid aria-hidden="true" className="size-5 shrink-0 @max-[16em]:hidden" />
          <span className="tabular">
            {answeredCount}/{total}
          </span>
        </Button>
        {isLast ? (
          <Button type="button" disabled={isDisabled} onClick={onHandIn} className={COMPACT}>
            <Send aria-hidden="true" className="size-4 shrink-0" />
            <span className={LABEL}>{t('handIn')}</span>
          </Button>
        ) : (
          <Button type="button" onClick={() => onTurn(position + 1)} className={COMPACT}>
            <span className={LABEL}>{t('nextQuestion')}</span>
            <ChevronRight aria-hidden="true" className="size-5 shrink-0" />
          </Button>
        )}
      </div>
    </div>
  )
}
