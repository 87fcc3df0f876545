import type { WaitingCounts } from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'

/** What an import would do as things stand. */
export function ImportFate({ counts }: { counts: WaitingCounts }) {
  const t = useT(questionUpload)
  const { number } = useFormatters()
  const lines = [
    ['willDraft', counts.importableDrafts],
    ['willSkip', counts.skipped],
    ['willFail', counts.errors],
    ['willWait', counts.undecided],
    ['willLack', counts.lackingTopic],
  ] as const

  return (
    <ul className="tabular grid gap-1">
      <li className="text-lg font-semibold">{t('willImport', { count: number(counts.importable) })}</li>
      {lines
        .filter(([, count]) => count > 0)
        .map(([key, count]) => (
          <li key={key}>{t(key, { count: number(count) })}</li>
        ))}
    </ul>
  )
}
