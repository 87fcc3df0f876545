import { listImport } from '#app/i18n/messages/list-import.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

/** Says how many rows a list goes on with. */
export function MoreRows({ total, shown }: { total: number; shown: number }) {
  const t = useT(listImport)
  const { number } = useFormatters()
  if (total <= shown) return null

  return <p className="text-sm text-muted">{t('moreRows', { count: number(total - shown) })}</p>
}
