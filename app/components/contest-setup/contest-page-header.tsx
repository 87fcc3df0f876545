import type { ReactNode } from 'react'
import { contestSetup } from '#app/i18n/messages/contest-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { BackLink } from '../organizer/back-link.tsx'

type ContestPageHeaderProps = { title: string; lead?: ReactNode; hasWayBack: boolean; children?: ReactNode }

/** Title of a page about one contest, with the way back to the list. */
export function ContestPageHeader({ title, lead, hasWayBack, children }: ContestPageHeaderProps) {
  const t = useT(contestSetup)

  return (
    <div className="grid gap-3 print:hidden">
      {hasWayBack && <BackLink to={paths.contests}>{t('backToList')}</BackLink>}
      <PageHeader title={title} lead={lead}>
        {children}
      </PageHeader>
    </div>
  )
}
