import { cellField, isCellField } from './blueprint-form.ts'
import { localTimeOf } from '#app/core/local-time.ts'
import { policyOf } from '#app/core/ranking/ranking-policy.ts'
import { BLANK } from './round-form.ts'
import type { RoundFormValues, RoundSettings } from './round-form.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Nothing that people type into this form is longer; more cells than this has no bank. */
const MAX_LENGTH = 5_000
const MAX_FIELDS = 1_000

/** What most contests of this kind choose; dates and questions are left open. */
const USUAL: RoundFormValues = {
  ...BLANK,
  kind: 'ranked',
  minutes: '15',
  attemptsAllowed: '3',
  endRule: 'must_start_before',
  shuffleQuestions: 'on',
  shuffleOptions: 'on',
  pointsPerQuestion: '10',
  predictionKind: 'people_all_right',
  releaseAfterSubmission: 'score',
  releaseAfterClose: 'key',
  rankingPolicy: JSON.stringify(policyOf('score', 'prediction_distance', 'duration', 'ended_at')),
}

/** The form of a new round. @param predictionPrompt the usual question, in the language of the contest */
export function newRoundValues(bankId: string, predictionPrompt: string): RoundFormValues {
  return { ...USUAL, bankId, predictionPrompt }
}

/** The fields of the form among whatever was sent or stored, each as text of a bounded length. */
export function pickRoundFormValues(entries: Iterable<readonly [string, unknown]>): RoundFormValues {
  const values: Record<string, string> = { ...BLANK }
  let fieldCount = 0
  for (const [name, value] of entries) {
    const isField = Object.hasOwn(BLANK, name) || isCellField(name)
    if (!isField || typeof value !== 'string' || ++fieldCount > MAX_FIELDS) continue
    values[name] = value.normalize('NFC').slice(0, MAX_LENGTH)
  }

  return values
}

/** The form that says these settings. */
export function roundFormValuesOf(settings: RoundSettings): RoundFormValues {
  const box = (isTicked: boolean): string => (isTicked ? 'on' : '')

  return {
    title: settings.title,
    slug: settings.slug,
    kind: settings.kind,
    bankId: settings.bankId,
    opensAt: localTimeOf(settings.opensAt),
    closesAt: localTimeOf(settings.closesAt),
    minutes: String(Math.ceil(settings.durationMs / MINUTE_MS)),
    attemptsAllowed: settings.attemptsAllowed === null ? '' : String(settings.attemptsAllowed),
    attemptsUnlimited: box(settings.attemptsAllowed === null),
    endRule: settings.endRule,
    shuffleQuestions: box(settings.shuffleQuestions),
    shuffleOptions: box(settings.shuffleOptions),
    pointsPerQuestion: String(settings.pointsPerQuestion),
    acceptsFlaggedQuestions: box(settings.acceptsFlaggedQuestions),
    predictionKind: settings.predictionKind ?? '',
    predictionPrompt: settings.predictionPrompt ?? '',
    releaseAfterSubmission: settings.releaseAfterSubmission,
    releaseAfterClose: settings.releaseAfterClose,
    rankingPolicy: JSON.stringify(settings.rankingPolicy),
    countersDelayHours: hoursOf(settings.countersDelayMs),
    freezeBeforeHours: hoursOf(settings.freezeBeforeMs),
    freezeUntil: settings.freezeUntil,
    ...Object.fromEntries(
      settings.blueprint.map(({ topic, difficulty, count }) => [cellField(topic, difficulty), String(count)]),
    ),
  }
}

function hoursOf(durationMs: number | null): string {
  return durationMs === null ? '' : String(Math.round(durationMs / HOUR_MS))
}

/** The same form for the next round: everything but its name, address and window. */
export function copiedRoundValues(values: RoundFormValues, title: string): RoundFormValues {
  return { ...values, title, slug: '', opensAt: '', closesAt: '' }
}
