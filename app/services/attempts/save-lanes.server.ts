import { NETWORK_GRACE_MS } from '../../core/attempts/attempt-window.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import { pool } from '../../db/client.server.ts'
import { isRetryable } from '../../db/errors.server.ts'

/**
 * Saves that arrive together go out together: whatever waits in a lane becomes one UPDATE, and each save is
 * answered after that statement's commit (invariant 3). An attempt belongs to one lane and a lane has one
 * statement in flight, so statements of this process never lock each other's rows; a batch holds at most one
 * save per attempt and the next one waits for the next batch, so saves of one attempt apply in the order they
 * arrived and none overwrites another. docs/decisions/0007-save-lanes.md
 */
export type Save = {
  attemptId: string
  participantId: string
  revision: number
  answers: Answers
  receivedAt: Date
}

/** What was stored; null when the conditions of the write were not met (the caller finds out which). */
export type StoredSave = { revision: number; savedAt: Date; deadlineAt: Date } | null

type WaitingSave = { save: Save; resolve: (stored: StoredSave) => void; reject: (error: unknown) => void }
type Lane = { waiting: WaitingSave[]; isBusy: boolean }

/**
 * Connections that saves use at once. Few lanes make large batches: with four, a process served a quarter more attempts a
 * second than with eight (docs/performance.md).
 */
const LANE_COUNT = 4
const MAX_BATCH = 256
const MAX_TRIES = 3

const lanes: Lane[] = Array.from({ length: LANE_COUNT }, () => ({ waiting: [], isBusy: false }))

/** Stores one save; resolves after the commit. */
export function enqueueSave(save: Save): Promise<StoredSave> {
  const lane = lanes[laneIndexOf(save.attemptId)] as Lane

  return new Promise((resolve, reject) => {
    lane.waiting.push({ save, resolve, reject })
    if (!lane.isBusy) void runLane(lane)
  })
}

async function runLane(lane: Lane): Promise<void> {
  lane.isBusy = true
  while (lane.waiting.length > 0) {
    const batch = takeBatch(lane)
    try {
      const stored = await writeBatch(batch.map(({ save }) => save))
      for (const { save, resolve } of batch) resolve(stored.get(save.attemptId) ?? null)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
  lane.isBusy = false
}

/** Takes the first waiting save of each attempt; later ones of the same attempt stay, in order. */
function takeBatch(lane: Lane): WaitingSave[] {
  const taken = new Map<string, WaitingSave>()
  const left: WaitingSave[] = []
  for (const waiting of lane.waiting) {
    const mustWait = taken.size >= MAX_BATCH || taken.has(waiting.save.attemptId)
    if (mustWait) left.push(waiting)
    else taken.set(waiting.save.attemptId, waiting)
  }
  lane.waiting = left

  return [...taken.values()]
}

type StoredRow = { id: string; revision: number; saved_at: Date; deadline_at: Date }

/**
 * Every condition of a save is in the WHERE: the owner (invariant 9), a running attempt, the time (invariant 1)
 * and the copy it was made on. A revision from the future is taken too; only an older copy is refused.
 */
async function writeBatch(saves: readonly Save[]): Promise<Map<string, StoredSave>> {
  for (let tries = 1; ; tries++) {
    try {
      const { rows } = await pool.query<StoredRow>({
        name: 'save-answers',
        text: `
          UPDATE attempt a
          SET answers = a.answers || s.answers, revision = a.revision + 1, saved_at = s.received_at
          FROM unnest($1::text[], $2::text[], $3::int[], $4::jsonb[], $5::timestamptz[])
            AS s(attempt_id, participant_id, revision, answers, received_at)
          WHERE a.id = s.attempt_id AND a.participant_id = s.participant_id AND a.status = 'running'
            AND a.revision <= s.revision AND a.deadline_at + $6::interval >= s.received_at
          RETURNING a.id, a.revision, a.saved_at, a.deadline_at`,
        values: [
          saves.map((save) => save.attemptId),
          saves.map((save) => save.participantId),
          saves.map((save) => save.revision),
          saves.map((save) => JSON.stringify(save.answers)),
          saves.map((save) => save.receivedAt),
          `${NETWORK_GRACE_MS} milliseconds`,
        ],
      })

      return new Map(
        rows.map((row) => [
          row.id,
          { revision: row.revision, savedAt: row.saved_at, deadlineAt: row.deadline_at },
        ]),
      )
    } catch (error) {
      // Another process may hold rows of the same attempts (two devices on two servers): rare, and safe to repeat.
      if (tries >= MAX_TRIES || !isRetryable(error)) throw error
    }
  }
}

function laneIndexOf(attemptId: string): number {
  let hash = 0
  for (let i = 0; i < attemptId.length; i++) hash = (Math.imul(hash, 31) + attemptId.charCodeAt(i)) | 0

  return (hash >>> 0) % LANE_COUNT
}
