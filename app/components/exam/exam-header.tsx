import { Send } from 'lucide-react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import type { AttemptCopy } from './attempt-copy.ts'
import type { BrowserExam } from './browser-exam.ts'
import { ExamAnnouncements } from './exam-announcements.tsx'
import type { ExamState } from './exam-state.ts'
import { SaveState, TroubleBand } from './save-state.tsx'
import { isTrouble, saveStatusOf } from './save-status.ts'
import { TimeLeft } from './time-left.tsx'

type ExamHeaderProps = {
  exam: BrowserExam
  copy: AttemptCopy
  state: ExamState | null
  /** Whether the paper is on the page; what stands in its place speaks for itself. */
  hasPaper: boolean
  onHandIn: () => void
}

/** Always in view: the time, whether the answers are safe, and the way to hand in. */
export function ExamHeader({ exam, copy, state, hasPaper, onHandIn }: ExamHeaderProps) {
  const t = useT(messages)
  const status = state && saveStatusOf(state)
  const band = hasPaper && status !== null && isTrouble(status) ? status : null

  return (
    <header className="sticky top-0 z-20 border-b border-line bg-surface shadow-card">
      <div className="page @container">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 md:gap-x-6">
          <div className="min-w-0 flex-1 max-md:sr-only">
            <h1 className="truncate text-base">{copy.roundTitle}</h1>
            <p className="text-sm text-muted">{t('attemptNumber', { number: copy.number })}</p>
          </div>
          <TimeLeft exam={exam} initialMs={copy.remainingMs} className="max-md:mr-auto" />
          {hasPaper && (
            <Button
              type="button"
              look="secondary"
              disabled={state === null || state.handIn !== null}
              onClick={onHandIn}
              className="min-h-11! px-3.5! py-1.5! md:order-last"
            >
              <Send aria-hidden="true" className="size-4 @max-[13em]:hidden" />
              {t('handIn')}
            </Button>
          )}
          {hasPaper && !band && (
            <SaveState
              status={status}
              className="max-md:basis-full md:min-w-48 [@media(max-height:24rem)]:hidden"
            />
          )}
        </div>
      </div>
      {state && <ExamAnnouncements announcements={state.announcements} />}
      {band && <TroubleBand status={band} attemptId={copy.attemptId} onSignIn={exam.allowLeaving} />}
    </header>
  )
}
