import { Plus, X } from 'lucide-react'
import { MIN_OPTIONS } from '#app/core/questions/question-content.ts'
import { MAX_OPTIONS } from '#app/core/questions/question-file.ts'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { optionLetter } from '../exam/paper-keys.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { CONTROL_CLASS, FieldError } from '../ui/field.tsx'

type OptionFieldsProps = {
  draft: QuestionDraft
  setDraft: (change: Partial<QuestionDraft>) => void
  errorOf: (field: string) => string | null
}

/** The options, each with a box for "right". Without scripts the button adds one by sending the form. */
export function OptionFields({ draft, setDraft, errorOf }: OptionFieldsProps) {
  const t = useT(questions)
  const error = errorOf('options') ?? errorOf('key')
  const setOption = (index: number, text: string) =>
    setDraft({ options: draft.options.map((option, place) => (place === index ? text : option)) })
  const setRight = (index: number, isRight: boolean) =>
    setDraft({ key: isRight ? [...draft.key, index] : draft.key.filter((place) => place !== index) })
  const remove = (index: number) =>
    setDraft({
      options: draft.options.filter((_, place) => place !== index),
      key: draft.key.filter((place) => place !== index).map((place) => (place > index ? place - 1 : place)),
    })

  return (
    <fieldset
      aria-describedby={error ? 'options-hint options-error' : 'options-hint'}
      className="grid min-w-0 gap-3"
    >
      <legend className="mb-1 font-semibold">{t('options')}</legend>
      <p id="options-hint" className="text-sm text-muted">
        {t('optionsHint')}
      </p>
      {error && <FieldError id="options-error">{error}</FieldError>}
      {draft.options.map((option, index) => (
        <OptionRow
          key={index}
          letter={optionLetter(index)}
          index={index}
          text={option}
          isRight={draft.key.includes(index)}
          isListInvalid={error !== null && index === 0}
          error={errorOf(`options.${index}`)}
          onText={(text) => setOption(index, text)}
          onRight={(isRight) => setRight(index, isRight)}
          onRemove={draft.options.length > MIN_OPTIONS ? () => remove(index) : null}
        />
      ))}
      {draft.options.length < MAX_OPTIONS && (
        <Button
          look="secondary"
          name="intent"
          value="add-option"
          className="justify-self-start"
          onClick={(event) => {
            event.preventDefault()
            setDraft({ options: [...draft.options, ''] })
          }}
        >
          <Plus aria-hidden="true" className="size-5" />
          {t('addOption')}
        </Button>
      )}
    </fieldset>
  )
}

type OptionRowProps = {
  letter: string
  index: number
  text: string
  isRight: boolean
  /** The mistake is about all of them: the first one leads to it. */
  isListInvalid: boolean
  error: string | null
  onText: (text: string) => void
  onRight: (isRight: boolean) => void
  onRemove: (() => void) | null
}

function OptionRow(props: OptionRowProps) {
  const { letter, index, text, isRight, isListInvalid, error, onText, onRight, onRemove } = props
  const t = useT(questions)
  const errorId = error ? `option-${index}-error` : isListInvalid ? 'options-error' : undefined

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <span aria-hidden="true" className="w-5 font-semibold">
          {letter}.
        </span>
        <textarea
          rows={1}
          name="option"
          aria-label={t('optionOf', { letter })}
          aria-invalid={error || isListInvalid ? true : undefined}
          aria-describedby={errorId}
          value={text}
          onChange={(event) => onText(event.target.value)}
          className={`${CONTROL_CLASS} field-sizing-content min-w-0 flex-1 basis-48`}
        />
        <label className="flex min-h-12 cursor-pointer items-center gap-2 rounded-md border border-line px-3 has-checked:border-good has-checked:bg-good-soft">
          <input
            type="checkbox"
            name="key"
            value={index}
            aria-label={t('optionIsRightNamed', { letter })}
            checked={isRight}
            onChange={(event) => onRight(event.target.checked)}
            className="size-6 accent-brand"
          />
          <span aria-hidden="true">{t('optionIsRight')}</span>
        </label>
        {onRemove && (
          <button
            type="button"
            onClick={onRemove}
            aria-label={t('removeOption', { letter })}
            className={buttonClass('quiet', 'px-3!')}
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        )}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}
