import { account } from '#app/i18n/messages/account.ts'
import type { AccountText } from '#app/i18n/messages/account.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

const MINUTE_MS = 60_000

/** The sentence for a field's refusal, or null. Refusals come as keys of the texts. */
export function useErrorText(
  errors: Readonly<Record<string, string>> | undefined,
  retryAfterMs: number | null = null,
) {
  const t = useT(account)
  const { minutes } = useFormatters()

  return (field: string): string | null => {
    const key = errors?.[field]

    return key ? t(key as AccountText, { wait: minutes(retryAfterMs ?? MINUTE_MS) }) : null
  }
}
