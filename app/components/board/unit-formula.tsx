import { unitRanking } from '#app/i18n/messages/unit-ranking.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'

/** How units are compared: printed from the same formula that ranks. */
export function UnitFormulaNote({ ranking, isHidden }: { ranking: UnitRanking; isHidden: boolean }) {
  const t = useT(unitRanking)
  const formula = useFormulaText(ranking)
  const classes = useSizeClassTexts(ranking)

  return (
    <section className="grid gap-2 rounded-lg bg-sunken p-5 text-sm sm:p-6">
      <h2 className="text-base font-semibold">{t('formulaTitle')}</h2>
      <p>{formula}</p>
      {ranking.formula.by !== 'rate' && <p>{t('rateMeaning')}</p>}
      {classes.length > 1 && <p>{t('classes', { classes: classes.join('; ') })}</p>}
      {(ranking.formula.by === 'rate' || ranking.formula.by === 'rate_and_prizes' || classes.length > 1) && (
        <p>{t('noHeadCount')}</p>
      )}
      <p>{t('ties')}</p>
      {isHidden && <p className="font-semibold">{t('hidden')}</p>}
    </section>
  )
}

function useFormulaText({ formula }: UnitRanking): string {
  const t = useT(unitRanking)
  const { number } = useFormatters()
  switch (formula.by) {
    case 'people':
    case 'rate':
      return t(`formula_${formula.by}`)
    case 'rate_and_prizes':
      return t('formula_rate_and_prizes', {
        points: formula.prizePoints
          .map((points, index) => t('prizePoints', { level: number(index + 1), points: number(points) }))
          .join(', '),
      })
    case 'mean_of_best':
      return t('formula_mean_of_best', { count: number(formula.count) })
    default:
      return formula satisfies never
  }
}

/** The size classes in words; one, unused, when units are not divided. */
export function useSizeClassTexts({ sizeClassLimits }: UnitRanking): string[] {
  const t = useT(unitRanking)
  const { number } = useFormatters()

  return [...sizeClassLimits, null].map((to, index) => {
    const from = index === 0 ? null : (sizeClassLimits[index - 1] ?? 0) + 1
    if (from === null) return t('classUpTo', { to: number(to ?? 0) })

    return to === null
      ? t('classFrom', { from: number(from) })
      : t('classFromTo', { from: number(from), to: number(to) })
  })
}
