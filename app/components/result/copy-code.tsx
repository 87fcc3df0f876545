import { Copy } from 'lucide-react'
import { useState } from 'react'
import { result } from '#app/i18n/messages/result.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { useHasScripts } from '../use-has-scripts.ts'
import { Button } from '../ui/button.tsx'

type CopyCodeProps = { code: string }

/** Offered where the browser can copy: not without scripts, and not on plain http. The code can be marked by hand too. */
export function CopyCode({ code }: CopyCodeProps) {
  const t = useT(result)
  const hasScripts = useHasScripts()
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  if (!hasScripts || !('clipboard' in navigator)) return null

  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    )

  return (
    <span className="flex flex-wrap items-center gap-3 print:hidden">
      <Button type="button" look="secondary" onClick={() => void copy()}>
        <Copy aria-hidden="true" className="size-5" />
        {t('copyCode')}
      </Button>
      <span role="status" className="text-sm">
        {outcome && t(outcome)}
      </span>
    </span>
  )
}
