import { Printer } from 'lucide-react'
import { result } from '#app/i18n/messages/result.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { Button } from '../ui/button.tsx'

/** @param label what is printed; the receipt unless told */
export function PrintButton({ label }: { label?: string }) {
  const t = useT(result)
  const hasScripts = useHasScripts()
  if (!hasScripts) return null

  return (
    <Button type="button" look="quiet" onClick={() => window.print()} className="print:hidden">
      <Printer aria-hidden="true" className="size-5" />
      {label ?? t('print')}
    </Button>
  )
}
