import { CalendarClock, CircleCheck, CirclePlay, CircleStop, FilePen } from 'lucide-react'
import { common } from '#app/i18n/messages/common.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/round-phase.ts'
import { Badge } from '../ui/badge.tsx'

const LOOKS = {
  draft: { icon: FilePen, tone: 'neutral', label: 'phaseDraft' },
  scheduled: { icon: CalendarClock, tone: 'info', label: 'phaseScheduled' },
  open: { icon: CirclePlay, tone: 'good', label: 'phaseOpen' },
  closed: { icon: CircleStop, tone: 'neutral', label: 'phaseClosed' },
  provisional: { icon: CircleCheck, tone: 'gold', label: 'phaseProvisional' },
} as const

export function PhaseBadge({ phase }: { phase: Phase }) {
  const t = useT(common)
  const { icon, tone, label } = LOOKS[phase]

  return (
    <Badge tone={tone} icon={icon}>
      {t(label)}
    </Badge>
  )
}
