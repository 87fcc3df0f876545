import { useState, useSyncExternalStore } from 'react'
import type { PaperAnnouncement } from '#app/core/contests/announcement.ts'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import type { AttemptCopy } from './attempt-copy.ts'
import { createBrowserExam } from './browser-exam.ts'
import { ExamAnnouncer } from './exam-announcer.tsx'
import { ExamHeader } from './exam-header.tsx'
import { ElsewherePanel, EndedPanel, TimeUpPanel, UnavailablePanel } from './exam-panel.tsx'
import type { ExamState } from './exam-state.ts'
import { PaperDesk } from './paper-desk.tsx'
import type { OpenDialog } from './paper-desk.tsx'

type ExamPageProps = { copy: AttemptCopy; announcements: readonly PaperAnnouncement[] }

/** The paper of a running attempt. The properties are what the server knew when the page was made. */
export function ExamPage({ copy, announcements }: ExamPageProps) {
  const t = useT(messages)
  const [exam] = useState(() =>
    createBrowserExam(copy, announcements, () => window.location.replace(paths.result(copy.attemptId))),
  )
  const state = useSyncExternalStore(exam.subscribe, exam.get, () => null)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const view = viewOf(state)

  return (
    <>
      <ExamHeader
        exam={exam}
        copy={copy}
        state={state}
        hasPaper={view === 'paper'}
        onHandIn={() => setDialog('hand_in')}
      />
      <noscript>
        <p className="page my-4 border-l-4 border-bad bg-bad-soft p-4 text-bad">{t('needsScripts')}</p>
      </noscript>
      <ExamAnnouncer state={state} knownAnnouncements={announcements} />
      <main>
        {state !== null && view === 'elsewhere' && (
          <ElsewherePanel
            copy={copy}
            state={state}
            onTakeOver={() => exam.act(({ takeOver }) => takeOver())}
          />
        )}
        {state !== null && view === 'time_up' && <TimeUpPanel copy={copy} state={state} />}
        {view === 'ended' && <EndedPanel />}
        {view === 'unavailable' && <UnavailablePanel copy={copy} />}
        {view === 'paper' && (
          <PaperDesk exam={exam} copy={copy} state={state} dialog={dialog} onDialog={setDialog} />
        )}
      </main>
    </>
  )
}

type View = 'paper' | 'elsewhere' | 'time_up' | 'ended' | 'unavailable'

/** What stands in the middle of the page; before the session runs, the paper without its controls. */
function viewOf(state: ExamState | null): View {
  if (!state) return 'paper'

  switch (state.sync.phase) {
    case 'working':
      return state.handIn?.reason === 'deadline' ? 'time_up' : 'paper'
    case 'asking':
    case 'elsewhere':
      return 'elsewhere'
    case 'ended':
    case 'unavailable':
      return state.sync.phase
    default:
      return state.sync.phase satisfies never
  }
}
