import { correctedKeys } from '../../core/regrades/regrade.ts'
import type { KeyCorrection } from '../../core/regrades/regrade.ts'
import type { Keys } from '../../core/attempts/scoring.ts'
import { db } from '../../db/client.server.ts'
import { getKeys } from '../attempts/question-cache.server.ts'

/** A correction in force, as plain data: which, since when, and what the public was told. */
export type AppliedCorrection = KeyCorrection & { regradeId: string; appliedAt: Date; publicNote: string }

/**
 * The corrections of a round's keys that are in force, in the order in which they came. Read fresh every time: an
 * applied regrade must show in every process at once.
 */
export async function listCorrections(roundId: string): Promise<AppliedCorrection[]> {
  const regrades = await db.regrade.findMany({
    where: { roundId, appliedAt: { not: null } },
    orderBy: [{ appliedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      appliedAt: true,
      publicNote: true,
      corrections: {
        orderBy: { questionVersionId: 'asc' },
        select: { questionVersionId: true, kind: true, options: true },
      },
    },
  })

  return regrades.flatMap(({ id, appliedAt, publicNote, corrections }) =>
    corrections.map(({ questionVersionId, kind, options }) => ({
      versionId: questionVersionId,
      kind,
      options,
      regradeId: id,
      appliedAt: appliedAt ?? new Date(0),
      publicNote: publicNote ?? '',
    })),
  )
}

/**
 * What counts as right in this round: the versions' own keys with the corrections in force. Everything that marks ended
 * papers uses these. Only the end of an attempt does not need to: corrections come into force after the last one ended
 * (docs/decisions/0015-regrading.md).
 */
export async function getRoundKeys(roundId: string, versionIds: readonly string[]): Promise<Keys> {
  const [keys, corrections] = await Promise.all([getKeys(versionIds), listCorrections(roundId)])

  return correctedKeys(keys, corrections)
}
