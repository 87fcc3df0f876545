import { Activity } from 'lucide-react'
import { live } from '#app/i18n/messages/live.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../../core/rounds/round-phase.ts'
import { paths } from '../../../http/paths.ts'
import { PhaseBadge } from '../../contest/phase-badge.tsx'
import { useCan } from '../console-capabilities.ts'
import { LinkButton } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { BackLink } from '../back-link.tsx'

type RoundHeaderProps = {
  round: { slug: string; title: string; kind: 'ranked' | 'practice'; phase: Phase }
}

/** Which round this is and where it stands, with the ways back and to what the public sees. */
export function RoundHeader({ round }: RoundHeaderProps) {
  const t = useT(organizer)
  const canReadSetup = useCan('contest.read')
  const tLive = useT(live)

  return (
    <div className="grid gap-3">
      <BackLink to={paths.organizer}>{t('backToConsole')}</BackLink>
      <PageHeader
        title={round.title}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PhaseBadge phase={round.phase} />
            {t(round.kind === 'practice' ? 'kindPractice' : 'kindRanked')}
          </span>
        }
      >
        <div className="flex flex-wrap gap-3">
          {round.phase !== 'draft' && (
            <LinkButton to={paths.liveRound(round.slug)}>
              <Activity aria-hidden="true" className="size-5" />
              {tLive('watchLive')}
            </LinkButton>
          )}
          {canReadSetup && (
            <LinkButton to={paths.roundSetup(round.slug)} look="secondary">
              {t('settingsTitle')}
            </LinkButton>
          )}
          {round.phase !== 'draft' && (
            <LinkButton to={paths.round(round.slug)} look="secondary">
              {t('publicPage')}
            </LinkButton>
          )}
        </div>
      </PageHeader>
    </div>
  )
}
