import { setImmediate } from 'node:timers/promises'
import { AnswersSchema } from '../../core/attempts/answers.ts'
import type { Answers } from '../../core/attempts/answers.ts'
import { prizeCountOf } from '../../core/ranking/awards.ts'
import { PaperPositionsSchema } from '../../core/attempts/paper.ts'
import type { PaperPosition } from '../../core/attempts/paper.ts'
import { predictionTruthOf } from '../../core/ranking/prediction.ts'
import { areSameFigures, correctedKeys, figuresOf, flipsOf } from '../../core/regrades/regrade.ts'
import type { Figures, KeyCorrection } from '../../core/regrades/regrade.ts'
import { LEADING_PLACES } from '../../core/regrades/regrade-preview.ts'
import type { RegradePreview } from '../../core/regrades/regrade-preview.ts'
import type { Keys } from '../../core/attempts/scoring.ts'
import { pool } from '../../db/client.server.ts'
import { getKeys } from '../attempts/question-cache.server.ts'
import { compareBoards } from './regrade-places.server.ts'
import { listCorrections } from './round-keys.server.ts'
import type { Round } from '../rounds/rounds.server.ts'
import { factsOf } from '../rounds/settle-rounds.server.ts'

/** Papers marked at a time: a few milliseconds of work between two moments for everybody else. */
const CHUNK = 200

/** A set that is to be previewed. */
export type PreviewTask = {
  regradeId: string
  previewKey: string
  round: Round
  corrections: KeyCorrection[]
}

/** What a set would change. Null when it was changed meanwhile. */
export async function computePreview(task: PreviewTask): Promise<RegradePreview | null> {
  const { round, regradeId } = task
  const marked = await markPapers(task)
  if (!marked) return null

  const kind = round.predictionKind
  const truthAfter = kind && predictionTruthOf(kind, await factsOf(round.id, regradeId))
  const prizeCount = prizeCountOf(round.prizes)
  const places = prizeCount > 0 ? prizeCount : LEADING_PLACES

  return {
    ...marked,
    ...(await compareBoards(round, regradeId, truthAfter, places)),
    places,
    arePrizes: prizeCount > 0,
    truthBefore: round.predictionTruth?.toString() ?? null,
    truthAfter: truthAfter?.toString() ?? null,
  }
}

type Marked = Pick<RegradePreview, 'attempts' | 'changedAttempts' | 'corrections'>

/**
 * Marks every paper that has a corrected question, one chunk after the other, and stores the figures that change: memory
 * does not grow with the number of papers.
 */
async function markPapers(task: PreviewTask): Promise<Marked | null> {
  const { round, corrections } = task
  const inForce = await listCorrections(round.id)
  const peopleOf = new Map(corrections.map(({ versionId }) => [versionId, createFlipCount()]))
  let attempts = 0
  let changedAttempts = 0
  if (!(await noteTotal(task))) return null
  for (let after: PaperRow | undefined; ;) {
    const papers = await loadPapers(task, after)
    const ownKeys = await getKeys([
      ...new Set(papers.flatMap(({ positions }) => positions.map(({ versionId }) => versionId))),
    ])
    const keys = {
      before: correctedKeys(ownKeys, inForce),
      after: correctedKeys(ownKeys, [...inForce, ...corrections]),
    }
    const changed = papers.flatMap((paper) => {
      countFlips(peopleOf, paper, keys)
      const figures = figuresOf(paper.positions, paper.answers, keys.after, round.pointsPerQuestion)

      return areSameFigures(figures, paper.figures) ? [] : [{ ...paper, after: figures }]
    })
    attempts += papers.length
    changedAttempts += changed.length
    if (!(await store(task, changed, attempts))) return null
    after = papers.at(-1)
    if (!after) break
    await setImmediate()
  }

  return {
    attempts,
    changedAttempts,
    corrections: corrections.map(({ versionId, kind }) => ({
      versionId,
      kind,
      gained: peopleOf.get(versionId)?.gained ?? 0,
      lost: peopleOf.get(versionId)?.lost ?? 0,
    })),
  }
}

type FlipCount = { gained: number; lost: number; lastGained: string; lastLost: string }

function createFlipCount(): FlipCount {
  return { gained: 0, lost: 0, lastGained: '', lastLost: '' }
}

/** People, not papers: papers come person by person, so remembering the last one is enough. */
function countFlips(
  counts: ReadonlyMap<string, FlipCount>,
  { participantId, positions, answers }: PaperRow,
  keys: { before: Keys; after: Keys },
): void {
  const flips = flipsOf(positions, answers, keys.before, keys.after)
  for (const versionId of flips.gained) {
    const count = counts.get(versionId)
    if (!count || count.lastGained === participantId) continue
    count.gained += 1
    count.lastGained = participantId
  }
  for (const versionId of flips.lost) {
    const count = counts.get(versionId)
    if (!count || count.lastLost === participantId) continue
    count.lost += 1
    count.lastLost = participantId
  }
}

async function loadPapers(
  { round, corrections }: PreviewTask,
  after: PaperRow | undefined,
): Promise<PaperRow[]> {
  const { rows } = await pool.query<StoredPaper>({
    name: 'papers-to-regrade',
    text: `
      SELECT a.id, a.participant_id AS "participantId", a.number, a.answers, p.positions, a.score,
             a.correct_count AS "correctCount", a.question_count AS "countedQuestions"
      FROM attempt a JOIN paper p ON p.attempt_id = a.id
      WHERE a.round_id = $1 AND a.status <> 'running' AND (a.participant_id, a.number) > ($2, $3)
        AND p.positions @> ANY($4::jsonb[])
      ORDER BY a.participant_id, a.number LIMIT $5`,
    values: [round.id, after?.participantId ?? '', after?.number ?? 0, havingOneOf(corrections), CHUNK],
  })

  return rows.map(({ id, participantId, number, positions, answers, ...figures }) => ({
    id,
    participantId,
    number,
    positions: PaperPositionsSchema.parse(positions),
    answers: AnswersSchema.parse(answers),
    figures,
  }))
}

type StoredPaper = Figures & {
  id: string
  participantId: string
  number: number
  positions: unknown
  answers: unknown
}
type PaperRow = {
  id: string
  participantId: string
  number: number
  positions: PaperPosition[]
  answers: Answers
  figures: Figures
}

function havingOneOf(corrections: readonly KeyCorrection[]): string[] {
  return corrections.map(({ versionId }) => JSON.stringify([{ versionId }]))
}

/** How many papers there are to mark, so that progress can be told. @returns false when the set was changed meanwhile */
async function noteTotal({ regradeId, previewKey, round, corrections }: PreviewTask): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE regrade SET total_count = (
       SELECT count(*) FROM attempt a JOIN paper p ON p.attempt_id = a.id
       WHERE a.round_id = $3 AND a.status <> 'running' AND p.positions @> ANY($4::jsonb[]))
     WHERE id = $1 AND preview_key = $2 AND state = 'draft'`,
    [regradeId, previewKey, round.id, havingOneOf(corrections)],
  )

  return rowCount === 1
}

/**
 * Stores the figures that change, and how far the work is, in one statement that takes effect only as long as this
 * preview is wanted. Figures of the same preview are always the same, so storing them twice does no harm.
 * @returns false when the set was changed meanwhile
 */
async function store(
  { regradeId, previewKey }: PreviewTask,
  changed: readonly (PaperRow & { after: Figures })[],
  doneCount: number,
): Promise<boolean> {
  const { rows } = await pool.query<{ live: string }>({
    name: 'store-regrade-scores',
    text: `
      WITH live AS (
        UPDATE regrade SET done_count = $3, heard_at = now() WHERE id = $1 AND preview_key = $2 AND state = 'draft'
        RETURNING id
      ), stored AS (
        INSERT INTO regrade_score (regrade_id, attempt_id, score_before, correct_before, counted_before, score_after,
                                   correct_after, counted_after)
        SELECT live.id, s.* FROM live, unnest($4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[]) s
        ON CONFLICT (regrade_id, attempt_id) DO NOTHING
      )
      SELECT count(*) AS live FROM live`,
    values: [
      regradeId,
      previewKey,
      doneCount,
      changed.map(({ id }) => id),
      changed.map(({ figures }) => figures.score),
      changed.map(({ figures }) => figures.correctCount),
      changed.map(({ figures }) => figures.countedQuestions),
      changed.map(({ after }) => after.score),
      changed.map(({ after }) => after.correctCount),
      changed.map(({ after }) => after.countedQuestions),
    ],
  })

  return rows[0]?.live === '1'
}
