import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Field, Textarea } from '../ui/field.tsx'

/** The reason that every decision has and everybody can read. Too long a text is refused, not cut off unseen. */
export function ReasonField({ id, error, typed }: { id: string; error: string | null; typed: string }) {
  const t = useT(organizer)

  return (
    <Field id={id} label={t('reason')} hint={t('reasonHint')} error={error}>
      {(control) => <Textarea {...control} name="reason" rows={3} required defaultValue={typed} />}
    </Field>
  )
}
