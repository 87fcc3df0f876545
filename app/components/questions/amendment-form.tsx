import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import type { QuestionsText } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DayInput } from '../ui/date-input.tsx'
import { Field, FieldError, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { ProvisionChoice } from './provision-choice.tsx'

export type AmendmentAnswer = {
  errors: Readonly<Record<string, string>>
  values: Readonly<Record<'provision' | 'amendedOn' | 'note', string>>
}

type AmendmentFormProps = { structure: LawStructure | null; answer: AmendmentAnswer | null }

/** Records that a provision was amended. */
export function AmendmentForm({ structure, answer }: AmendmentFormProps) {
  const t = useT(questions)
  const form = useFocusFirstError(answer)
  const isPending = useNavigation().formData?.get('intent') === 'record'
  const errorOf = (field: string) => {
    const key = answer?.errors[field]

    return key ? t(key as QuestionsText) : null
  }

  return (
    <Card>
      <Form method="post" ref={form} noValidate aria-labelledby="record" className="grid gap-5">
        <h2 id="record" className="text-xl">
          {t('amendmentNew')}
        </h2>
        {answer && <Alert kind="bad">{t('formRefused')}</Alert>}
        <Provision
          structure={structure}
          initial={answer?.values.provision ?? ''}
          error={errorOf('provision')}
        />
        <Field id="amendedOn" label={t('amendedOn')} error={errorOf('amendedOn')}>
          {(control) => (
            <DayInput
              {...control}
              name="amendedOn"
              defaultValue={answer?.values.amendedOn}
              className="max-w-60"
            />
          )}
        </Field>
        <Field id="note" label={t('amendmentNote')} hint={t('amendmentNoteHint')} error={errorOf('note')}>
          {(control) => (
            <TextInput {...control} name="note" maxLength={300} defaultValue={answer?.values.note} />
          )}
        </Field>
        <Button
          name="intent"
          value="record"
          isPending={isPending}
          pendingLabel={t('working')}
          className="justify-self-start"
        >
          {t('amendmentRecord')}
        </Button>
      </Form>
    </Card>
  )
}

type ProvisionProps = { structure: LawStructure | null; initial: string; error: string | null }

function Provision({ structure, initial, error }: ProvisionProps) {
  const t = useT(questions)
  const hasScripts = useHasScripts()
  const [provision, setProvision] = useState(initial)
  if (!structure || !hasScripts)
    return (
      <Field id="provision" label={t('provision')} hint={t('citationTypedHint')} error={error}>
        {(control) => <TextInput {...control} name="provision" defaultValue={initial} />}
      </Field>
    )

  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 font-semibold">{t('provision')}</legend>
      {error && <FieldError id="provision-error">{error}</FieldError>}
      <input type="hidden" name="provision" value={provision} />
      <ProvisionChoice
        structure={structure}
        value={provision}
        onChange={setProvision}
        errorId={error ? 'provision-error' : undefined}
      />
    </fieldset>
  )
}
