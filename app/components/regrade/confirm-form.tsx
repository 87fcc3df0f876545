import { Form } from '@remix-run/react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { PUBLIC_NOTE_MAX_LENGTH } from '../../core/regrades/regrade-form.ts'
import { isOfficialPhase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import type { FormAnswer } from '../organizer/form-answer.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, TextInput, Textarea } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import type { ListedCorrection, OpenRegrade, RegradeRound } from './regrade-data.ts'
import { useRegradeErrors } from './use-regrade-errors.ts'

type ConfirmFormProps = { round: RegradeRound; open: OpenRegrade; answer: FormAnswer | null }

/** The one-way door: what happens, what the public will read, and the word. */
export function ConfirmForm({ round, open, answer }: ConfirmFormProps) {
  const t = useT(regrade)
  const { number } = useFormatters()
  const errorOf = useRegradeErrors(answer)
  const form = useFocusFirstError(answer)
  const word = t('confirmWord')

  return (
    <Card aria-labelledby="confirm" className="grid gap-5">
      <h2 id="confirm" className="text-xl">
        {t('confirmTitle')}
      </h2>
      <Alert kind="warn">
        {isOfficialPhase(round.phase)
          ? t('confirmOfficial', { hours: number(round.complaintHours) })
          : t('confirmProvisional')}
      </Alert>
      <Form
        method="post"
        action={paths.regrade(round.slug)}
        ref={form}
        aria-labelledby="confirm"
        noValidate
        preventScrollReset
        className="grid gap-5"
      >
        {answer && !answer.errors.form && <Alert kind="bad">{t('refused')}</Alert>}
        <input type="hidden" name="previewKey" value={open.previewKey} />
        <Field
          id="publicNote"
          label={t('publicNote')}
          hint={t('publicNoteHint')}
          error={errorOf('publicNote') ?? errorOf('reason')}
        >
          {(control) => (
            <Textarea
              {...control}
              name="publicNote"
              rows={4}
              required
              defaultValue={answer?.values.publicNote ?? draftNoteOf(open.corrections)}
            />
          )}
        </Field>
        <Field id="confirmation" label={t('confirmation', { word })} error={errorOf('confirmation')}>
          {(control) => (
            <TextInput
              {...control}
              name="confirmation"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={answer?.values.confirmation ?? ''}
              className="sm:max-w-xs"
            />
          )}
        </Field>
        <Button
          look="danger"
          name="intent"
          value="confirm"
          isPending={useIsSending('confirm')}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {t('confirmButton')}
        </Button>
      </Form>
    </Card>
  )
}

/** The reasons that were given, each once, as a beginning for what the public reads. */
function draftNoteOf(corrections: readonly ListedCorrection[]): string {
  return [...new Set(corrections.map(({ reason }) => reason))].join('; ').slice(0, PUBLIC_NOTE_MAX_LENGTH)
}
