import { Form } from '@remix-run/react'
import type { EndRule } from '../../../core/attempts/attempt-window.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useFocusFirstError } from '../../use-focus-first-error.ts'
import { useDecisionErrors, useIsPending } from './decision-answer.ts'
import type { DecisionAnswer } from './decision-answer.ts'
import { ReasonField } from '../reason-field.tsx'
import { RefusalAlert } from '../refusal-alert.tsx'

type CloseFormProps = {
  round: { closesAt: Date; endRule: EndRule; isOpen: boolean }
  running: number
  /** Of a refused closing; null otherwise. */
  answer: DecisionAnswer | null
}

/** Ends the round now. Says what that does to people at work, and wants a word typed: there is no way back. */
export function CloseForm({ round, running, answer }: CloseFormProps) {
  const t = useT(organizer)
  const { number } = useFormatters()
  const isPending = useIsPending('close')
  const form = useFocusFirstError(answer)
  const errorOf = useDecisionErrors(answer, round.closesAt)
  const effect = round.endRule === 'must_start_before' ? 'closeStart' : 'closeFinish'

  return (
    <Card className="grid content-start gap-5">
      <div className="grid gap-2">
        <h2 id="close" className="text-xl">
          {t('closeTitle')}
        </h2>
        {round.isOpen ? (
          <>
            <p>{t(effect, { running: number(running) })}</p>
            <p className="font-semibold text-bad">{t('closeWarning')}</p>
          </>
        ) : (
          <p className="text-muted">{t('closeNotOpen')}</p>
        )}
      </div>
      {round.isOpen && (
        <Form method="post" ref={form} aria-labelledby="close" noValidate className="grid gap-5">
          {answer && <RefusalAlert text={errorOf('form')} />}
          <ReasonField id="close-reason" error={errorOf('reason')} typed={answer?.values.reason ?? ''} />
          <Field
            id="confirmation"
            label={t('confirmation', { word: t('closeWord') })}
            error={errorOf('confirmation')}
          >
            {(control) => (
              <TextInput
                {...control}
                name="confirmation"
                required
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                defaultValue={answer?.values.confirmation ?? ''}
              />
            )}
          </Field>
          <Button
            look="danger"
            name="intent"
            value="close"
            isPending={isPending}
            pendingLabel={t('working')}
            className="sm:justify-self-start"
          >
            {t('closeButton')}
          </Button>
        </Form>
      )}
    </Card>
  )
}
