import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode, RefObject } from 'react'
import type { QuestionActionKind } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import type { ButtonLook } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Field, TextInput, Textarea } from '../ui/field.tsx'
import { useFocusFirstError } from '../use-focus-first-error.ts'

type QuestionActionsProps = {
  code: string
  /** What this person may do with the question as it is. */
  possible: readonly QuestionActionKind[]
  /** The reason of a refused rejection, kept. */
  typedNote: string
  /** The answer that says that a rejection needs one; null: no such answer. */
  noteMissing: object | null
}

/** Approval first, for those who may; then everything else that can be done with the question now. */
export function QuestionActions({ code, possible, typedNote, noteMissing }: QuestionActionsProps) {
  const t = useT(questions)
  const rejection = useFocusFirstError(noteMissing)
  const others = possible.filter((kind) => kind !== 'approve' && kind !== 'reject' && kind !== 'flag')

  return (
    <>
      {possible.includes('approve') && (
        <Card className="grid gap-5">
          <div className="grid gap-1">
            <h2 className="text-xl">{t('decideTitle')}</h2>
            <p className="text-sm text-muted">{t('decideLead')}</p>
          </div>
          <ActionButton code={code} kind="approve" look="primary" />
          <ActionForm
            code={code}
            kind="reject"
            formRef={rejection}
            className="grid gap-3 border-t border-line pt-5"
          >
            <Field id="reject-note" label={t('rejectNote')} error={noteMissing ? t('note_missing') : null}>
              {(control) => (
                <Textarea {...control} name="note" rows={3} maxLength={500} defaultValue={typedNote} />
              )}
            </Field>
            <SubmitButton kind="reject" look="danger" />
          </ActionForm>
        </Card>
      )}
      {(others.length > 0 || possible.includes('flag')) && (
        <Card className="grid gap-5">
          <h2 className="text-xl">{t('stateTitle')}</h2>
          {others.map((kind) => (
            <div key={kind} className="grid gap-2">
              {kind === 'retire' && <p className="text-sm text-muted">{t('retireText')}</p>}
              {kind === 'restore' && <p className="text-sm text-muted">{t('restoreText')}</p>}
              <ActionButton code={code} kind={kind} look={LOOKS[kind] ?? 'secondary'} />
            </div>
          ))}
          {possible.includes('flag') && (
            <ActionForm code={code} kind="flag" className="grid gap-3 border-t border-line pt-5">
              <Field id="flag-note" label={t('flagReason')}>
                {(control) => <TextInput {...control} name="note" maxLength={500} />}
              </Field>
              <SubmitButton kind="flag" look="secondary" />
            </ActionForm>
          )}
        </Card>
      )}
    </>
  )
}

const LOOKS: Partial<Record<QuestionActionKind, ButtonLook>> = { submit: 'primary', retire: 'danger' }

type ActionProps = { code: string; kind: QuestionActionKind }

function ActionButton({ code, kind, look }: ActionProps & { look: ButtonLook }) {
  return (
    <ActionForm code={code} kind={kind}>
      <SubmitButton kind={kind} look={look} />
    </ActionForm>
  )
}

function ActionForm({
  code,
  kind,
  className,
  formRef,
  children,
}: ActionProps & { className?: string; formRef?: RefObject<HTMLFormElement>; children: ReactNode }) {
  return (
    <Form method="post" ref={formRef} className={className} noValidate>
      <input type="hidden" name="intent" value="act" />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="kind" value={kind} />
      {children}
    </Form>
  )
}

function SubmitButton({ kind, look }: { kind: QuestionActionKind; look: ButtonLook }) {
  const t = useT(questions)
  const isPending = useNavigation().formData?.get('kind') === kind

  return (
    <Button look={look} isPending={isPending} pendingLabel={t('working')} className="justify-self-start">
      {t(`action_${kind}`)}
    </Button>
  )
}
