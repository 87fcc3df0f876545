import { useEffect, useRef } from 'react'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

type IssuedCodeProps = {
  fullName: string
  issued: { code: string; expiresAt: Date }
  /** Address of the page where it is typed. */
  codePage: string
}

/** A code to read out, large, once. Takes the focus, so that a screen reader says it. */
export function IssuedCode({ fullName, issued: { code, expiresAt }, codePage }: IssuedCodeProps) {
  const t = useT(peopleTexts)
  const { dateTime } = useFormatters()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [code])

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-labelledby="issued-code"
      className="grid gap-2 rounded-lg border-2 border-good bg-good-soft p-5 sm:p-7"
    >
      <h2 id="issued-code" className="text-lg text-good">
        {t('codeDone', { name: fullName })}
      </h2>
      <p className="tabular text-3xl font-semibold tracking-[0.2em]">{code}</p>
      <p>{t('codeRead', { time: dateTime(expiresAt) })}</p>
      <p>
        {t('codeWhere')} <span className="font-semibold break-all">{codePage}</span>
      </p>
    </section>
  )
}
