import { Link } from '@remix-run/react'
import { papers } from '#app/i18n/messages/papers.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { PAPER_VARIANTS } from '../../core/closing/papers/paper.ts'
import { isOfficialPhase } from '../../core/rounds/round-phase.ts'
import { PAPER_PARAMS, paths } from '../../http/paths.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { useCan } from '../organizer/console-capabilities.ts'
import { Alert } from '../ui/alert.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { CertificateList } from './certificate-list.tsx'
import { PaperList } from './paper-list.tsx'
import type { PapersView } from './papers-view-data.ts'
import { BackLink } from '../organizer/back-link.tsx'

/** Every paper of a round with what it is for; the layout is chosen once for all of them. */
export function PapersPage({ view }: { view: PapersView }) {
  const t = useT(papers)
  const { dateTime } = useFormatters()

  return (
    <div className="page grid gap-8">
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-x-6">
          <BackLink to={paths.organizerRound(view.slug)}>{t('backToRound')}</BackLink>
          <Link to={paths.closing(view.slug)} className="link inline-flex min-h-11 items-center">
            {t('toClosing')}
          </Link>
        </div>
        <PageHeader
          title={
            <>
              {t('title')}
              <span className="mt-1 block text-lg text-brand-text sm:text-xl">{view.title}</span>
            </>
          }
          lead={t('lead')}
        >
          <PhaseBadge phase={view.phase} />
        </PageHeader>
      </div>
      {view.isSettled ? (
        <Notes view={view} />
      ) : (
        <Alert kind="info">{t('notSettled', { closesAt: dateTime(view.closesAt) })}</Alert>
      )}
      {/* A form of the browser's own: each button answers with a file, and the page stays. */}
      <form method="get" className="grid gap-8">
        <VariantChoice />
        <PaperList slug={view.slug} isSettled={view.isSettled} />
        <CertificateList view={view} />
      </form>
    </div>
  )
}

/** What is open yet, and what the head of the papers lacks. */
function Notes({ view }: { view: PapersView }) {
  const t = useT(papers)
  const { number } = useFormatters()
  const canEditContest = useCan('contest.manage')
  const notes = [
    ...(isOfficialPhase(view.phase) ? [] : [t('draft')]),
    ...(view.tiedCount > 0 ? [t('tied', { count: number(view.tiedCount) })] : []),
    ...(view.uncheckedCount > 0 ? [t('unchecked', { count: number(view.uncheckedCount) })] : []),
    ...view.missing.map((field) => t(`missing_${field}`)),
  ]
  if (notes.length === 0) return null

  return (
    <Alert kind="warn">
      <ul className="grid gap-1">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {view.missing.length > 0 && canEditContest && (
        <Link to={paths.editContest(view.contestSlug)} className="link inline-block py-2">
          {t('toSettings')}
        </Link>
      )}
    </Alert>
  )
}

function VariantChoice() {
  const t = useT(papers)

  return (
    <Card>
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-semibold">{t('variant')}</legend>
        {PAPER_VARIANTS.map((variant, index) => (
          <label key={variant} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name={PAPER_PARAMS.variant}
              value={variant}
              defaultChecked={index === 0}
              className="size-6 shrink-0 accent-brand"
            />
            {t(`variant_${variant}`)}
          </label>
        ))}
      </fieldset>
    </Card>
  )
}
