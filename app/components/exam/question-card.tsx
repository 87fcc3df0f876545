import { Eraser, Flag, ListChecks } from 'lucide-react'
import { forwardRef, useId } from 'react'
import { exam as messages } from '#app/i18n/messages/exam.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { buttonClass } from '../ui/button.tsx'
import { classNames } from '../class-names.ts'
import type { PaperQuestion } from './attempt-copy.ts'
import { optionLetter } from './paper-keys.ts'

type QuestionCardProps = {
  question: PaperQuestion
  total: number
  chosen: readonly string[]
  isFlagged: boolean
  isDisabled: boolean
  onPick: (optionId: string) => void
  onClear: () => void
  onFlag: () => void
}

/** One question with its options; the heading takes the focus when the page turns. */
export const QuestionCard = forwardRef<HTMLHeadingElement, QuestionCardProps>(
  function QuestionCard(props, heading) {
    const { question, total, chosen, isFlagged, isDisabled, onPick, onClear, onFlag } = props
    const t = useT(messages)
    const hintId = useId()

    return (
      <section className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:gap-5 sm:rounded-lg sm:border sm:border-line sm:bg-surface sm:p-7 sm:shadow-card">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2
            ref={heading}
            tabIndex={-1}
            aria-label={t('questionOf', { position: question.position, total })}
            className="tabular text-xl outline-none"
          >
            {t('question', { position: question.position })}{' '}
            <span className="text-base text-muted">{t('questionTotal', { total })}</span>
          </h2>
          <FlagButton isFlagged={isFlagged} isDisabled={isDisabled} onFlag={onFlag} />
        </div>

        <fieldset
          disabled={isDisabled}
          aria-describedby={hintId}
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3"
        >
          <legend className="mb-3 text-lg font-semibold">{question.stem}</legend>
          <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
            <div id={hintId}>
              {question.isMultiple ? (
                <p className="flex items-center gap-1.5 rounded-md bg-gold-soft px-2.5 py-1 text-sm font-semibold text-gold-text">
                  <ListChecks aria-hidden="true" className="size-4 shrink-0" />
                  {t('chooseAll')}
                </p>
              ) : (
                <p className="text-sm text-muted">{t('chooseOne')}</p>
              )}
            </div>
            {chosen.length > 0 && (
              <button
                type="button"
                onClick={onClear}
                className={buttonClass('quiet', '-mr-2 min-h-11! px-2! text-sm!')}
              >
                <Eraser aria-hidden="true" className="size-4" />
                {t('clearAnswer')}
              </button>
            )}
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
            {question.options.map((option, index) => (
              <OptionCard
                key={option.id}
                id={optionElementId(option.id)}
                kind={question.isMultiple ? 'checkbox' : 'radio'}
                name={`cau-${question.position}`}
                letter={optionLetter(index)}
                text={option.text}
                isChosen={chosen.includes(option.id)}
                onPick={() => onPick(option.id)}
              />
            ))}
          </div>
        </fieldset>
      </section>
    )
  },
)

/** The element of an option, so that a shortcut can move the focus to it. */
export function optionElementId(optionId: string): string {
  return `phuong-an-${optionId}`
}

type OptionCardProps = {
  id: string
  kind: 'radio' | 'checkbox'
  name: string
  letter: string
  text: string
  isChosen: boolean
  onPick: () => void
}

function OptionCard({ id, kind, name, letter, text, isChosen, onPick }: OptionCardProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-12 cursor-pointer items-start gap-2.5 rounded-md border-2 border-line bg-surface p-3.5 hover:border-edge has-checked:border-brand has-checked:bg-brand-soft has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-info has-disabled:cursor-not-allowed"
    >
      <input
        type={kind}
        id={id}
        name={name}
        checked={isChosen}
        onChange={onPick}
        className="mt-0.5 size-6 shrink-0 scroll-mt-40 scroll-mb-28 accent-brand outline-none"
      />
      <span className="min-w-5 font-semibold">{letter}.</span>
      <span className="min-w-0">{text}</span>
    </label>
  )
}

function FlagButton({
  isFlagged,
  isDisabled,
  onFlag,
}: {
  isFlagged: boolean
  isDisabled: boolean
  onFlag: () => void
}) {
  const t = useT(messages)

  return (
    <button
      type="button"
      aria-pressed={isFlagged}
      disabled={isDisabled}
      onClick={onFlag}
      className={buttonClass(
        'secondary',
        classNames(
          'min-h-11! px-3! py-1.5! text-sm!',
          isFlagged && 'border-gold! bg-gold-soft! text-gold-text!',
        ),
      )}
    >
      <Flag aria-hidden="true" className={classNames('size-4', isFlagged && 'fill-current')} />
      {t('flag')}
    </button>
  )
}
