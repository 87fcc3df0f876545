import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { paths } from '../../http/paths.ts'
import { PhaseBadge } from '../contest/phase-badge.tsx'
import { LinkButton } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { BackLink } from '../organizer/back-link.tsx'

type SetupHeaderProps = { round: { slug: string; title: string; phase: Phase }; contestTitle: string }

/** Which round is set up, where it stands, and the ways to its other pages. */
export function SetupHeader({ round, contestTitle }: SetupHeaderProps) {
  const t = useT(roundSetup)

  return (
    <div className="grid gap-3">
      <BackToContests />
      <PageHeader
        title={t('configTitle', { title: round.title })}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PhaseBadge phase={round.phase} />
            {t('inContest', { title: contestTitle })}
          </span>
        }
      >
        <div className="flex flex-wrap gap-2">
          <LinkButton to={paths.paperPreview(round.slug)} look="secondary">
            {t('previewPaper')}
          </LinkButton>
          {round.phase !== 'draft' && (
            <LinkButton to={paths.organizerRound(round.slug)} look="secondary">
              {t('watchRound')}
            </LinkButton>
          )}
        </div>
      </PageHeader>
    </div>
  )
}

export function BackToContests() {
  const t = useT(roundSetup)

  return <BackLink to={paths.contests}>{t('backToContest')}</BackLink>
}
