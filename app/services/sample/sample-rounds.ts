import type { Blueprint } from '../../core/rounds/blueprint.ts'
import { instantOfLocalTime, localTimeOf } from '../../core/local-time.ts'
import { policyOf } from '../../core/ranking/ranking-policy.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const POLICY = policyOf('score', 'prediction_distance', 'duration', 'ended_at')

const PREDICTION = {
  predictionKind: 'people_all_right',
  predictionPrompt: 'Theo bạn, có bao nhiêu người trả lời đúng tất cả các câu hỏi của đợt thi này?',
} as const

const COMMON = {
  pointsPerQuestion: 10,
  rankingPolicy: POLICY,
  releaseAfterSubmission: 'score',
  releaseAfterClose: 'key',
  endRule: 'must_start_before',
  attemptsAllowed: 3,
  durationMs: 10 * MINUTE_MS,
} as const

function cells(topic: string, ...counts: number[]): Blueprint {
  return counts.flatMap((count, index) =>
    count === 0 ? [] : [{ topic, difficulty: (index + 1) as 1 | 2 | 3, count }],
  )
}

/** So many days from today in Vietnam, at a time of its clocks: rounds open and close at office hours. */
function localDayAt(now: Date, days: number, time: string): Date {
  const day = localTimeOf(new Date(now.getTime() + days * DAY_MS)).slice(0, 'yyyy-mm-dd'.length)
  const instant = instantOfLocalTime(`${day}T${time}`)
  if (!instant) throw new Error(`no such time: ${time}`)

  return instant
}

/**
 * The topics of the rounds don't overlap: the closed round and practice can show their keys while the open and
 * the upcoming round keep theirs (core/rounds/release.ts).
 */
export function sampleRounds(now: Date) {
  const at = (days: number, time: string): Date => localDayAt(now, days, time)

  return [
    {
      ...COMMON,
      ...PREDICTION,
      slug: 'dot-1',
      title: 'Đợt 1: Những quy định chung',
      scheduledAt: at(-15, '14:00'),
      opensAt: at(-14, '08:00'),
      closesAt: at(-7, '17:00'),
      blueprint: [
        ...cells('general-provisions', 2, 2, 1),
        ...cells('rights-management', 1, 1),
        ...cells('violations-effect', 1, 1, 1),
      ],
    },
    {
      ...COMMON,
      ...PREDICTION,
      slug: 'dot-2',
      title: 'Đợt 2: Danh hiệu thi đua và huân chương',
      scheduledAt: at(-3, '14:00'),
      opensAt: at(-2, '08:00'),
      closesAt: at(12, '17:00'),
      blueprint: [...cells('emulation-titles', 2, 2, 1), ...cells('orders', 2, 2, 1)],
    },
    {
      ...COMMON,
      ...PREDICTION,
      slug: 'dot-3',
      title: 'Đợt 3: Khen thưởng, thẩm quyền và thủ tục',
      scheduledAt: at(-3, '14:00'),
      opensAt: at(13, '08:00'),
      closesAt: at(27, '17:00'),
      attemptsAllowed: 2,
      durationMs: 15 * MINUTE_MS,
      endRule: 'must_finish_before' as const,
      blueprint: [
        ...cells('honorary-titles', 2, 2, 1),
        ...cells('commendations', 2, 2, 1),
        ...cells('authority-procedure', 2, 2, 1),
      ],
    },
    {
      ...COMMON,
      kind: 'practice' as const,
      slug: 'on-tap',
      title: 'Ôn tập: Huy chương và giải thưởng',
      scheduledAt: at(-15, '14:00'),
      opensAt: at(-14, '08:00'),
      closesAt: at(180, '17:00'),
      attemptsAllowed: null,
      releaseAfterSubmission: 'key' as const,
      blueprint: [...cells('medals', 3, 2, 1), ...cells('prizes', 2, 2)],
    },
  ]
}
