import { account } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Checkbox } from '../ui/checkbox.tsx'

type ConsentBoxesProps = {
  /** What was ticked before a refusal; nothing when the form opens (Decree 356/2025 forbids boxes ticked beforehand). */
  ticked: { processing: boolean; namePublication: boolean } | undefined
  error: string | null
}

/** The two consents: to take part, and apart from it to publish the name. */
export function ConsentBoxes({ ticked, error }: ConsentBoxesProps) {
  const t = useT(account)

  return (
    <div className="grid gap-3">
      <Checkbox
        id="processing"
        name="processing"
        label={t('consentProcessing')}
        hint={t('consentProcessingHint')}
        error={error}
        defaultChecked={ticked?.processing ?? false}
      />
      <Checkbox
        id="namePublication"
        name="namePublication"
        label={t('consentPublication')}
        hint={t('consentPublicationHint')}
        defaultChecked={ticked?.namePublication ?? false}
      />
    </div>
  )
}
