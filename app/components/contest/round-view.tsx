import { Link, useRevalidator } from '@remix-run/react'
import { useCallback } from 'react'
import { contest } from '#app/i18n/messages/contest.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { paths } from '../../http/paths.ts'
import { OwnAttempts } from '../account/own-attempts.tsx'
import { Alert } from '../ui/alert.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { DecisionList } from './decision-list.tsx'
import { PhaseBadge } from './phase-badge.tsx'
import { RoundFacts } from './round-facts.tsx'
import { RoundStart } from './round-start.tsx'
import type { Refusal, RoundDetails, RoundViewData } from './round-view-data.ts'
import { TimeLeft } from './time-left.tsx'

const REFUSALS = [
  'round_not_open',
  'attempts_used_up',
  'another_attempt_running',
  'blueprint_not_met',
] as const

/** A round: when, how, what is left of one's attempts, and the way in. */
export function RoundView({ view, refusal }: { view: RoundViewData; refusal: Refusal | null }) {
  const t = useT(contest)
  const { round } = view
  const { revalidate } = useRevalidator()
  const reload = useCallback(() => void revalidate(), [revalidate])
  const refusalKey = REFUSALS.find((code) => code === refusal?.code)

  return (
    <div className="page grid gap-8">
      <PageHeader title={round.title}>
        <PhaseBadge phase={round.phase} />
      </PageHeader>
      {refusal && refusalKey && (
        <Alert kind="bad">
          {t(refusalKey)}{' '}
          {refusal.runningAttemptId && (
            <Link to={paths.takePaper(refusal.runningAttemptId)} reloadDocument className="link">
              {t('goToRunning')}
            </Link>
          )}
        </Alert>
      )}
      <Card className="grid gap-7">
        <RoundFacts round={round} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line pt-6">
          <RoundStart view={view} />
          {/* A page left open before the opening notices it by itself. */}
          {round.phase === 'scheduled' && (
            <TimeLeft key="opens" remainingMs={view.opensInMs} onEnd={reload} />
          )}
          {round.phase === 'open' && <TimeLeft key="closes" remainingMs={view.closesInMs} onEnd={reload} />}
          {round.kind === 'ranked' && round.phase !== 'scheduled' && (
            <LinkButton to={paths.roundBoard(round.slug)} look="quiet">
              {t('seeBoard')}
            </LinkButton>
          )}
        </div>
      </Card>
      {view.decisions.length > 0 && <DecisionList decisions={view.decisions} />}
      <ShortRules round={round} />
      {view.attempts.length > 0 && <OwnAttempts attempts={view.attempts} />}
    </div>
  )
}

function ShortRules({ round }: { round: RoundDetails }) {
  const t = useT(contest)
  const rules = [
    t('ruleTime'),
    t('ruleSave'),
    t(round.endRule === 'must_start_before' ? 'ruleEndStart' : 'ruleEndFinish'),
    t('ruleExpire'),
    ...(round.kind === 'practice' ? [t('practiceNote')] : []),
    ...(round.predictionPrompt ? [t('predictionText', { prompt: round.predictionPrompt })] : []),
  ]

  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t('shortRulesTitle')}</h2>
      <ul className="grid list-disc gap-2 pl-6 marker:text-gold">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  )
}
