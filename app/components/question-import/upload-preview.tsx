import { useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { LawStructure } from '#app/core/questions/law-structure.ts'
import type { DuplicateKind } from '#app/core/questions/import/duplicates.ts'
import type {
  DuplicateCounts,
  FileFacts,
  ImportStep,
  ProposalCounts,
  UploadDone,
  WaitingCounts,
  WaitingFilter,
  WaitingQuestion,
} from '#app/core/questions/import/waiting-import.ts'
import { questionUpload } from '#app/i18n/messages/question-upload.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { DoneNote } from '../organizer/done-note.tsx'
import type { KnownAmendment } from '../questions/citation-picker.tsx'
import { forgetKept } from '../questions/kept-form.ts'
import { Alert } from '../ui/alert.tsx'
import { Card } from '../ui/card.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { BulkDecisions } from './bulk-decisions.tsx'
import { BulkProposals } from './bulk-proposals.tsx'
import { ContradictionList } from './contradiction-list.tsx'
import { FileNotes } from './file-notes.tsx'
import { ImportPanel } from './import-panel.tsx'
import { LastStep } from './last-step.tsx'
import { MendForm } from './mend-form.tsx'
import { WaitingCard } from './waiting-card.tsx'
import type { BankWords } from './waiting-card.tsx'
import { WaitingFilterNav } from './waiting-filter-nav.tsx'

type View = { filter: WaitingFilter; kind: DuplicateKind | null; page: number; edited: number | null }
type Done = { what: UploadDone; about: number }

type UploadPreviewProps = {
  importId: string
  ownerId: string
  /** Why the last press did nothing, in words. */
  refusal: string | null
  bank: BankWords
  facts: FileFacts
  counts: WaitingCounts
  duplicates: readonly DuplicateCounts[]
  proposals: readonly ProposalCounts[]
  steps: readonly ImportStep[]
  items: readonly WaitingQuestion[]
  view: View & { done: Done | null }
  pageCount: number
  /** Number of the question that was just changed, or how many there were. */
  doneNumber: number | null
  structure: LawStructure | null
  amendments: readonly KnownAmendment[]
  failedHref: string
  incompleteHref: string
  progress: ReactNode
  removedAt: Date
  hrefOf: (view: Partial<View>) => string
}

/** Everything a file would bring, to be looked at, corrected and imported. */
export function UploadPreview(props: UploadPreviewProps) {
  const { importId, bank, facts, counts, duplicates, proposals, steps, items, view, pageCount } = props
  const { doneNumber, failedHref, incompleteHref, progress, removedAt, hrefOf } = props
  const t = useT(questionUpload)
  const { filter, kind, page, edited, done } = view
  const areKeysCompared = filter === 'duplicates' && kind === 'other_key' && edited === null

  return (
    <>
      <FileNotes facts={facts} legacyCount={counts.legacy} />
      <ImportPanel
        topics={bank.topics}
        facts={facts}
        counts={counts}
        failedHref={failedHref}
        incompleteHref={incompleteHref}
        progress={progress}
        removedAt={removedAt}
      />
      <WaitingFilterNav counts={counts} chosen={filter} hrefOf={(wanted) => hrefOf({ filter: wanted })} />
      {done && <Told done={done} number={doneNumber} keptKey={keptKeyOf(importId, done.about)} />}
      <LastStep steps={steps} />
      <BulkDecisions
        duplicates={duplicates}
        shown={kind}
        hrefOf={(wanted) => hrefOf({ filter: 'duplicates', kind: wanted })}
      />
      <BulkProposals proposals={proposals} />
      {items.length === 0 && <p className="text-muted">{t('nothingHere')}</p>}
      {areKeysCompared && items.length > 0 ? (
        <ContradictionList key={page} items={items} bankSlug={bank.slug} />
      ) : (
        <WaitingList
          {...props}
          edited={edited}
          hrefTo={(wanted) => hrefOf({ filter, kind, page, edited: wanted })}
        />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(wanted) => hrefOf({ filter, kind, page: wanted })}
      />
    </>
  )
}

type WaitingListProps = UploadPreviewProps & {
  edited: number | null
  /** This page with a question open for correction, or none. */
  hrefTo: (edited: number | null) => string
}

function WaitingList({ edited, hrefTo, ...props }: WaitingListProps) {
  const { importId, bank, items } = props

  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-5">
      {items.map((item) => (
        <li key={item.position} id={`cau-${item.position}`} className="scroll-mt-4">
          <Card aria-labelledby={`tieu-de-${item.position}`} className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {item.position === edited ? (
              <MendForm
                {...props}
                item={item}
                keptKey={keptKeyOf(importId, item.position)}
                topics={bank.topics}
                cancelHref={`${hrefTo(null)}#cau-${item.position}`}
              />
            ) : (
              <WaitingCard
                item={item}
                bank={bank}
                editHref={`${hrefTo(item.position)}#cau-${item.position}`}
              />
            )}
          </Card>
        </li>
      ))}
    </ol>
  )
}

/** Names the form of a question among those kept in the tab. */
function keptKeyOf(importId: string, position: number): string {
  return `${importId}/${position}`
}

/** Stands above the questions and comes into view there: the next one to be corrected follows. */
function Told({ done, number, keptKey }: { done: Done; number: number | null; keptKey: string }) {
  const t = useT(questionUpload)
  const formatters = useFormatters()
  const place = useRef<HTMLDivElement>(null)
  const { key } = useLocation()
  const isSaved = done.what === 'fixed' || done.what === 'fixed_left'
  useEffect(() => {
    if (isSaved) forgetKept(keptKey)
  }, [isSaved, keptKey])
  useEffect(() => {
    // Newer browsers give a promise back, which is no clean-up.
    void place.current?.scrollIntoView({ block: 'start' })
  }, [key])
  const words = number === null ? '' : formatters.number(number)
  const text = t(`done_${done.what}`, { number: words, count: words })

  return (
    <div ref={place} className="scroll-mt-4">
      {done.what === 'fixed_left' ? <Alert kind="warn">{text}</Alert> : <DoneNote>{text}</DoneNote>}
    </div>
  )
}
