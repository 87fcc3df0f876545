import { organizer } from '#app/i18n/messages/organizer.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Stat } from '../../ui/stat.tsx'

export type LiveCountsValue = { running: number; ended: number; people: number }

/** Who is at work in a round now, and what was finished. */
export function LiveCounts({ counts }: { counts: LiveCountsValue }) {
  const t = useT(organizer)
  const { number } = useFormatters()

  return (
    <dl className="grid grid-cols-3 gap-x-4 gap-y-3">
      <Stat label={t('running')} value={number(counts.running)} />
      <Stat label={t('ended')} value={number(counts.ended)} />
      <Stat label={t('people')} value={number(counts.people)} />
    </dl>
  )
}
