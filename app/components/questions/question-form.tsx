import { Form, Link, useNavigation } from '@remix-run/react'
import type { QuestionDraft } from '#app/core/questions/question-draft.ts'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import type { QuestionsText } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DayInput } from '../ui/date-input.tsx'
import { Field } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'
import type { KnownAmendment } from './citation-picker.tsx'
import { QuestionFields } from './question-fields.tsx'
import type { QuestionFieldsProps } from './question-fields.tsx'
import { QuestionPreview } from './question-preview.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

/** What comes back when a question was not saved: where the mistakes are, and what was typed. */
export type QuestionFormAnswer = {
  errors: Readonly<Record<string, string>>
  /** Null: it did not get there; the form still has them. */
  values: QuestionDraft | null
}

type QuestionFormProps = {
  /** Names this form among those kept in the tab. */
  keptKey: string
  ownerId: string
  initial: QuestionDraft
  /** Number of the version before the author; null for a new question. */
  basedOn: number | null
  topics: readonly { code: string; title: string }[]
  /** Null: there is no index of the law, so ids are typed. */
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  answer: QuestionFormAnswer | null
  cancelHref: string
}

/** Writes a question, beside it what the participant will see. */
export function QuestionForm(props: QuestionFormProps) {
  const { keptKey, ownerId, initial, basedOn, answer, cancelHref } = props
  const t = useT(questions)
  const { draft, setDraft, isRestored, standsOn, discard } = useKeptDraft({
    keptKey,
    ownerId,
    basedOn,
    initial,
    returned: answer?.values ?? null,
  })
  const form = useFocusFirstError(answer)
  const pending = useNavigation().formData?.get('intent')
  const errorOf = (field: string) => {
    const key = answer?.errors[field]

    return key ? t(key as QuestionsText) : null
  }

  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Form method="post" ref={form} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {isRestored && (
          <Alert kind="info">
            <div className="flex flex-wrap items-center justify-between gap-3">
              {t('keptNotice')}
              <Button type="button" look="secondary" onClick={discard}>
                {t('keptDiscard')}
              </Button>
            </div>
          </Alert>
        )}
        {answer && Object.keys(answer.errors).length > 0 && (
          <Alert kind="bad">{errorOf('form') ?? t('formRefused')}</Alert>
        )}
        <input type="hidden" name="basedOn" value={standsOn ?? ''} />
        <QuestionFields
          {...props}
          draft={draft}
          setDraft={setDraft}
          errorOf={(field) => errorOf(field) ?? firstErrorUnder(answer, field, errorOf)}
        />
        <ValidityFields draft={draft} setDraft={setDraft} errorOf={errorOf} />
        <div className="flex flex-wrap gap-3 border-t border-line pt-5">
          <Button name="intent" value="submit" isPending={pending === 'submit'} pendingLabel={t('working')}>
            {t('saveSubmit')}
          </Button>
          <Button
            look="secondary"
            name="intent"
            value="draft"
            isPending={pending === 'draft'}
            pendingLabel={t('working')}
          >
            {t('saveDraft')}
          </Button>
          <Link to={cancelHref} onClick={discard} className={buttonClass('quiet')}>
            {t('cancel')}
          </Link>
        </div>
      </Form>
      <aside aria-label={t('preview')} className="grid grid-cols-[minmax(0,1fr)] gap-3 lg:sticky lg:top-4">
        <QuestionPreview draft={draft} />
      </aside>
    </div>
  )
}

function ValidityFields({
  draft,
  setDraft,
  errorOf,
}: Pick<QuestionFieldsProps, 'draft' | 'setDraft' | 'errorOf'>) {
  const t = useT(questions)

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{t('validity')}</legend>
      <p className="text-sm text-muted">
        {t('validityHint')} {t('validFromHint')}
      </p>
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <Field id="validFrom" label={t('validFrom')} error={errorOf('validFrom')}>
          {(control) => (
            <DayInput
              {...control}
              name="validFrom"
              value={draft.validFrom}
              onChange={(event) => setDraft({ validFrom: event.target.value })}
            />
          )}
        </Field>
        <Field id="validTo" label={t('validTo')} error={errorOf('validTo')}>
          {(control) => (
            <DayInput
              {...control}
              name="validTo"
              value={draft.validTo}
              onChange={(event) => setDraft({ validTo: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  )
}

/** Lists that have a single control for all of their items. */
const LISTS_OF_ONE_CONTROL = ['citations', 'evidence']

/** A mistake in one item of such a list. */
function firstErrorUnder(
  answer: QuestionFormAnswer | null,
  list: string,
  errorOf: (field: string) => string | null,
): string | null {
  if (!LISTS_OF_ONE_CONTROL.includes(list)) return null
  const field = Object.keys(answer?.errors ?? {}).find((name) => name.startsWith(`${list}.`))

  return field ? errorOf(field) : null
}
