import { AlarmClockPlus } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { countAnswered } from './attempt-copy.ts'
import type { AttemptCopy } from './attempt-copy.ts'
import type { BrowserExam } from './browser-exam.ts'
import { useNoticeText } from './exam-announcer.tsx'
import type { ExamState, Notice } from './exam-state.ts'
import { HandInDialog } from './hand-in-dialog.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { OverviewSheet } from './overview-sheet.tsx'
import type { PaperCommand } from './paper-keys.ts'
import { QuestionCard, optionElementId } from './question-card.tsx'
import { QuestionMap } from './question-map.tsx'
import { progressOf } from './question-progress.ts'
import type { QuestionProgress } from './question-progress.ts'
import { QuestionTurner } from './question-turner.tsx'
import { useCharacterKeys, usePaperKeys } from './use-paper-keys.ts'
import { useQuestionPosition } from './use-question-position.ts'

export type OpenDialog = 'overview' | 'hand_in' | null

type PaperDeskProps = {
  exam: BrowserExam
  copy: AttemptCopy
  /** Null until the page is ready: the paper can be read but not answered yet. */
  state: ExamState | null
  dialog: OpenDialog
  onDialog: (dialog: OpenDialog) => void
}

/** The question in view, the way to the others, and the two dialogs over them. */
export function PaperDesk({ exam, copy, state, dialog, onDialog }: PaperDeskProps) {
  const t = useT(messages)
  const heading = useRef<HTMLHeadingElement>(null)
  const total = copy.paper.length
  const [position, turnTo] = useQuestionPosition(total, state !== null, heading)
  const question = copy.paper[position - 1]
  const [hasCharacterKeys, switchCharacterKeys] = useCharacterKeys()
  const isDisabled = state === null || state.handIn !== null
  const answers = state?.sync.answers ?? copy.answers
  const flagged = state?.flagged ?? []
  const progress = progressOf(copy.paper, answers, flagged)
  const answeredCount = countAnswered(answers)

  const obey = useCallback(
    (command: PaperCommand) => {
      switch (command.kind) {
        case 'previous':
          return turnTo(position - 1)
        case 'next':
          return turnTo(position + 1)
        case 'flag':
          return exam.act(({ toggleFlag }) => toggleFlag(position))
        case 'pick': {
          const option = question?.options[command.optionIndex]
          if (!option) return
          exam.act(({ pick }) => pick(position, option.id))
          document.getElementById(optionElementId(option.id))?.focus()

          return
        }
        default:
          return command satisfies never
      }
    },
    [exam, position, question, turnTo],
  )
  usePaperKeys(!isDisabled, question?.options.length ?? 0, hasCharacterKeys, obey)
  if (!question) return null

  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pt-5 pb-4 lg:grid-cols-[minmax(0,1fr)_19rem] lg:gap-8 lg:pt-8">
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
        {state?.notice?.kind === 'deadline_moved' && (
          <ExtensionNotice key={state.notice.id} notice={state.notice} />
        )}
        <QuestionCard
          key={position}
          ref={heading}
          question={question}
          total={total}
          chosen={answers[String(position)] ?? []}
          isFlagged={flagged.includes(position)}
          isDisabled={isDisabled}
          onPick={(optionId) => exam.act(({ pick }) => pick(position, optionId))}
          onClear={() => exam.act(({ clear }) => clear(position))}
          onFlag={() => exam.act(({ toggleFlag }) => toggleFlag(position))}
        />
        <QuestionTurner
          position={position}
          total={total}
          answeredCount={answeredCount}
          isDisabled={isDisabled}
          onTurn={turnTo}
          onOverview={() => onDialog('overview')}
          onHandIn={() => onDialog('hand_in')}
        />
        <KeyboardHelp hasCharacterKeys={hasCharacterKeys} onSwitch={switchCharacterKeys} />
      </div>
      <aside className="hidden lg:block">
        <div className="sticky top-24 grid gap-4 rounded-lg border border-line bg-surface p-5">
          <div>
            <h2 className="text-lg">{t('overview')}</h2>
            <p className="tabular text-sm text-muted">
              {t('answeredOf', { answered: answeredCount, total })}
            </p>
          </div>
          <QuestionMap progress={progress} current={position} onOpen={turnTo} />
        </div>
      </aside>
      <DeskDialogs
        exam={exam}
        copy={copy}
        state={state}
        dialog={dialog}
        onDialog={onDialog}
        progress={progress}
        position={position}
        turnTo={turnTo}
      />
    </div>
  )
}

type DeskDialogsProps = PaperDeskProps & {
  progress: readonly QuestionProgress[]
  position: number
  turnTo: (position: number) => void
}

function DeskDialogs(props: DeskDialogsProps) {
  const { exam, copy, state, dialog, onDialog, progress, position, turnTo } = props
  const close = () => {
    onDialog(null)
    exam.act(({ cancelHandIn }) => cancelHandIn())
  }
  const openQuestion = (wanted: number) => {
    close()
    turnTo(wanted)
  }

  switch (dialog) {
    case 'overview':
      return <OverviewSheet progress={progress} current={position} onOpen={openQuestion} onClose={close} />
    case 'hand_in':
      return (
        state && (
          <HandInDialog
            state={state}
            prediction={copy.prediction}
            progress={progress}
            onTypePrediction={(text) => exam.act(({ typePrediction }) => typePrediction(text))}
            onHandIn={() => exam.act(({ handIn }) => handIn())}
            onOpenQuestion={openQuestion}
            onClose={close}
          />
        )
      )
    case null:
      return null
    default:
      return dialog satisfies never
  }
}

/** More time is good news: it stays until it was read. */
function ExtensionNotice({ notice }: { notice: Notice }) {
  const t = useT(messages)
  const noticeText = useNoticeText()
  const [isRead, setIsRead] = useState(false)
  if (isRead) return null

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 rounded-md border-l-4 border-info bg-info-soft py-2 pr-2 pl-4 text-info">
      <p className="flex items-start gap-2.5 py-1.5 font-semibold">
        <AlarmClockPlus aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {noticeText(notice)}
      </p>
      <button
        type="button"
        onClick={() => setIsRead(true)}
        className="ml-auto min-h-11 rounded-md px-3 text-sm font-semibold underline underline-offset-4"
      >
        {t('understood')}
      </button>
    </div>
  )
}
