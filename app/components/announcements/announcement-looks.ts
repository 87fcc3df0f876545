import { Info, Megaphone, TriangleAlert } from 'lucide-react'

/** Icon, words and colour: colour is never the only sign. */
export const ANNOUNCEMENT_LOOKS = {
  info: { icon: Info, band: 'bg-info-soft', edge: 'border-info', text: 'text-info', label: 'severity_info' },
  important: {
    icon: Megaphone,
    band: 'bg-gold-soft',
    edge: 'border-gold',
    text: 'text-gold-text',
    label: 'severity_important',
  },
  urgent: {
    icon: TriangleAlert,
    band: 'bg-bad-soft',
    edge: 'border-bad',
    text: 'text-bad',
    label: 'severity_urgent',
  },
} as const
