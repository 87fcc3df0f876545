import { CalendarDays } from 'lucide-react'
import { useRef } from 'react'
import type { ComponentProps } from 'react'
import { dateInput } from '#app/i18n/messages/date-input.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { parseDay, shownDay } from '../../core/calendar-day.ts'
import { localTimeOf } from '../../core/local-time.ts'
import { parseMoment, writtenMoment } from '../../core/typed-moment.ts'
import { classNames } from '../class-names.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { CONTROL_CLASS } from './field.tsx'

type DateInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  /** As stored or as typed; what is a date is shown as Vietnam writes it. */
  value?: string
  defaultValue?: string
}

/** A day, typed as dd/mm/yyyy or picked from a calendar. Read it with core/calendar-day. */
export function DayInput(props: DateInputProps) {
  return <PickedInput {...props} kind="date" />
}

/** A day and a time of Vietnam, typed as dd/mm/yyyy hh:mm or picked. Read it with core/typed-moment. */
export function MomentInput(props: DateInputProps) {
  return <PickedInput {...props} kind="datetime-local" />
}

type Kind = 'date' | 'datetime-local'

const SHOWN: Record<Kind, (text: string) => string> = { date: shownDay, 'datetime-local': writtenMoment }

/**
 * Text with a calendar beside it. The browser's own control alone would write days in the order of the machine's
 * language, and on an English Windows 05/06 is the sixth of May.
 */
function PickedInput({ kind, value, defaultValue, className, ...input }: DateInputProps & { kind: Kind }) {
  const t = useT(dateInput)
  const hasScripts = useHasScripts()
  const field = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const shown = SHOWN[kind]
  const open = (): void => {
    if (!field.current || !picker.current) return
    picker.current.value = pickedValueOf(kind, field.current.value)
    picker.current.showPicker()
  }

  return (
    <span className={classNames('relative block', className)}>
      <input
        {...input}
        type="text"
        ref={field}
        autoComplete="off"
        placeholder={t(kind)}
        {...(value === undefined ? { defaultValue: shown(defaultValue ?? '') } : { value: shown(value) })}
        className={classNames(CONTROL_CLASS, 'tabular pr-13')}
      />
      {hasScripts && !input.disabled && (
        <>
          <input
            ref={picker}
            type={kind}
            tabIndex={-1}
            aria-hidden="true"
            onChange={(event) => {
              if (field.current && event.target.value !== '') type(field.current, shown(event.target.value))
            }}
            className="pointer-events-none absolute right-0 bottom-0 size-12 opacity-0"
          />
          <button
            type="button"
            aria-label={t('open')}
            onClick={open}
            className="absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
          >
            <CalendarDays aria-hidden="true" className="size-5" />
          </button>
        </>
      )}
    </span>
  )
}

/** What the calendar opens at. */
function pickedValueOf(kind: Kind, typed: string): string {
  if (kind === 'date') return parseDay(typed.trim()) ?? ''
  const instant = parseMoment(typed)

  return instant ? localTimeOf(instant) : ''
}

/** As if it had been typed: React and the forms' own listeners hear of it. */
function type(field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
