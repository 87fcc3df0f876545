import { decision as decisionTexts } from '#app/i18n/messages/decision.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { DecisionFacts } from '../../core/rounds/decision-facts.ts'

/** A function that says in a sentence what a recorded decision changed. */
export function useDecisionFacts(): (facts: DecisionFacts) => string {
  const t = useT(decisionTexts)
  const { dateTime, minutes, number } = useFormatters()

  return (facts) => {
    switch (facts.kind) {
      case 'extension':
      case 'closure':
        return t(`text_${facts.kind}`, {
          before: dateTime(facts.closesAtBefore),
          after: dateTime(facts.closesAtAfter),
        })
      case 'extra_time':
        return t('text_extra_time', { minutes: minutes(facts.extraMs) })
      case 'exclusions': {
        const counts = facts.excluded.map(({ kind, count }) => t(`count_${kind}`, { count: number(count) }))
        const sentences = [
          counts.length === 0
            ? t('text_exclusions_none')
            : t('text_exclusions', { counts: counts.join(', ') }),
          facts.truthBefore !== null && facts.truthAfter !== null && facts.truthBefore !== facts.truthAfter
            ? t('text_truth', { before: facts.truthBefore, after: facts.truthAfter })
            : null,
        ]

        return sentences.filter(Boolean).join(' ')
      }
      case 'lot_draw':
        return t(`text_${facts.method}`, {
          people: number(facts.people),
          present: facts.present.join(', '),
          seed: facts.seed ?? '',
        })
      case 'official':
        return t('text_official', { until: dateTime(facts.complaintsUntil) })
      case 'correction': {
        if (!facts.regraded) return t('text_correction')
        const { corrections, gaining, losing, moved, truthBefore, truthAfter } = facts.regraded
        const done = corrections.map(({ kind, count }) => t(`regraded_${kind}`, { count: number(count) }))
        const sentences = [
          t('text_regraded', {
            done: done.join('; '),
            gaining: number(gaining),
            losing: number(losing),
            moved: number(moved),
          }),
          truthBefore !== null && truthAfter !== null && truthBefore !== truthAfter
            ? t('text_truth', { before: truthBefore, after: truthAfter })
            : null,
        ]

        return sentences.filter(Boolean).join(' ')
      }
      case 'finalization':
        return t(`text_${facts.kind}`)
      default:
        return facts satisfies never
    }
  }
}
