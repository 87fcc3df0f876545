import { Form, useNavigation } from '@remix-run/react'
import { Download, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { analysis } from '#app/i18n/messages/analysis.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { isSettledPhase } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { classNames } from '../class-names.ts'
import { useCan } from '../organizer/console-capabilities.ts'
import { BackLink } from '../organizer/back-link.tsx'
import { Alert } from '../ui/alert.tsx'
import { Button, LinkButton, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'

export type AnalysedRound = {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  closesAt: Date
}

type AnalysisFrameProps = {
  round: AnalysedRound
  view: 'items' | 'provisions'
  /** Null as long as there are no numbers. */
  computedAt: Date | null
  isComputing: boolean
  children: ReactNode
}

/** Head of the two views of a round's analysis, with their switch; why there are no numbers when there are none. */
export function AnalysisFrame({ round, view, computedAt, isComputing, children }: AnalysisFrameProps) {
  const t = useT(analysis)
  const { dateTime } = useFormatters()

  return (
    <div className="page grid gap-7">
      <div className="grid gap-3">
        <BackLink to={paths.organizerRound(round.slug)}>{t('backToRound')}</BackLink>
        <PageHeader title={t(view === 'items' ? 'title' : 'provisionsTitle')} lead={round.title}>
          {computedAt && <FrameActions slug={round.slug} />}
        </PageHeader>
      </div>
      {computedAt ? (
        <>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <ViewSwitch slug={round.slug} view={view} />
            <p className="tabular text-sm text-muted">{t('computedAt', { time: dateTime(computedAt) })}</p>
          </div>
          {isComputing && <Alert kind="info">{t('computing')}</Alert>}
          {children}
        </>
      ) : (
        <EmptyState title={t('waitTitle')}>
          <p>
            {round.kind === 'practice'
              ? t('waitPractice')
              : t(waitTextOf(round.phase), { time: dateTime(round.closesAt) })}
          </p>
        </EmptyState>
      )}
    </div>
  )
}

function waitTextOf(phase: Phase) {
  return isSettledPhase(phase) ? 'wait_settled' : (`wait_${phase}` as const)
}

function FrameActions({ slug }: { slug: string }) {
  const t = useT(analysis)
  const canManage = useCan('results.manage')
  const isPending = useNavigation().formMethod === 'POST'

  return (
    <div className="flex flex-wrap gap-3 print:hidden">
      {canManage && (
        <Form method="post" action={paths.roundAnalysis(slug)}>
          <Button look="quiet" isPending={isPending} pendingLabel={t('recomputing')}>
            <RefreshCw aria-hidden="true" className="size-5" />
            {t('recompute')}
          </Button>
        </Form>
      )}
      <a href={paths.analysisFile(slug)} download className={buttonClass('secondary')}>
        <Download aria-hidden="true" className="size-5" />
        {t('download')}
      </a>
    </div>
  )
}

function ViewSwitch({ slug, view }: { slug: string; view: 'items' | 'provisions' }) {
  const t = useT(analysis)
  const views = [
    { name: 'items', to: paths.roundAnalysis(slug), label: t('viewItems') },
    { name: 'provisions', to: paths.analysedProvisions(slug), label: t('viewProvisions') },
  ] as const

  return (
    <nav aria-label={t('views')} className="print:hidden">
      <ul className="flex flex-wrap gap-1 rounded-md bg-sunken p-1">
        {views.map(({ name, to, label }) => (
          <li key={name}>
            <LinkButton
              to={to}
              look="quiet"
              aria-current={name === view ? 'page' : undefined}
              className={classNames('min-h-11 px-4 py-1.5', name === view && 'bg-surface shadow-card')}
            >
              {label}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}
