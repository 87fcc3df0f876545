import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { LawStructure } from '#app/core/law-structure.ts'
import type {
  FileFacts,
  WaitingCounts,
  WaitingFilter,
  WaitingQuestion,
} from '#app/core/question-import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { DoneNote } from '../organizer/done-note.tsx'
import type { KnownAmendment } from '../questions/citation-picker.tsx'
import { forgetKept } from '../questions/kept-form.ts'
import { Alert } from '../ui/alert.tsx'
import { Card } from '../ui/card.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { FileNotes } from './file-notes.tsx'
import { ImportPanel } from './import-panel.tsx'
import { MendForm } from './mend-form.tsx'
import { WaitingCard } from './waiting-card.tsx'
import type { BankWords } from './waiting-card.tsx'
import { WaitingFilterNav } from './waiting-filter-nav.tsx'

type View = { filter: WaitingFilter; page: number; edited: number | null }
type Done = {
  what: 'fixed' | 'fixed_left' | 'removed' | 'restored' | 'converted'
  position: number
}

type UploadPreviewProps = {
  importId: string
  bank: BankWords
  facts: FileFacts
  counts: WaitingCounts
  items: readonly WaitingQuestion[]
  view: View & { done: Done | null }
  pageCount: number
  /** Number of the question that was just changed. */
  doneNumber: number | null
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  failedHref: string
  progress: ReactNode
  hrefOf: (view: Partial<View>) => string
}

/** Everything a file would bring, to be looked at, corrected and imported. */
export function UploadPreview(props: UploadPreviewProps) {
  const { importId, bank, facts, counts, items, view, pageCount, doneNumber, failedHref, progress, hrefOf } =
    props
  const t = useT(questionUpload)
  const { filter, page, edited, done } = view

  return (
    <>
      {done && <Told done={done} number={doneNumber} keptKey={keptKeyOf(importId, done.position)} />}
      <FileNotes facts={facts} legacyCount={counts.legacy} />
      <ImportPanel
        topics={bank.topics}
        facts={facts}
        counts={counts}
        failedHref={failedHref}
        progress={progress}
      />
      <WaitingFilterNav counts={counts} chosen={filter} hrefOf={(wanted) => hrefOf({ filter: wanted })} />
      {items.length === 0 && <p className="text-muted">{t('nothingHere')}</p>}
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {items.map((item) => (
          <li key={item.position} id={`cau-${item.position}`} className="scroll-mt-4">
            <Card
              aria-labelledby={`tieu-de-${item.position}`}
              className="grid grid-cols-[minmax(0,1fr)] gap-4"
            >
              {item.position === edited ? (
                <MendForm
                  {...props}
                  item={item}
                  keptKey={keptKeyOf(importId, item.position)}
                  topics={bank.topics}
                  cancelHref={`${hrefOf({ filter, page })}#cau-${item.position}`}
                />
              ) : (
                <WaitingCard
                  item={item}
                  bank={bank}
                  editHref={`${hrefOf({ filter, page, edited: item.position })}#cau-${item.position}`}
                />
              )}
            </Card>
          </li>
        ))}
      </ol>
      <Pagination page={page} pageCount={pageCount} hrefOf={(wanted) => hrefOf({ filter, page: wanted })} />
    </>
  )
}

/** Names the form of a question among those kept in the tab. */
function keptKeyOf(importId: string, position: number): string {
  return `${importId}/${position}`
}

function Told({ done, number, keptKey }: { done: Done; number: number | null; keptKey: string }) {
  const t = useT(questionUpload)
  const formatters = useFormatters()
  const isSaved = done.what === 'fixed' || done.what === 'fixed_left'
  useEffect(() => {
    if (isSaved) forgetKept(keptKey)
  }, [isSaved, keptKey])
  const text = t(`done_${done.what}`, { number: number === null ? '' : formatters.number(number) })

  return done.what === 'fixed_left' ? <Alert kind="warn">{text}</Alert> : <DoneNote>{text}</DoneNote>
}
