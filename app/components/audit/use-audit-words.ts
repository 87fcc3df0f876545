import { useMemo } from 'react'
import { useLocale } from '#app/i18n/use-texts.ts'
import { createAuditWords } from './audit-sentence.ts'
import type { AuditWords } from './audit-sentence.ts'

/** The audit log in the words of the page's language. */
export function useAuditWords(): AuditWords {
  const locale = useLocale()

  return useMemo(() => createAuditWords(locale), [locale])
}
