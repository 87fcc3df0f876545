import {
  CalendarClock,
  CircleCheck,
  CirclePlay,
  CircleStop,
  FilePen,
  FilePenLine,
  Gavel,
  Stamp,
} from 'lucide-react'
import { common } from '#app/i18n/messages/common.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { Badge } from '../ui/badge.tsx'

const LOOKS = {
  draft: { icon: FilePen, tone: 'neutral', label: 'phaseDraft' },
  scheduled: { icon: CalendarClock, tone: 'info', label: 'phaseScheduled' },
  open: { icon: CirclePlay, tone: 'good', label: 'phaseOpen' },
  closed: { icon: CircleStop, tone: 'neutral', label: 'phaseClosed' },
  provisional: { icon: CircleCheck, tone: 'gold', label: 'phaseProvisional' },
  official: { icon: Stamp, tone: 'good', label: 'phaseOfficial' },
  corrected: { icon: FilePenLine, tone: 'warn', label: 'phaseCorrected' },
  final: { icon: Gavel, tone: 'good', label: 'phaseFinal' },
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
