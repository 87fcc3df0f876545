import { questionCountOf } from '#app/core/rounds/blueprint.ts'
import type { Blueprint } from '#app/core/rounds/blueprint.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { listBankFacts } from '#app/services/questions/banks.server.ts'
import type { BankFacts } from '#app/services/questions/banks.server.ts'
import { listDecisions } from '#app/services/rounds/decisions.server.ts'
import { listRoundCounts } from '#app/services/boards/participation.server.ts'
import type { RoundCounts } from '#app/services/boards/participation.server.ts'
import { countCutShort } from '#app/services/rounds/live-round.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'

/** A round younger than the counts, which may be a second old. */
const NO_COUNTS = { running: 0, ended: 0, people: 0 }

/**
 * Everything the organizer's page of a round shows; drafts too.
 * @throws DomainError round_not_found
 */
export async function loadRoundPage(slug: string, now: Date) {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })
  const [banks, counts, cutShort, decisions] = await Promise.all([
    listBankFacts([round.bankId]),
    listRoundCounts(round.contestId),
    countCutShort(round),
    listDecisions(round.contestId),
  ])
  const bank = banks[0]
  if (!bank) throw new Error(`the bank of round ${slug} is missing`)
  const { law, lawVersion, statusNotice, topics } = bank

  return {
    header: { slug: round.slug, title: round.title, kind: round.kind, phase: phaseOf(round, now) },
    bank: { law, lawVersion, statusNotice },
    counts: countsOf(counts, round.id),
    cutShort,
    decisions: decisions.filter((decision) => decision.roundSlug === round.slug),
    settings: settingsOf(round, topics),
  }
}

function countsOf(counts: readonly RoundCounts[], roundId: string) {
  const { running, ended, people } = counts.find((row) => row.roundId === roundId) ?? NO_COUNTS

  return { running, ended, people }
}

function settingsOf(round: Round, topics: BankFacts['topics']) {
  const { predictionKind, predictionPrompt, predictionTruth } = round

  return {
    kind: round.kind,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
    durationMs: round.durationMs,
    attemptsAllowed: round.attemptsAllowed,
    endRule: round.endRule,
    questionCount: questionCountOf(round.blueprint),
    pointsPerQuestion: round.pointsPerQuestion,
    shuffleQuestions: round.shuffleQuestions,
    shuffleOptions: round.shuffleOptions,
    acceptsFlaggedQuestions: round.acceptsFlaggedQuestions,
    releaseAfterSubmission: round.releaseAfterSubmission,
    releaseAfterClose: round.releaseAfterClose,
    prediction: predictionKind && {
      kind: predictionKind,
      prompt: predictionPrompt ?? '',
      truth: predictionTruth,
    },
    rankingPolicy: round.rankingPolicy,
    blueprint: byTopic(round.blueprint, topics),
  }
}

/** The blueprint's cells by the title of their topic, in the order of the bank. */
function byTopic(blueprint: Blueprint, topics: BankFacts['topics']) {
  return topics
    .map(({ code, title }) => {
      const counts = { 1: 0, 2: 0, 3: 0 }
      for (const cell of blueprint) if (cell.topic === code) counts[cell.difficulty] += cell.count

      return { title, counts }
    })
    .filter(({ counts }) => counts[1] + counts[2] + counts[3] > 0)
}
