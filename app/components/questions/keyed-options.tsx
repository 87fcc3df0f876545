import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { optionLetter } from '../exam/paper-keys.ts'

type KeyedOptionsProps = {
  options: readonly string[]
  /** Places of the right ones. */
  optionKey: readonly number[]
  /** Stands where an option says nothing yet. */
  emptyText?: ReactNode
}

/** The options of a question with the right ones marked: for the staff. */
export function KeyedOptions({ options, optionKey, emptyText }: KeyedOptionsProps) {
  const t = useT(questions)

  return (
    <ol className="grid gap-2">
      {options.map((option, index) => {
        const isRight = optionKey.includes(index)

        return (
          <li
            key={index}
            className={classNames(
              'grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-md border px-4 py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_auto] sm:items-center',
              isRight ? 'border-good bg-good-soft' : 'border-line',
            )}
          >
            <span className="font-semibold">{optionLetter(index)}.</span>
            <span className="min-w-0 break-words">{option || emptyText}</span>
            {isRight && (
              <span className="inline-flex items-center gap-1 text-sm font-semibold text-good max-sm:col-start-2">
                <Check aria-hidden="true" className="size-4" />
                {t('rightOption')}
              </span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
