import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useT } from '#app/i18n/use-texts.ts'

/** How a file must be written, with short examples; folded away until somebody asks. */
export function FormatHelp() {
  const t = useT(questionUpload)

  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-5">
      <h2 className="text-lg">{t('formatsTitle')}</h2>
      <Example title={t('wordLetters')} text={t('wordLettersText')} example={t('wordLettersExample')} />
      <Example title={t('wordStars')} text={t('wordStarsText')} example={t('wordStarsExample')} />
      <Example title={t('excel')} text={t('excelText')} example={t('excelExample')} />
      <p className="text-sm text-muted">{t('notRead')}</p>
    </section>
  )
}

function Example({ title, text, example }: { title: string; text: string; example: string }) {
  return (
    <details className="min-w-0 rounded-md border border-line px-4">
      <summary className="cursor-pointer py-3 font-semibold">{title}</summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pb-4">
        <p>{text}</p>
        <pre lang="vi" className="rounded-md bg-sunken p-3 text-sm break-words whitespace-pre-wrap">
          {example}
        </pre>
      </div>
    </details>
  )
}
