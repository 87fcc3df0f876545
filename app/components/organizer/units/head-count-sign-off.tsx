import { Form } from '@remix-run/react'
import { units as unitTexts } from '#app/i18n/messages/units.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { writtenDay } from '../../../core/calendar-day.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { DayField } from './unit-form.tsx'
import { useUnitErrors } from './use-unit-errors.ts'

type SignOffProps = {
  unit: { headCount: number | null; signedBy: string | null; signedOn: string | null }
  canManage: boolean
  signAnswer: FormAnswer | null
  reopenAnswer: FormAnswer | null
}

/** Who answers for the head-count: signed off it is locked, and opened again only with a reason. */
export function HeadCountSignOff({ unit, canManage, signAnswer, reopenAnswer }: SignOffProps) {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const { headCount, signedBy, signedOn } = unit

  return (
    <Card className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="sign-off" className="text-xl">
          {t('signTitle')}
        </h2>
        <Badge tone={signedOn ? 'good' : 'neutral'}>{t(signedOn ? 'signed' : 'notSigned')}</Badge>
      </div>
      {signedOn && headCount !== null ? (
        <>
          <p>
            {t('signedText', { count: number(headCount), name: signedBy ?? '', day: writtenDay(signedOn) })}
          </p>
          {canManage && <ReopenForm answer={reopenAnswer} />}
        </>
      ) : headCount === null ? (
        <p className="text-muted">{t('signNeedsCount')}</p>
      ) : (
        canManage && <SignForm headCount={headCount} answer={signAnswer} />
      )}
    </Card>
  )
}

function SignForm({ headCount, answer }: { headCount: number; answer: FormAnswer | null }) {
  const t = useT(unitTexts)
  const { number } = useFormatters()
  const errorOf = useUnitErrors(answer)
  const form = useFocusFirstError(answer)

  return (
    <Form method="post" ref={form} aria-labelledby="sign-off" noValidate className="grid gap-5">
      <p className="text-sm text-muted">{t('signText')}</p>
      <Field id="signedBy" label={t('signedBy')} hint={t('signedByHint')} error={errorOf('signedBy')}>
        {(control) => (
          <TextInput {...control} name="signedBy" defaultValue={answer?.values.signedBy} autoComplete="off" />
        )}
      </Field>
      <DayField name="signedOn" label={t('signedOn')} day={null} answer={answer} />
      <Button
        look="secondary"
        name="intent"
        value="sign"
        isPending={useIsSending('sign')}
        className="sm:justify-self-start"
      >
        {t('signButton', { count: number(headCount) })}
      </Button>
    </Form>
  )
}

function ReopenForm({ answer }: { answer: FormAnswer | null }) {
  const t = useT(unitTexts)
  const errorOf = useUnitErrors(answer)
  const form = useFocusFirstError(answer)

  return (
    <Form method="post" ref={form} aria-labelledby="sign-off" noValidate className="grid gap-4">
      <Field id="reopen-reason" label={t('reopenReason')} hint={t('reopenHint')} error={errorOf('reason')}>
        {(control) => <TextInput {...control} name="reason" defaultValue={answer?.values.reason} />}
      </Field>
      <Button
        look="secondary"
        name="intent"
        value="reopen"
        isPending={useIsSending('reopen')}
        className="sm:justify-self-start"
      >
        {t('reopenButton')}
      </Button>
    </Form>
  )
}
