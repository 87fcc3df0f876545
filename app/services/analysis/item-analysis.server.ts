import { DomainError } from '../../core/domain-error.ts'
import { facilityOf, discriminationOf, unansweredShareOf } from '../../core/analysis/item-analysis.ts'
import type { Groups, Item } from '../../core/analysis/item-analysis.ts'
import { flagsOf, isJudged } from '../../core/analysis/item-flags.ts'
import type { ItemFlag } from '../../core/analysis/item-flags.ts'
import { foldSmallGroups } from '../../core/analysis/provision-analysis.ts'
import type { UnitGroupProvisions } from '../../core/analysis/provision-analysis.ts'
import { mainAnswerOf, rightOptionsOf } from '../../core/regrades/regrade.ts'
import { phaseOf } from '../../core/rounds/round-phase.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import { isTooSmall } from '../../core/ranking/small-numbers.ts'
import { db } from '../../db/client.server.ts'
import { recordAudit } from '../audit.server.ts'
import { AnalysisReportSchema, requestItemAnalysis } from './item-analysis-run.server.ts'
import { getVersionKeys } from '../attempts/question-cache.server.ts'
import { getRoundKeys } from '../regrades/round-keys.server.ts'
import { getRound } from '../rounds/rounds.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

/** A question version with its numbers and its text. For the staff: it tells the key. */
export type AnalysedItem = {
  versionId: string
  code: string
  version: number
  topic: string
  stem: string
  options: { text: string; isKey: boolean }[]
  citations: string[]
  item: Item
  /** Null when they can't be computed, or too few people had the question to show them. */
  facility: number | null
  discrimination: number | null
  correlation: number | null
  unansweredShare: number | null
  /** Fewer people than may be shown apart: only how many had it. */
  isProtected: boolean
  /** Whether enough people had it for flags to mean anything. */
  isJudged: boolean
  flags: ItemFlag[]
}

export type RoundAnalysis = {
  round: { slug: string; title: string; kind: 'ranked' | 'practice'; phase: Phase; closesAt: Date }
  law: string
  /** Whether a newer computation is due. */
  isComputing: boolean
  /** Null until the first computation, which follows the settling of the round. */
  result: {
    computedAt: Date
    papers: number
    /** Excluded people, who are in no number. */
    excludedPeople: number
    groups: Groups | null
    items: AnalysedItem[]
    /** As they may be shown: core/analysis/provision-analysis.ts, foldSmallGroups. */
    unitGroups: UnitGroupProvisions[]
  } | null
}

/**
 * The analysis of a round as far as there is one.
 * @throws DomainError round_not_found
 */
export async function getRoundAnalysis(slug: string, now: Date): Promise<RoundAnalysis> {
  const round = await requireRound(slug)
  const [row, bank] = await Promise.all([
    db.itemAnalysis.findUnique({ where: { roundId: round.id } }),
    db.questionBank.findUniqueOrThrow({ where: { id: round.bankId }, select: { law: true } }),
  ])
  // Once the truth is settled: before that an attempt may still run, and numbers of an open round would tell its key.
  const stored =
    round.settledAt && row?.computedAt ? { computedAt: row.computedAt, report: row.report } : null
  const report = stored && AnalysisReportSchema.parse(stored.report)

  return {
    round: {
      slug: round.slug,
      title: round.title,
      kind: round.kind,
      phase: phaseOf(round, now),
      closesAt: round.closesAt,
    },
    law: bank.law,
    isComputing: isDue(round, row),
    result: stored &&
      report && {
        computedAt: stored.computedAt,
        papers: report.items.papers,
        excludedPeople: report.excludedPeople,
        groups: report.items.groups,
        items: await withTexts(round.id, report.items.items),
        unitGroups: foldSmallGroups(report.unitGroups),
      },
  }
}

/**
 * Has the analysis of a settled round computed anew, soon.
 * @throws DomainError round_not_found | round_not_settled
 */
export async function recomputeRoundAnalysis(slug: string, actorId: string, now: Date): Promise<void> {
  const round = await requireRound(slug)
  if (!round.settledAt) throw new DomainError('round_not_settled', { phase: phaseOf(round, now) })
  await db.$transaction(async (tx) => {
    await requestItemAnalysis(tx, round.id, now)
    await recordAudit(tx, {
      actorId,
      action: 'item_analysis.request',
      subject: `round:${round.slug}`,
      details: {},
      now,
    })
  })
}

/** Whether the stored analysis of a round has this question version. */
export async function isQuestionAnalysed(slug: string, versionId: string): Promise<boolean> {
  const count = await db.itemAnalysis.count({
    where: {
      round: { slug, settledAt: { not: null } },
      report: { path: ['items', 'items'], array_contains: [{ versionId }] },
    },
  })

  return count > 0
}

async function requireRound(slug: string): Promise<Round> {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })

  return round
}

function isDue(round: Round, row: { requestedAt: Date; computedAt: Date | null } | null): boolean {
  if (!round.settledAt || round.kind === 'practice') return false

  return !row?.computedAt || row.computedAt < row.requestedAt || row.computedAt < round.settledAt
}

async function withTexts(roundId: string, items: readonly Item[]): Promise<AnalysedItem[]> {
  const ids = items.map(({ versionId }) => versionId)
  const [versions, keys, roundKeys] = await Promise.all([
    db.questionVersion.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        version: true,
        stem: true,
        options: true,
        question: { select: { code: true, topic: { select: { title: true, position: true } } } },
      },
    }),
    getVersionKeys(ids),
    getRoundKeys(roundId, ids),
  ])
  const itemOf = new Map(items.map((item) => [item.versionId, item]))

  return versions
    .sort(
      (a, b) =>
        a.question.topic.position - b.question.topic.position ||
        a.question.code.localeCompare(b.question.code, 'vi', { numeric: true }) ||
        a.version - b.version,
    )
    .flatMap((version) => {
      const item = itemOf.get(version.id)
      const { key: own = [], citations = [] } = keys.get(version.id) ?? {}
      const roundKey = roundKeys.get(version.id) ?? own
      const key = rightOptionsOf(roundKey, own)

      return item
        ? [
            {
              versionId: version.id,
              code: version.question.code,
              version: version.version,
              topic: version.question.topic.title,
              stem: version.stem,
              options: version.options.map((text, index) => ({ text, isKey: key.includes(index) })),
              citations,
              ...numbersOf(item, mainAnswerOf(roundKey, own)),
            },
          ]
        : []
    })
}

function numbersOf(item: Item, key: readonly number[]) {
  const isProtected = isTooSmall(item.overall.shown)

  return {
    item,
    isProtected,
    facility: isProtected ? null : facilityOf(item),
    discrimination: isProtected ? null : discriminationOf(item),
    correlation: isProtected ? null : item.correlation,
    unansweredShare: isProtected ? null : unansweredShareOf(item),
    isJudged: isJudged(item),
    flags: flagsOf(item, key),
  }
}
