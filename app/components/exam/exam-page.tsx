import { useRef, useState, useSyncExternalStore } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'
import type { AttemptCopy } from './attempt-copy.ts'
import { createBrowserExam } from './browser-exam.ts'
import type { BrowserExam } from './browser-exam.ts'
import { ExamAnnouncer } from './exam-announcer.tsx'
import { ExamHeader } from './exam-header.tsx'
import { ElsewherePanel, EndedPanel, TimeUpPanel, UnavailablePanel } from './exam-panel.tsx'
import type { ExamState } from './exam-state.ts'
import { PaperDesk } from './paper-desk.tsx'

/** The paper of a running attempt. `copy` is what the server knew when the page was made. */
export function ExamPage({ copy }: { copy: AttemptCopy }) {
  const t = useT(messages)
  const [exam] = useState(() =>
    createBrowserExam(copy, () => window.location.replace(paths.result(copy.attemptId))),
  )
  const state = useSyncExternalStore(exam.subscribe, exam.get, () => null)
  const [isHandInOpen, setIsHandInOpen] = useState(false)
  const canHandIn = state?.sync.phase === 'working' && state.handIn === null

  return (
    <>
      <a
        href="#cau-hoi"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-md focus:bg-surface focus:p-3"
      >
        {t('skipToQuestion')}
      </a>
    </>
  )
}
