import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'

/** Says at the top of a refused form that nothing was done, and why when it is not about one field. */
export function RefusalAlert({ text }: { text: string | null }) {
  const t = useT(organizer)

  return <Alert kind="bad">{text ?? t('formRefused')}</Alert>
}
