import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { closing } from '#app/i18n/messages/closing.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { classNames } from '../class-names.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import type { ButtonLook } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import { useFormState } from './closing-answer.ts'
import type { ClosingAnswer, FormState } from './closing-answer.ts'

type StepFormProps = {
  intent: string
  answer: ClosingAnswer | null
  /** Names the form for people who can't see it. */
  label: string
  button: string
  look?: ButtonLook
  buttonLabel?: string
  /** The word that opens a one-way door. */
  word?: string
  className?: string
  children?: (state: FormState) => ReactNode
}

/** A form of the page with its refusal, its fields and its button. */
export function StepForm({
  intent,
  answer,
  label,
  button,
  look = 'primary',
  buttonLabel,
  word,
  className,
  children,
}: StepFormProps) {
  const t = useT(closing)
  const state = useFormState(answer, intent, word)
  const form = useFocusFirstError(state.isRefused ? answer : null)

  return (
    <Form
      method="post"
      ref={form}
      aria-label={label}
      noValidate
      preventScrollReset
      className={classNames('grid gap-5', className)}
    >
      {state.isRefused && <Alert kind="bad">{state.errorOf('form') ?? t('refused')}</Alert>}
      {children?.(state)}
      {word !== undefined && <ConfirmationField word={word} state={state} />}
      <Button
        name="intent"
        value={intent}
        look={look}
        isPending={state.isPending}
        pendingLabel={t('working')}
        aria-label={buttonLabel}
        className="sm:justify-self-start"
      >
        {button}
      </Button>
    </Form>
  )
}

function ConfirmationField({ word, state }: { word: string; state: FormState }) {
  const t = useT(closing)

  return (
    <Field id="confirmation" label={t('confirmation', { word })} error={state.errorOf('confirmation')}>
      {(control) => (
        <TextInput
          {...control}
          name="confirmation"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={state.typed('confirmation')}
          className="sm:max-w-xs"
        />
      )}
    </Field>
  )
}
