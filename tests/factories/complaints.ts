import { fileComplaint } from '#app/services/complaints/complaints.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { settleRounds } from '#app/services/rounds/settle-rounds.server.ts'
import { seedClosedRound, seedCrowd } from './closed-rounds.ts'
import { playAttempt } from './play.ts'

export const COMPLAINT_TEXT = 'Phương án thứ hai cũng đúng theo khoản 2 của điều này.'

export const RANKING = { subject: 'ranking', position: null } as const
export const RESULT = { subject: 'result', position: null } as const
export const THIRD = { subject: 'question', position: 3 } as const

/** Somebody with an ended attempt in a round. */
export async function seedPlayer(round: Round) {
  const [participantId = ''] = await seedCrowd(1)
  const attemptId = await playAttempt(round, { participantId, right: 3 })

  return { participantId, attemptId }
}

/** The same, in a round that is settled and shows its keys. */
export async function seedReleased() {
  const round = await seedClosedRound()
  const player = await seedPlayer(round)
  await settleRounds(new Date())

  return { round, ...player }
}

type Target = Parameters<typeof fileComplaint>[0]['target']

export function file(
  player: { participantId: string; attemptId: string },
  target: Target = THIRD,
  now = new Date(),
) {
  return fileComplaint({ ...player, target, text: COMPLAINT_TEXT, now })
}
