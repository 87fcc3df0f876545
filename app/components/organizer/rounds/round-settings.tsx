import type { ReactNode } from 'react'
import type { EndRule } from '../../../core/attempts/attempt-window.ts'
import { formatPrediction } from '../../../core/ranking/prediction.ts'
import type { PredictionKind } from '../../../core/ranking/prediction.ts'
import type { RankingPolicy } from '../../../core/ranking/ranking-policy.ts'
import type { Release } from '../../../core/rounds/release.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useLocale, useT } from '#app/i18n/use-texts.ts'
import { useRoundPolicy } from '../../board/policy-sentences.ts'
import { Card } from '../../ui/card.tsx'
import { BlueprintList } from './blueprint-list.tsx'
import type { BlueprintTopic } from './blueprint-list.tsx'

export type RoundSettingsValue = {
  kind: 'ranked' | 'practice'
  opensAt: Date
  closesAt: Date
  durationMs: number
  attemptsAllowed: number | null
  endRule: EndRule
  questionCount: number
  pointsPerQuestion: number
  shuffleQuestions: boolean
  shuffleOptions: boolean
  acceptsFlaggedQuestions: boolean
  releaseAfterSubmission: Release
  releaseAfterClose: Release
  prediction: { kind: PredictionKind; prompt: string; truth: bigint | null } | null
  rankingPolicy: RankingPolicy
  blueprint: readonly BlueprintTopic[]
}

/** Everything a round was set to, in sentences. */
export function RoundSettings({ round }: { round: RoundSettingsValue }) {
  const t = useT(organizer)
  const { minutes, dateTime } = useFormatters()

  return (
    <Card className="grid gap-6">
      <div className="grid gap-1">
        <h2 className="text-xl">{t('settingsTitle')}</h2>
        <p className="text-sm text-muted">{t('settingsLocked')}</p>
      </div>
      <dl className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <Setting label={t('settingsWindow')}>
          <p>
            {t('windowFrom', { from: dateTime(round.opensAt) })}{' '}
            {t('windowTo', { to: dateTime(round.closesAt) })}
          </p>
        </Setting>
        <Setting label={t('settingsEndRule')}>
          <p>{t(round.endRule === 'must_start_before' ? 'endRuleStart' : 'endRuleFinish')}</p>
        </Setting>
        <Setting label={t('settingsMinutes')}>
          <p>{minutes(round.durationMs)}</p>
        </Setting>
        <Setting label={t('settingsAttempts')}>
          <p>
            {round.attemptsAllowed === null
              ? t('attemptsUnlimited')
              : t('attemptsLimited', { count: round.attemptsAllowed })}
          </p>
        </Setting>
        <PaperSetting round={round} />
        <ReleaseSetting round={round} />
        <PredictionSetting prediction={round.prediction} />
        <PolicySetting round={round} />
      </dl>
      <section className="grid gap-3">
        <h3 className="text-lg">{t('blueprintTitle')}</h3>
        <BlueprintList topics={round.blueprint} />
      </section>
    </Card>
  )
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="grid gap-1">{children}</dd>
    </div>
  )
}

function PaperSetting({ round }: { round: RoundSettingsValue }) {
  const t = useT(organizer)
  const { questionCount, pointsPerQuestion } = round

  return (
    <Setting label={t('settingsPaper')}>
      <p>
        {t('paperSize', {
          questions: questionCount,
          points: pointsPerQuestion,
          max: questionCount * pointsPerQuestion,
        })}
        .
      </p>
      <p>{t(shuffleTextOf(round))}</p>
      <p>{t(round.acceptsFlaggedQuestions ? 'flaggedYes' : 'flaggedNo')}</p>
    </Setting>
  )
}

function shuffleTextOf({ shuffleQuestions, shuffleOptions }: RoundSettingsValue) {
  if (shuffleQuestions) return shuffleOptions ? 'shuffleBoth' : 'shuffleQuestions'

  return shuffleOptions ? 'shuffleOptions' : 'shuffleNone'
}

function ReleaseSetting({ round }: { round: RoundSettingsValue }) {
  const t = useT(organizer)

  return (
    <Setting label={t('settingsRelease')}>
      <p>{t('releaseAfterSubmission', { what: t(`release_${round.releaseAfterSubmission}`) })}</p>
      {round.kind === 'ranked' && (
        <p>{t('releaseAfterClose', { what: t(`release_${round.releaseAfterClose}`) })}</p>
      )}
      <p className="text-sm text-muted">{t('releaseHeldBack')}</p>
    </Setting>
  )
}

function PredictionSetting({ prediction }: { prediction: RoundSettingsValue['prediction'] }) {
  const t = useT(organizer)
  const locale = useLocale()
  if (!prediction) {
    return (
      <Setting label={t('settingsPrediction')}>
        <p>{t('predictionNone')}</p>
      </Setting>
    )
  }
  const { kind, prompt, truth } = prediction

  return (
    <Setting label={t('settingsPrediction')}>
      <p>“{prompt}”</p>
      <p>{t(`prediction_${kind}`)}</p>
      {truth !== null && (
        <p className="font-semibold">
          {t('predictionTruth', { value: formatPrediction(kind, truth, locale) })}
        </p>
      )}
    </Setting>
  )
}

function PolicySetting({ round }: { round: RoundSettingsValue }) {
  const t = useT(organizer)
  const { counted, criteria } = useRoundPolicy(round.rankingPolicy, round.prediction !== null)
  if (round.kind === 'practice') {
    return (
      <Setting label={t('settingsPolicy')}>
        <p>{t('policyNone')}</p>
      </Setting>
    )
  }

  return (
    <Setting label={t('settingsPolicy')}>
      <p>{counted.join(' ')}</p>
      <ol className="grid list-decimal gap-1 pl-5">
        {criteria.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className="text-sm text-muted">{t('policyTie')}</p>
    </Setting>
  )
}
