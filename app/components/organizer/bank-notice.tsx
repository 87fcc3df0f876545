import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'

export type BankNoticeValue = { law: string; lawVersion: string; statusNotice: string }

/** Whether the questions still say what the law says: shown wherever a bank is used. */
export function BankNotice({ bank }: { bank: BankNoticeValue }) {
  const t = useT(organizer)

  return (
    <Alert kind="warn" title={bank.law}>
      <p>{bank.statusNotice}</p>
      <p className="text-sm text-muted">{t('bankVersion', { version: bank.lawVersion })}</p>
    </Alert>
  )
}
