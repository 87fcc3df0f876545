import { Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { staff } from '#app/i18n/messages/staff.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useHasScripts } from '../use-has-scripts.ts'

type OneTimeLinkProps = { name: string; url: string; expiresAt: Date }

/** A link that was just made: shown this once, to be copied or marked by hand. */
export function OneTimeLink({ name, url, expiresAt }: OneTimeLinkProps) {
  const t = useT(staff)
  const { dateTime } = useFormatters()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [url])

  return (
    <div ref={place} tabIndex={-1} className="rounded-md">
      <Alert kind="good" title={t('linkTitle', { name })}>
        <div className="grid gap-3">
          <p>{t('linkText', { name, at: dateTime(expiresAt) })}</p>
          <Field id="one-time-link" label={t('linkLabel')}>
            {(control) => (
              <TextInput
                {...control}
                readOnly
                value={url}
                onFocus={(event) => event.target.select()}
                className="font-mono text-sm!"
              />
            )}
          </Field>
          <CopyButton text={url} />
        </div>
      </Alert>
    </div>
  )
}

function CopyButton({ text }: { text: string }) {
  const t = useT(staff)
  const hasScripts = useHasScripts()
  const [outcome, setOutcome] = useState<'copied' | 'copyRefused' | null>(null)
  // Browsers offer it on https and on this machine only.
  if (!hasScripts || !('clipboard' in navigator)) return null
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyRefused'),
    )

  return (
    <span className="flex flex-wrap items-center gap-3">
      <Button type="button" look="secondary" onClick={() => void copy()}>
        <Copy aria-hidden="true" className="size-5" />
        {t('copy')}
      </Button>
      <span role="status">{outcome && t(outcome)}</span>
    </span>
  )
}
