import { undecidedTiesOf } from '#app/core/ranking/awards.ts'
import type { Prize } from '#app/core/ranking/awards.ts'
import { reviewAnomalies } from '#app/services/closing/anomaly-sheet.server.ts'
import {
  checkIdentity,
  drawLots,
  loadCandidates,
  savePrizes,
  settleCandidates,
  settleIdentities,
} from '#app/services/closing/candidates.server.ts'
import { exclude, settleExclusions } from '#app/services/closing/exclusions.server.ts'
import { publishOfficial, saveMinutes } from '#app/services/closing/official-result.server.ts'
import { requireRound } from '#app/services/rounds/rounds.server.ts'

export type Closing = {
  roundSlug: string
  decidedById: string
  now: Date
  prizes: Prize[]
  /** Account names of those to be excluded. */
  excluded?: readonly string[]
  /** Ids of candidates who are not who they say. */
  rejected?: readonly string[]
}

/** Takes a settled round through every step to its official result; lots are drawn by the machine. */
export async function makeOfficial({ excluded = [], ...closing }: Closing): Promise<void> {
  const { roundSlug, decidedById, now } = closing
  const deciding = { roundSlug, decidedById, now }
  await reviewAnomalies(deciding)
  for (const loginName of excluded)
    await exclude({ ...deciding, loginName, kind: 'rule_breach', reason: 'Lý do bí mật' })
  await settleExclusions(deciding)
  await declare(closing)
}

/** The steps from the prizes on: what is to be done again after an official result was corrected. */
export async function declare({
  prizes,
  rejected = [],
  ...deciding
}: Omit<Closing, 'excluded'>): Promise<void> {
  const candidatesNow = async () => loadCandidates(await requireRound(deciding.roundSlug))
  const drawTies = async () => {
    if (undecidedTiesOf(await candidatesNow()).length > 0)
      await drawLots({ ...deciding, present: ['Lê Mẫu An'], method: 'by_machine', numbers: new Map() })
  }
  await savePrizes({ ...deciding, prizes, reserveCount: 2 })
  await drawTies()
  await settleCandidates(deciding)
  for (const participantId of rejected)
    await checkIdentity({ ...deciding, participantId, verdict: 'rejected', reason: 'Không đúng đối tượng' })
  for (const { participantId, standing } of await candidatesNow())
    if (standing === 'winner')
      await checkIdentity({ ...deciding, participantId, verdict: 'confirmed', reason: '' })
  await settleIdentities(deciding)
  await saveMinutes({
    ...deciding,
    minutes: { place: 'Hội trường mẫu', members: ['Lê Mẫu An'], conclusion: '' },
  })
  await publishOfficial({ ...deciding, complaintHours: 72 })
}
