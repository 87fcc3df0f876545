import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { RegradePreviewSchema } from '../../core/regrades/regrade-preview.ts'
import type { MovedPerson, RegradePreview } from '../../core/regrades/regrade-preview.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { db } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { loadQuestions } from './regrade-questions.server.ts'
import type { KeyedQuestion } from './regrade-questions.server.ts'
import { basisOf } from './regrade-sets.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/**
 * How far the open set of a round is: `waiting` for the round to be settled, `outdated` when exclusions, prizes or lots
 * have changed since the preview, `rebuilding` once its figures are in force and the board follows.
 */
export type RegradeStage = 'waiting' | 'computing' | 'previewed' | 'outdated' | 'applying' | 'rebuilding'

/** A correction with the question it is about, as the bank has it. */
export type ListedCorrection = {
  versionId: string
  code: string
  version: number
  stem: string
  kind: CorrectionKind
  /** The named options with their places in the version. */
  options: { place: number; text: string }[]
  reason: string
  writtenBy: string
  writtenAt: Date
  /** People who get and lose the question's points; null before the preview. */
  effect: { gained: number; lost: number } | null
}

export type NamedMove = MovedPerson & { fullName: string; loginName: string; unitName: string | null }

/** A preview for people to read: with names in the place of ids. */
export type NamedPreview = Omit<RegradePreview, 'entering' | 'leaving' | 'corrections'> & {
  entering: NamedMove[]
  leaving: NamedMove[]
}

export type OpenRegrade = {
  stage: RegradeStage
  previewKey: string
  progress: { done: number; total: number }
  corrections: ListedCorrection[]
  preview: NamedPreview | null
}

export type PastRegrade = {
  id: string
  state: 'applied' | 'cancelled'
  /** When it took effect or was given up. */
  at: Date
  /** Who confirmed it; of a set that was given up who had begun it. */
  by: string
  publicNote: string | null
  corrections: ListedCorrection[]
  preview: NamedPreview | null
}

export type RegradeDesk = {
  round: {
    slug: string
    title: string
    kind: Round['kind']
    phase: Phase
    closesAt: Date
    predictionKind: Round['predictionKind']
    /** How long complaints are accepted anew after the correction of an official result. */
    complaintHours: number
  }
  open: OpenRegrade | null
  /** Newest first. */
  past: PastRegrade[]
}

/** Everything the organizers' page of a round's regrades shows, apart from its questions. */
export async function loadRegradeDesk(round: Round, now: Date): Promise<RegradeDesk> {
  const [{ complaintWindowHours }, rows] = await Promise.all([
    db.contest.findUniqueOrThrow({
      where: { id: round.contestId },
      select: { complaintWindowHours: true },
    }),
    db.regrade.findMany({
      where: { roundId: round.id },
      include: regradeParts,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  ])
  const named = await namesFor(rows)
  const open = rows.find(({ openKey }) => openKey !== null)

  return {
    round: {
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      phase: phaseOf(round, now),
      closesAt: round.closesAt,
      predictionKind: round.predictionKind,
      complaintHours: complaintWindowHours,
    },
    open: open ? await toOpen(open, round, named) : null,
    past: rows.flatMap((row) => toPast(row, named) ?? []),
  }
}

const regradeParts = {
  createdBy: { select: { fullName: true } },
  confirmedBy: { select: { fullName: true } },
  corrections: { include: { writtenBy: { select: { fullName: true } } }, orderBy: { writtenAt: 'asc' } },
} satisfies Prisma.RegradeInclude
type RegradeRow = Prisma.RegradeGetPayload<{ include: typeof regradeParts }>

/** The questions and people that the sets of a round speak of. */
type Names = {
  questions: ReadonlyMap<string, KeyedQuestion>
  people: ReadonlyMap<string, Pick<NamedMove, 'fullName' | 'loginName' | 'unitName'>>
}

async function namesFor(rows: readonly RegradeRow[]): Promise<Names> {
  const versionIds = rows.flatMap(({ corrections }) =>
    corrections.map(({ questionVersionId }) => questionVersionId),
  )
  const previews = rows.flatMap((row) => previewOf(row) ?? [])
  const personIds = previews.flatMap(({ entering, leaving }) =>
    [...entering, ...leaving].map(({ participantId }) => participantId),
  )
  const [questions, people] = await Promise.all([
    loadQuestions([...new Set(versionIds)]),
    db.user.findMany({
      where: { id: { in: [...new Set(personIds)] } },
      select: { id: true, fullName: true, loginName: true, unit: { select: { name: true } } },
    }),
  ])

  return {
    questions,
    people: new Map(
      people.map(({ id, fullName, loginName, unit }) => [
        id,
        { fullName, loginName, unitName: unit?.name ?? null },
      ]),
    ),
  }
}

/** Only a preview of the set as it is: one of an earlier state stays in its row until the next is computed. */
function previewOf({ preview, previewedAt }: RegradeRow): RegradePreview | null {
  return previewedAt && preview !== null ? RegradePreviewSchema.parse(preview) : null
}

async function toOpen(row: RegradeRow, round: Round, names: Names): Promise<OpenRegrade> {
  return {
    stage: await stageOf(row, round),
    previewKey: row.previewKey ?? '',
    progress: { done: row.doneCount, total: row.totalCount },
    corrections: namedCorrectionsOf(row, names),
    preview: namedPreviewOf(row, names),
  }
}

async function stageOf(row: RegradeRow, round: Round): Promise<RegradeStage> {
  if (row.state === 'applying') return 'applying'
  if (row.state === 'applied') return 'rebuilding'
  if (!round.settledAt) return 'waiting'
  if (!row.previewedAt) return 'computing'

  return row.basis === (await basisOf(db, round)) ? 'previewed' : 'outdated'
}

function toPast(row: RegradeRow, names: Names): PastRegrade | null {
  const parts = {
    id: row.id,
    publicNote: row.publicNote,
    corrections: namedCorrectionsOf(row, names),
    preview: namedPreviewOf(row, names),
  }
  if (row.appliedAt && row.openKey === null)
    return { ...parts, state: 'applied', at: row.appliedAt, by: row.confirmedBy?.fullName ?? '' }
  if (row.cancelledAt)
    return { ...parts, state: 'cancelled', at: row.cancelledAt, by: row.createdBy.fullName }

  return null
}

function namedCorrectionsOf(row: RegradeRow, { questions }: Names): ListedCorrection[] {
  const effects = new Map(previewOf(row)?.corrections.map((each) => [each.versionId, each]))

  return row.corrections.flatMap(
    ({ questionVersionId: versionId, kind, options, reason, writtenBy, writtenAt }) => {
      const question = questions.get(versionId)
      const effect = effects.get(versionId)

      return question
        ? [
            {
              versionId,
              code: question.code,
              version: question.version,
              stem: question.stem,
              kind,
              options: options.map((place) => ({ place, text: question.options[place] ?? '' })),
              reason,
              writtenBy: writtenBy.fullName,
              writtenAt,
              effect: effect ? { gained: effect.gained, lost: effect.lost } : null,
            },
          ]
        : []
    },
  )
}

function namedPreviewOf(row: RegradeRow, { people }: Names): NamedPreview | null {
  const preview = previewOf(row)
  if (!preview) return null
  const { corrections: _perQuestion, ...figures } = preview
  const nameOf = (moved: MovedPerson): NamedMove => ({
    ...moved,
    ...(people.get(moved.participantId) ?? { fullName: '', loginName: '', unitName: null }),
  })

  return { ...figures, entering: preview.entering.map(nameOf), leaving: preview.leaving.map(nameOf) }
}
