import { Archive, CircleCheck, CircleDashed, Clock, Flag, PencilLine, Undo2 } from 'lucide-react'
import type { Lacking } from '#app/core/questions/question-content.ts'
import type { VersionState } from '#app/core/questions/question-state.ts'
import { questions } from '#app/i18n/messages/questions.ts'
import { useT } from '#app/i18n/use-texts.ts'
import { Badge } from '../ui/badge.tsx'

const LOOKS = {
  draft: { tone: 'neutral', icon: PencilLine },
  submitted: { tone: 'info', icon: Clock },
  approved: { tone: 'good', icon: CircleCheck },
  rejected: { tone: 'warn', icon: Undo2 },
  retired: { tone: 'neutral', icon: Archive },
} as const

/** Where a version stands on its way to approval, or that its question is retired. */
export function StateBadge({ state }: { state: VersionState | 'retired' }) {
  const t = useT(questions)
  const { tone, icon } = LOOKS[state]

  return (
    <Badge tone={tone} icon={icon}>
      {t(`state_${state}`)}
    </Badge>
  )
}

type LackingBadgesProps = { lacking: readonly Lacking[] }

/** What an approval still needs. */
export function LackingBadges({ lacking }: LackingBadgesProps) {
  const t = useT(questions)

  return lacking.map((field) => (
    <Badge key={field} tone="warn" icon={CircleDashed}>
      {t(`lacks_${field}`)}
    </Badge>
  ))
}

export function FlagBadge() {
  const t = useT(questions)

  return (
    <Badge tone="gold" icon={Flag}>
      {t('flagged')}
    </Badge>
  )
}
