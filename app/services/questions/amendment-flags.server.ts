import { dayOfDate } from '../../core/calendar-day.ts'
import { restsOn } from '../../core/questions/law-structure.ts'
import type { QuestionContent } from '../../core/questions/question-content.ts'
import type { Tx } from '../../db/client.server.ts'

/** The flag that an amendment raises: one of each amendment, gone with it. */
export function amendmentFlag({ id, note }: { id: string; note: string }) {
  return { source: `amendment:${id}`, reason: note, amendmentId: id }
}

/** Whether a version was written for the law before an amendment: it cites what was amended and does not begin with it. */
export function isOvertaken(
  version: { citations: readonly string[]; validFrom: string | null },
  amendment: { provision: string; amendedOn: string },
): boolean {
  if (version.validFrom !== null && version.validFrom >= amendment.amendedOn) return false

  return version.citations.some((citation) => restsOn(citation, amendment.provision))
}

/** Flags a question whose new version, such as one from an old file, rests on a provision that was amended. */
export async function flagIfOvertaken(
  tx: Tx,
  question: { id: string; bankId: string },
  content: QuestionContent,
  now: Date,
): Promise<void> {
  const amendments = await tx.amendment.findMany({ where: { bankId: question.bankId } })
  const overtaking = amendments.filter(({ provision, amendedOn }) =>
    isOvertaken(content, { provision, amendedOn: dayOfDate(amendedOn) }),
  )
  if (overtaking.length === 0) return
  // A flag that somebody has cleared stays cleared: the question was looked at.
  await tx.questionFlag.createMany({
    data: overtaking.map((amendment) => ({
      questionId: question.id,
      ...amendmentFlag(amendment),
      raisedAt: now,
    })),
    skipDuplicates: true,
  })
}
