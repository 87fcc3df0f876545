import { live } from '#app/i18n/messages/live.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../../../core/rounds/round-phase.ts'
import { paths } from '../../../../http/paths.ts'
import { PhaseBadge } from '../../../contest/phase-badge.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { BackLink } from '../../back-link.tsx'

type LiveHeaderProps = { round: { slug: string; title: string; phase: Phase } }

/** Which round is watched, and the way back to conducting it. */
export function LiveHeader({ round }: LiveHeaderProps) {
  const t = useT(live)

  return (
    <div className="grid gap-3">
      <BackLink to={paths.organizerRound(round.slug)}>{t('backToRound')}</BackLink>
      <PageHeader
        title={t('title', { round: round.title })}
        lead={
          <span className="grid justify-items-start gap-2">
            <PhaseBadge phase={round.phase} />
            {t('lead')}
          </span>
        }
      />
    </div>
  )
}
