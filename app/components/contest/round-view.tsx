import { useState } from 'react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { OwnAttempts } from '../account/own-attempts.tsx'
import { ProofCard } from '../result/proof-card.tsx'
import { Alert } from '../ui/alert.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useReloadWhenDue } from '../use-reload-when-due.ts'
import { DecisionList } from './decision-list.tsx'
import { FingerprintCard } from './fingerprint-card.tsx'
import { PhaseBadge } from './phase-badge.tsx'
import { RoundFacts } from './round-facts.tsx'
import { RoundStart } from './round-start.tsx'
import type { RoundDetails, RoundViewData } from './round-view-data.ts'
import { TimeLeft } from './time-left.tsx'

/** Refusals that what the page offers doesn't explain by itself, because a moment ago it looked otherwise. */
const REFUSALS = [
  'round_not_open',
  'attempts_used_up',
  'another_attempt_running',
  'blueprint_not_met',
] as const

/** A round: when, how, what is left of one's attempts, and the way in. */
export function RoundView({ view, refusal }: { view: RoundViewData; refusal: string | null }) {
  const t = useT(contest)
  const { round } = view
  const [phaseAtFirst] = useState(round.phase)
  const hasJustOpened = phaseAtFirst === 'scheduled' && round.phase === 'open'
  const refusalKey = REFUSALS.find((code) => code === refusal)
  useReloadWhenDue(dueInMs(view))

  return (
    <div className="page grid gap-8">
      <PageHeader
        title={round.title}
        lead={
          round.kind === 'practice' ? t(round.showsKeyAtOnce ? 'practiceKeyNote' : 'practiceNote') : undefined
        }
      >
        <PhaseBadge phase={round.phase} />
      </PageHeader>
      {refusalKey && <Alert kind="bad">{t(refusalKey)}</Alert>}
      {hasJustOpened && <Alert kind="good">{t('justOpened')}</Alert>}
      <Card className="grid gap-7">
        <RoundFacts round={round} />
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5 border-t border-line pt-6">
          <div className="grid gap-3">
            <RoundStart view={view} />
          </div>
          {round.phase === 'scheduled' && <TimeLeft remainingMs={view.opensInMs} until="opening" />}
          {round.phase === 'open' && <TimeLeft remainingMs={view.closesInMs} until="closing" />}
        </div>
      </Card>
      {view.decisions.length > 0 && (
        <section className="grid gap-4">
          <h2 className="text-xl">{t('decisionsTitle')}</h2>
          <DecisionList decisions={view.decisions} />
        </section>
      )}
      {view.attempts.length > 0 && <OwnAttempts attempts={view.attempts} />}
      <ShortRules round={round} />
      {view.published && <ProofCard roundSlug={round.slug} published={view.published} />}
      {view.fingerprint && (
        <FingerprintCard roundSlug={round.slug} fingerprint={view.fingerprint} heading="h2" />
      )}
      <div className="flex flex-wrap gap-3">
        {round.kind === 'ranked' && round.phase !== 'scheduled' && (
          <LinkButton to={paths.roundBoard(round.slug)} look="secondary">
            {t('boardOfRound')}
          </LinkButton>
        )}
        <LinkButton to={paths.rules} look="quiet">
          {t('allRules')}
        </LinkButton>
      </div>
    </div>
  )
}

/** A page left open notices the opening, and the close. */
function dueInMs({ round, opensInMs, closesInMs }: RoundViewData): number | null {
  if (round.phase === 'scheduled') return opensInMs

  return round.phase === 'open' ? closesInMs : null
}

function ShortRules({ round }: { round: RoundDetails }) {
  const t = useT(contest)
  const rules = [
    t('ruleTime'),
    t('ruleSave'),
    t(round.endRule === 'must_start_before' ? 'ruleEndStart' : 'ruleEndFinish'),
    t('ruleExpire'),
    ...(round.predictionPrompt ? [t('predictionText', { prompt: round.predictionPrompt })] : []),
  ]

  return (
    <section className="grid max-w-3xl gap-3">
      <h2 className="text-xl">{t('shortRulesTitle')}</h2>
      <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}
