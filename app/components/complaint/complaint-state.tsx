import { CircleCheck, CircleDashed, CircleX, Search, Undo2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { complaint } from '#app/i18n/messages/complaint.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import type { ComplaintState, ComplaintSubject } from '../../core/complaints/complaint.ts'
import { Badge } from '../ui/badge.tsx'
import type { BadgeTone } from '../ui/badge.tsx'

const LOOKS: Record<ComplaintState, { tone: BadgeTone; icon: LucideIcon }> = {
  received: { tone: 'info', icon: CircleDashed },
  in_review: { tone: 'warn', icon: Search },
  accepted: { tone: 'good', icon: CircleCheck },
  partly_accepted: { tone: 'good', icon: CircleCheck },
  rejected: { tone: 'neutral', icon: CircleX },
  withdrawn: { tone: 'neutral', icon: Undo2 },
}

export function ComplaintStateBadge({ state }: { state: ComplaintState }) {
  const t = useT(complaint)

  return <Badge {...LOOKS[state]}>{t(`state_${state}`)}</Badge>
}

/** "Câu 3", "Thứ hạng": what a complaint is about, in short. */
export function useSubjectName(): (about: { subject: ComplaintSubject; position: number | null }) => string {
  const t = useT(complaint)

  return ({ subject, position }) => t(`subject_${subject}`, { position: position ?? '' })
}

/** The last day of a term, whose end is the midnight after it. */
export function useLastDay(): (deadline: Date) => string {
  const { date } = useFormatters()

  return (deadline) => date(new Date(deadline.getTime() - 1))
}
