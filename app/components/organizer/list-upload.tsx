import type { ReactNode } from 'react'
import { listImport } from '#app/i18n/messages/list-import.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { BackLink } from './back-link.tsx'
import { UploadForm } from './upload-form.tsx'
import { WaitingDrafts } from './waiting-drafts.tsx'

type ListUploadProps = {
  title: string
  back: { to: string; label: string }
  templateHref: string
  fileHint: string
  error: string | null
  drafts: readonly {
    id: string
    fileName: string
    rowCount: number
    createdAt: Date
    createdBy: { fullName: string }
  }[]
  hrefOf: (draftId: string) => string
  /** Which columns the file needs, and what becomes of its rows. */
  children: ReactNode
}

/** Where a list is uploaded, and where those wait that nobody has confirmed yet. */
export function ListUpload(props: ListUploadProps) {
  const { title, back, templateHref, fileHint, error, drafts, hrefOf, children } = props
  const t = useT(listImport)
  const { dateTime, number } = useFormatters()

  return (
    <div className="page grid max-w-3xl gap-6">
      <BackLink to={back.to}>{back.label}</BackLink>
      <PageHeader title={title} lead={t('importLead')} />
      <UploadForm
        label={t('file')}
        hint={fileHint}
        error={error}
        button={t('upload')}
        pendingLabel={t('uploading')}
      >
        {children}
        <LinkButton to={templateHref} look="secondary" reloadDocument className="sm:justify-self-start">
          {t('template')}
        </LinkButton>
      </UploadForm>
      <WaitingDrafts
        title={t('waiting')}
        drafts={drafts.map(({ id, fileName, rowCount, createdAt, createdBy }) => ({
          id,
          fileName,
          href: hrefOf(id),
          note: t('waitingRow', {
            rows: number(rowCount),
            name: createdBy.fullName,
            time: dateTime(createdAt),
          }),
        }))}
      />
    </div>
  )
}
