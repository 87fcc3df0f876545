import { useState } from 'react'
import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { dismissalKeyOf } from '../announcements/use-dismissed.ts'
import { spokenTimeLeft } from './exam-clock.ts'
import type { ExamState, Notice } from './exam-state.ts'
import { isTrouble, saveStatusOf } from './save-status.ts'
import type { SaveStatus } from './save-status.ts'
import { useStatusText } from './save-state.tsx'

type ExamAnnouncerProps = {
  state: ExamState | null
  /** Those that were on the page from the start are read like the rest of it. */
  knownAnnouncements: readonly PaperAnnouncement[]
}

/**
 * What a screen reader says by itself. The regions are in the page from the start and only their text changes; the
 * running clock is none of them. A save failure is said once when it begins, and once that it is over.
 */
export function ExamAnnouncer({ state, knownAnnouncements }: ExamAnnouncerProps) {
  const t = useT(messages)
  const noticeText = useNoticeText()
  const isKnown = (key: string) => knownAnnouncements.some((known) => dismissalKeyOf(known) === key)
  const arrived = state?.announcements.filter((announcement) => !isKnown(dismissalKeyOf(announcement))) ?? []

  return (
    <div className="sr-only">
      <div role="status">{state?.notice && <p key={state.notice.id}>{noticeText(state.notice)}</p>}</div>
      <div role="status">
        {arrived.map((announcement) => (
          <p key={dismissalKeyOf(announcement)}>
            {t('announced', { title: announcement.title, text: announcement.text })}
          </p>
        ))}
      </div>
      <div role="status">{state && <TroubleText status={saveStatusOf(state)} />}</div>
      <div role="alert">{state?.handIn?.reason === 'deadline' && <p>{t('timeUpAnnouncement')}</p>}</div>
    </div>
  )
}

function TroubleText({ status }: { status: SaveStatus }) {
  const t = useT(messages)
  const statusText = useStatusText()
  const [hadTrouble, setHadTrouble] = useState(false)
  if (isTrouble(status)) {
    if (!hadTrouble) setHadTrouble(true)

    return <p>{statusText(status)}</p>
  }

  return hadTrouble ? <p>{t('connectedAgain')}</p> : null
}

export function useNoticeText(): (notice: Notice) => string {
  const t = useT(messages)
  const { minutes } = useFormatters()

  return (notice) => {
    switch (notice.kind) {
      case 'time_left': {
        const { unit, count } = spokenTimeLeft(notice.remainingMs)

        return unit === 'minutes' ? t('minutesLeft', { count }) : t('secondsLeft', { count })
      }
      case 'deadline_moved':
        return t('deadlineMoved', { minutes: minutes(notice.laterByMs) })
      default:
        return notice satisfies never
    }
  }
}
