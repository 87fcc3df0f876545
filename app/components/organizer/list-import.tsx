import type { ReactNode } from 'react'
import { listImport } from '#app/i18n/messages/list-import.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { BackLink } from './back-link.tsx'
import { ListProgress } from './list-progress.tsx'
import type { ListProgressProps } from './list-progress.tsx'

type ListImportProps = {
  back: { to: string; label: string }
  fileName: string
  state: 'waiting' | 'running' | 'applied'
  progress: Omit<ListProgressProps, 'isRunning'>
  /** Whether a confirmation was refused: somebody else was first. */
  isRefused: boolean
  /** That the import broke off, and what is to be done; null when it did not. */
  interrupted: string | null
  children: ReactNode
}

/** An uploaded list on its way from the preview to what came of it. */
export function ListImport(props: ListImportProps) {
  const { back, fileName, state, progress, isRefused, interrupted, children } = props
  const t = useT(listImport)

  return (
    <div className="page grid gap-6">
      <BackLink to={back.to}>{back.label}</BackLink>
      <PageHeader
        title={t('previewTitle', { file: fileName })}
        lead={state === 'waiting' && t('importLead')}
      />
      {isRefused && state === 'waiting' && <Alert kind="bad">{t('import_gone')}</Alert>}
      {interrupted && <Alert kind="warn">{interrupted}</Alert>}
      <ListProgress {...progress} isRunning={state === 'running'} />
      {children}
    </div>
  )
}
