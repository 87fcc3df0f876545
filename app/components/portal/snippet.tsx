import { Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { portal } from '#app/i18n/messages/portal.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Field, Textarea } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'

type SnippetProps = { id: string; label: string; code: string }

/** Code to be copied: with one press where scripts run, by hand everywhere. */
export function Snippet({ id, label, code }: SnippetProps) {
  const t = useT(portal)
  const hasScripts = useHasScripts()
  const box = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'copyRefused' | null>(null)
  const copy = async () => {
    box.current?.select()
    setOutcome((await copyText(code)) ? 'copied' : 'copyRefused')
  }

  return (
    <div className="grid gap-3">
      <Field id={id} label={label} hint={hasScripts ? null : t('copyByHand')}>
        {(control) => (
          <Textarea
            {...control}
            ref={box}
            readOnly
            rows={4}
            value={code}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono text-sm break-all"
          />
        )}
      </Field>
      {hasScripts && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="button" onClick={() => void copy()}>
            <Copy aria-hidden="true" className="size-5" />
            {t('copy')}
          </Button>
          <p role="status" className="text-sm">
            {outcome && t(outcome)}
          </p>
        </div>
      )}
    </div>
  )
}

/** The clipboard is there on https only; the older way copies what is selected, on plain http too. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)

    return true
  } catch {
    return document.execCommand('copy')
  }
}
