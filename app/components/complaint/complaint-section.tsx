import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { ACKNOWLEDGE_WORKING_DAYS } from '../../core/complaints/complaint-terms.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { ComplaintForm } from './complaint-form.tsx'
import type { ComplaintFormAnswer } from './complaint-form.tsx'
import { OwnComplaintCard } from './own-complaint.tsx'
import type { OwnComplaint } from './own-complaint.tsx'

/** Where the links of the questions lead. */
export const COMPLAINT_SECTION_ID = 'khieu-nai'

/** What has just been done, or why it was refused. */
export type ComplaintOutcome =
  | { done: 'sent'; number: number }
  | { done: 'withdrawn' }
  | { done: 'refused'; error: 'complaint_state_changed' }
  | ({ done: 'form_refused' } & ComplaintFormAnswer)

type ComplaintSectionProps = {
  desk: {
    window: { closesAt: Date; isOpen: boolean } | null
    answerWorkingDays: number
    own: OwnComplaint[]
  }
  questions: readonly { position: number; stem: string }[]
  /** The subject a link asked for; empty for none. */
  target: string
  outcome: ComplaintOutcome | null
}

/** The part of the result page that is about complaints; nothing in practice. */
export function ComplaintSection({ desk, questions, target, outcome }: ComplaintSectionProps) {
  const t = useT(complaint)
  const { dateTime } = useFormatters()
  if (!desk.window) return null
  const { closesAt, isOpen } = desk.window
  const formAnswer = outcome?.done === 'form_refused' ? outcome : null

  return (
    <section id={COMPLAINT_SECTION_ID} aria-labelledby="complaint-title" className="grid gap-5 print:hidden">
      <h2 id="complaint-title" className="text-xl">
        {t('title')}
      </h2>
      {outcome && outcome.done !== 'form_refused' && <Outcome outcome={outcome} />}
      <p>
        {isOpen
          ? t('openUntil', {
              time: dateTime(closesAt),
              acknowledge: ACKNOWLEDGE_WORKING_DAYS,
              days: desk.answerWorkingDays,
            })
          : t('windowOver', { time: dateTime(closesAt) })}
      </p>
      {desk.own.length > 0 && (
        <ul className="grid gap-4">
          {desk.own.map((own) => (
            <li key={own.id}>
              <OwnComplaintCard own={own}>
                {own.state === 'received' && <WithdrawForm number={own.number} />}
              </OwnComplaintCard>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        // A new key closes and empties the form after a complaint was sent.
        <details
          key={`${desk.own.length} ${target}`}
          open={target !== '' || formAnswer !== null}
          className="rounded-lg border border-line bg-surface px-5 py-3"
        >
          <summary className="min-h-11 cursor-pointer content-center font-semibold text-brand-text">
            {t('fileTitle')}
          </summary>
          <ComplaintForm questions={questions} target={target} answer={formAnswer} />
        </details>
      )}
    </section>
  )
}

/** Takes the focus, so that the news is read out and the keyboard goes on from here. */
function Outcome({ outcome }: { outcome: Exclude<ComplaintOutcome, { done: 'form_refused' }> }) {
  const t = useT(complaint)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [outcome])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      {outcome.done === 'sent' && <Alert kind="good">{t('sent', { number: outcome.number })}</Alert>}
      {outcome.done === 'withdrawn' && <Alert kind="good">{t('withdrawn')}</Alert>}
      {outcome.done === 'refused' && <Alert kind="bad">{t(outcome.error)}</Alert>}
    </div>
  )
}

function WithdrawForm({ number }: { number: number }) {
  const t = useT(complaint)

  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="number" value={number} />
      <Button look="secondary" name="intent" value="withdraw" aria-label={t('withdrawNamed', { number })}>
        {t('withdraw')}
      </Button>
    </Form>
  )
}
