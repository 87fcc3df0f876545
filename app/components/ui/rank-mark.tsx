import { useFormatters } from '#app/i18n/use-texts.ts'

/** A rank; the first three stand in a gold ring, told by the number as well as the colour. */
export function RankMark({ rank }: { rank: number }) {
  const { number } = useFormatters()
  if (rank > 3)
    return <span className="tabular inline-block min-w-10 text-center font-semibold">{number(rank)}</span>

  return (
    <span className="tabular inline-grid size-10 place-items-center rounded-full border-2 border-gold bg-gold-soft text-lg font-semibold text-gold-text">
      {rank}
    </span>
  )
}
