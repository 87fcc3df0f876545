import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { regrade } from '#app/i18n/messages/regrade.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { CORRECTION_KINDS } from '../../core/regrades/regrade.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { optionLetter } from '../exam/paper-keys.ts'
import { useIsSending } from '../organizer/form-answer.ts'
import type { FormAnswer } from '../organizer/form-answer.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Field, FieldError, Textarea } from '../ui/field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import type { QuestionToCorrect } from './regrade-data.ts'
import { useRegradeErrors } from './use-regrade-errors.ts'

type CorrectionFormProps = { question: QuestionToCorrect; answer: FormAnswer | null }

/** What is to be done about a question's key, and why. Begins with what the open set says about it. */
export function CorrectionForm({ question, answer }: CorrectionFormProps) {
  const t = useT(regrade)
  const errorOf = useRegradeErrors(answer)
  const form = useFocusFirstError(answer)
  const { prepared } = question
  const chosenKind = answer ? answer.values.kind : prepared?.kind

  return (
    <section aria-labelledby="correction" className="grid gap-5 border-t border-line pt-6">
      <h3 id="correction" className="text-lg">
        {t('formTitle')}
      </h3>
      <Form method="post" ref={form} aria-labelledby="correction" noValidate className="grid gap-6">
        {answer && !answer.errors.form && <Alert kind="bad">{t('refused')}</Alert>}
        <input type="hidden" name="versionId" value={question.versionId} />
        <RadioGroup label={t('kind')} error={errorOf('kind')}>
          {CORRECTION_KINDS.map((kind) => (
            <KindChoice key={kind} kind={kind} isChosen={chosenKind === kind}>
              <KindOptions kind={kind} question={question} answer={answer} />
            </KindChoice>
          ))}
        </RadioGroup>
        <Field id="reason" label={t('reason')} hint={t('reasonHint')} error={errorOf('reason')}>
          {(control) => (
            <Textarea
              {...control}
              name="reason"
              rows={3}
              required
              defaultValue={answer?.values.reason ?? prepared?.reason ?? ''}
            />
          )}
        </Field>
        <Button
          name="intent"
          value="correct"
          isPending={useIsSending('correct')}
          pendingLabel={t('working')}
          className="sm:justify-self-start"
        >
          {t(prepared ? 'changeButton' : 'addButton')}
        </Button>
      </Form>
    </section>
  )
}

type KindChoiceProps = { kind: CorrectionKind; isChosen: boolean; children: ReactNode }

/** One way to correct a key. Its options are shown by the style sheet when it is chosen: no scripts are needed. */
function KindChoice({ kind, isChosen, children }: KindChoiceProps) {
  const t = useT(regrade)

  return (
    <div className="group/kind rounded-md border border-line bg-surface has-[input[name=kind]:checked]:border-brand has-[input[name=kind]:checked]:bg-brand-soft">
      <label className="grid cursor-pointer grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 p-3.5">
        <input
          type="radio"
          name="kind"
          value={kind}
          defaultChecked={isChosen}
          className="mt-0.5 size-6 shrink-0 accent-brand"
        />
        <span className="font-semibold">{t(`kind_${kind}`)}</span>
        <span className="col-start-2 text-sm text-muted">{t(`about_${kind}`)}</span>
      </label>
      <div className="hidden group-has-[input[name=kind]:checked]/kind:block">{children}</div>
    </div>
  )
}

type KindOptionsProps = CorrectionFormProps & { kind: CorrectionKind }

function KindOptions({ kind, question, answer }: KindOptionsProps) {
  const t = useT(regrade)
  const isMultiple = question.key.length > 1
  if (kind === 'accept_also')
    return (
      <OptionChoice
        name="also"
        label={t(isMultiple ? 'alsoSet' : 'also')}
        hint={t(isMultiple ? 'alsoSetHint' : 'alsoHint')}
        type="checkbox"
        kind={kind}
        question={question}
        answer={answer}
        // One answer that is right already can't be accepted once more.
        places={placesOf(question).filter((place) => isMultiple || !question.key.includes(place))}
      />
    )
  if (kind === 'new_key')
    return (
      <OptionChoice
        name="renewed"
        label={t(isMultiple ? 'renewedSet' : 'renewed')}
        type={isMultiple ? 'checkbox' : 'radio'}
        kind={kind}
        question={question}
        answer={answer}
        places={placesOf(question)}
      />
    )

  return null
}

function placesOf({ options }: QuestionToCorrect): number[] {
  return options.map((_, place) => place)
}

type OptionChoiceProps = KindOptionsProps & {
  name: 'also' | 'renewed'
  label: string
  hint?: string
  type: 'checkbox' | 'radio'
  places: readonly number[]
}

/** The options one kind of correction is about. */
function OptionChoice({ name, label, hint, type, kind, places, question, answer }: OptionChoiceProps) {
  const error = useRegradeErrors(answer)(name)
  const { prepared } = question
  const before = prepared?.kind === kind ? prepared.options.map(String) : []
  const chosen = answer ? (answer.values[name] ?? '').split(',') : before

  return (
    <fieldset className="min-w-0 px-3.5 pb-4 sm:pl-12">
      <legend className="font-semibold">{label}</legend>
      {hint && <p className="text-sm text-muted">{hint}</p>}
      <div className="mt-2 divide-y divide-line overflow-hidden rounded-md border border-edge bg-surface">
        {places.map((place) => (
          <label
            key={place}
            className="flex min-h-12 cursor-pointer items-start gap-3 px-3.5 py-2.5 has-checked:bg-gold-soft"
          >
            <input
              type={type}
              name={name}
              value={place}
              defaultChecked={chosen.includes(String(place))}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${name}-error` : undefined}
              className="mt-0.5 size-6 shrink-0 accent-brand"
            />
            <span className="min-w-0">
              <span className="font-semibold">{optionLetter(place)}.</span> {question.options[place]}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-2">
          <FieldError id={`${name}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  )
}
