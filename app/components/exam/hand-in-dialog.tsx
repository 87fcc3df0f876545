import { useId, useRef, useState } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { parsePrediction } from '#app/core/ranking/prediction.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { CONTROL_CLASS, Field } from '../ui/field.tsx'
import type { AttemptCopy } from './attempt-copy.ts'
import { ExamAnnouncer } from './exam-announcer.tsx'
import type { ExamState } from './exam-state.ts'
import { Modal } from './modal.tsx'
import { hashOf } from './question-progress.ts'
import type { QuestionProgress } from './question-progress.ts'

type HandInDialogProps = {
  state: ExamState
  prediction: AttemptCopy['prediction']
  progress: readonly QuestionProgress[]
  onTypePrediction: (text: string) => void
  onHandIn: () => void
  onOpenQuestion: (position: number) => void
  /** Back to the paper; calls off what is being handed in. */
  onClose: () => void
}

/** The one confirmation: what is missing, the guess, and that there is no way back. */
export function HandInDialog(props: HandInDialogProps) {
  const { state, prediction, progress, onHandIn, onClose, onOpenQuestion } = props
  const t = useT(messages)
  const titleId = useId()
  const guessInput = useRef<HTMLInputElement>(null)
  const [isGuessWrong, setIsGuessWrong] = useState(false)
  const [knownAnnouncements] = useState(state.announcements)
  const isSending = state.handIn !== null

  const confirm = () => {
    const guess = state.prediction.trim()
    const isWrong = prediction !== null && guess !== '' && parsePrediction(prediction.kind, guess) === null
    setIsGuessWrong(isWrong)
    if (isWrong) guessInput.current?.focus()
    else onHandIn()
  }

  return (
    <Modal labelledBy={titleId} onClose={onClose}>
      <div className="grid gap-5">
        <h2 id={titleId} tabIndex={-1} className="text-xl outline-none">
          {t('handInTitle')}
        </h2>
        <Completeness progress={progress} onOpenQuestion={onOpenQuestion} />
        {prediction && (
          <PredictionField
            {...prediction}
            value={state.prediction}
            isWrong={isGuessWrong || state.isPredictionRefused}
            isDisabled={isSending}
            inputRef={guessInput}
            onType={(text) => {
              setIsGuessWrong(false)
              props.onTypePrediction(text)
            }}
          />
        )}
        <p className="text-sm text-muted">{t('handInFinal')}</p>
        <HandInTrouble state={state} />
        <div className="flex flex-wrap gap-3">
          <Button type="button" onClick={confirm} isPending={isSending} pendingLabel={t('handingIn')}>
            {t('confirmHandIn')}
          </Button>
          <Button type="button" look="secondary" onClick={onClose}>
            {t('backToPaper')}
          </Button>
        </div>
      </div>
      <ExamAnnouncer state={state} knownAnnouncements={knownAnnouncements} />
    </Modal>
  )
}

type CompletenessProps = Pick<HandInDialogProps, 'progress' | 'onOpenQuestion'>

function Completeness({ progress, onOpenQuestion }: CompletenessProps) {
  const t = useT(messages)
  const unanswered = progress.filter(({ isAnswered }) => !isAnswered)
  const flagged = progress.filter(({ isFlagged }) => isFlagged)
  const total = progress.length

  return (
    <div className="grid gap-3">
      {unanswered.length === 0 ? (
        <Alert kind="good" title={t('allAnswered', { total })} />
      ) : (
        <Alert kind="warn" title={t('someAnswered', { answered: total - unanswered.length, total })}>
          <QuestionLinks label={t('unansweredTitle')} questions={unanswered} onOpen={onOpenQuestion} />
        </Alert>
      )}
      {flagged.length > 0 && (
        <QuestionLinks label={t('flaggedTitle')} questions={flagged} onOpen={onOpenQuestion} />
      )}
    </div>
  )
}

type QuestionLinksProps = {
  label: string
  questions: readonly QuestionProgress[]
  onOpen: (position: number) => void
}

function QuestionLinks({ label, questions, onOpen }: QuestionLinksProps) {
  const t = useT(messages)

  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <span>{label}</span>
      {questions.map(({ position }) => (
        <a
          key={position}
          href={hashOf(position)}
          className="link tabular inline-block py-1.5"
          onClick={(event) => {
            event.preventDefault()
            onOpen(position)
          }}
        >
          {t('question', { position })}
        </a>
      ))}
    </div>
  )
}

type PredictionFieldProps = NonNullable<AttemptCopy['prediction']> & {
  value: string
  isWrong: boolean
  isDisabled: boolean
  inputRef: React.RefObject<HTMLInputElement>
  onType: (text: string) => void
}

function PredictionField(props: PredictionFieldProps) {
  const { kind, prompt, value, isWrong, isDisabled, inputRef, onType } = props
  const t = useT(messages)
  const id = useId()
  const isPercentage = kind === 'percentage_all_right'

  return (
    <Field
      id={id}
      label={prompt}
      hint={t(isPercentage ? 'predictionHintPercentage' : 'predictionHintCount')}
      error={isWrong ? t(isPercentage ? 'predictionInvalidPercentage' : 'predictionInvalidCount') : null}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          className={CONTROL_CLASS}
          ref={inputRef}
          inputMode={isPercentage ? 'decimal' : 'numeric'}
          autoComplete="off"
          maxLength={40}
          disabled={isDisabled}
          value={value}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

function HandInTrouble({ state: { handIn, sync } }: { state: ExamState }) {
  const t = useT(messages)
  if (!handIn) return null

  switch (sync.trouble) {
    case 'network':
      return <Alert kind="warn">{t('handingInOffline')}</Alert>
    case 'server':
      return <Alert kind="warn">{t('handingInServerTrouble')}</Alert>
    case 'signed_out':
      return <Alert kind="bad">{t('signedOut')}</Alert>
    case null:
      return null
    default:
      return sync.trouble satisfies never
  }
}
