import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { account } from '#app/i18n/messages/account.ts'
import type { AccountText } from '#app/i18n/messages/account.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { AccountChange } from '../../http/paths.ts'
import { Alert } from '../ui/alert.tsx'

const TEXTS: Record<AccountChange, AccountText> = {
  'mat-khau': 'passwordSaved',
  'hien-ten': 'publicationSaved',
  'yeu-cau': 'requestSent',
}

/** Says what was just saved, and takes the reader there: a page that came by redirect announces nothing by itself. */
export function AccountNotice({ change }: { change: string | null }) {
  const t = useT(account)
  const notice = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  useEffect(() => {
    if (change) notice.current?.focus()
  }, [change, key])
  if (!change || !isAccountChange(change)) return null

  return (
    <div ref={notice} tabIndex={-1} className="outline-none">
      <Alert kind="good">{t(TEXTS[change])}</Alert>
    </div>
  )
}

function isAccountChange(change: string): change is AccountChange {
  return Object.hasOwn(TEXTS, change)
}
