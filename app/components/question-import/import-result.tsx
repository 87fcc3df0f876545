import { Link } from '@remix-run/react'
import { FileDown } from 'lucide-react'
import type { ImportOutcome } from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { DoneNote } from '../organizer/done-note.tsx'
import { LinkButton, buttonClass } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'

type ImportResultProps = {
  outcome: ImportOutcome
  failedHref: string
  /** The list of what waits for approval. */
  waitingHref: string
  /** The list of what lacks an explanation or a citation. */
  incompleteHref: string
  uploadsHref: string
}

/** What came of an import, and what is to be done next. */
export function ImportResult({
  outcome,
  failedHref,
  waitingHref,
  incompleteHref,
  uploadsHref,
}: ImportResultProps) {
  const t = useT(questionUpload)
  const { number } = useFormatters()
  const { added, changed, unchanged, incomplete, skipped, failed } = outcome
  const submitted = added + changed - incomplete

  return (
    <>
      <DoneNote>
        {t('result', {
          added: number(added),
          changed: number(changed),
          unchanged: number(unchanged),
          skipped: number(skipped),
          failed: number(failed),
        })}
      </DoneNote>
      <Card className="grid gap-4">
        {submitted > 0 && <p>{t('resultWaits', { count: number(submitted) })}</p>}
        {incomplete > 0 && <p>{t('resultDrafts', { count: number(incomplete) })}</p>}
        {failed > 0 && <p>{t('resultFailed')}</p>}
        <div className="flex flex-wrap gap-3">
          {submitted > 0 && <LinkButton to={waitingHref}>{t('seeWaiting')}</LinkButton>}
          {incomplete > 0 && (
            <LinkButton to={incompleteHref} look={submitted > 0 ? 'secondary' : 'primary'}>
              {t('seeIncomplete')}
            </LinkButton>
          )}
          {failed > 0 && (
            <Link to={failedHref} reloadDocument className={buttonClass('secondary')}>
              <FileDown aria-hidden="true" className="size-5 shrink-0" />
              {t('failedRows')}
            </Link>
          )}
          <LinkButton to={uploadsHref} look="quiet">
            {t('uploadAnother')}
          </LinkButton>
        </div>
      </Card>
    </>
  )
}
