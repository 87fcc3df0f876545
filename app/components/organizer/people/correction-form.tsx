import { Form } from '@remix-run/react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { UnitGroup, UnitOption } from '../../../core/units/unit-groups.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, Select, TextInput, Textarea } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { UnitPicker } from '../../account/unit-picker.tsx'
import { useIsSending } from '../form-answer.ts'
import type { FormAnswer } from '../form-answer.ts'
import { usePeopleErrors } from './use-people-errors.ts'

type CorrectionFormProps = {
  person: { fullName: string; unit: { id: string; name: string } | null }
  unitGroups: readonly UnitGroup<UnitOption>[]
  openRequests: readonly { id: string; message: string; createdAt: Date }[]
  answer: FormAnswer | null
}

const EXCERPT_LENGTH = 60

/** Corrects a name or a unit, for a request that is answered with it or for a reason of the organizers. */
export function CorrectionForm({ person, unitGroups, openRequests, answer }: CorrectionFormProps) {
  const t = useT(peopleTexts)
  const { date } = useFormatters()
  const errorOf = usePeopleErrors(answer)
  const form = useFocusFirstError(answer)
  const typed = answer?.values

  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="correct" className="text-xl">
          {t('correctTitle')}
        </h2>
        <p className="text-sm text-muted">{t('correctText')}</p>
      </div>
      <Form method="post" ref={form} aria-labelledby="correct" noValidate className="grid gap-5">
        {answer && <Alert kind="bad">{errorOf('form') ?? errorOf('requestId') ?? t('formRefused')}</Alert>}
        <Field id="fullName" label={t('fullName')} error={errorOf('fullName')}>
          {(control) => (
            <TextInput
              {...control}
              name="fullName"
              autoComplete="off"
              defaultValue={typed?.fullName ?? person.fullName}
            />
          )}
        </Field>
        <UnitPicker
          label={t('unit')}
          groups={withOwnUnit(unitGroups, person.unit)}
          defaultUnitId={typed?.unitId ?? person.unit?.id}
          error={errorOf('unitId')}
        />
        <Field id="requestId" label={t('correctFor')}>
          {(control) => (
            <Select
              {...control}
              name="requestId"
              defaultValue={typed?.requestId ?? openRequests[0]?.id ?? ''}
            >
              {openRequests.map(({ id, message, createdAt }) => (
                <option key={id} value={id}>
                  {`${date(createdAt)}: ${message.slice(0, EXCERPT_LENGTH)}`}
                </option>
              ))}
              <option value="">{t('correctForNone')}</option>
            </Select>
          )}
        </Field>
        {openRequests.length > 0 && (
          <Field
            id="answer"
            label={t('correctAnswer')}
            hint={t('correctAnswerHint')}
            error={errorOf('answer')}
          >
            {(control) => <Textarea {...control} name="answer" rows={2} defaultValue={typed?.answer} />}
          </Field>
        )}
        {openRequests.length === 0 && <input type="hidden" name="answer" value="" />}
        <Field
          id="correct-reason"
          label={t('correctReason')}
          hint={t('correctReasonHint')}
          error={errorOf('reason')}
        >
          {(control) => (
            <TextInput {...control} name="reason" defaultValue={typed?.reason} autoComplete="off" />
          )}
        </Field>
        <Button
          name="intent"
          value="correct"
          isPending={useIsSending('correct')}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {t('correctButton')}
        </Button>
      </Form>
    </Card>
  )
}

/** A unit that was closed since is still the person's own: a correction of the name must not ask for another. */
function withOwnUnit(
  groups: readonly UnitGroup<UnitOption>[],
  own: { id: string; name: string } | null,
): readonly UnitGroup<UnitOption>[] {
  if (!own || groups.some(({ units }) => units.some(({ id }) => id === own.id))) return groups

  return [
    { label: null, units: [{ id: own.id, key: own.id, name: own.name, isFormerName: false }] },
    ...groups,
  ]
}
