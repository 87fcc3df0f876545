import { questionCountOf } from '../../core/rounds/blueprint.ts'
import { complaintWindowOf } from '../../core/complaints/complaint-terms.ts'
import { ruledRoundOf } from '../../core/rounds/ruled-round.ts'
import type { RuledRound } from '../../core/rounds/ruled-round.ts'
import type { ContestPolicy } from '../../core/ranking/ranking-policy.ts'
import type { Contest } from '../../db/generated/client.ts'
import { listBankFacts } from '../questions/banks.server.ts'
import { parseContestPolicy } from './contest-policy.server.ts'
import { listContestDocuments } from './contest-documents.server.ts'
import type { ContestDocumentItem } from './contest-documents.server.ts'
import { getFingerprint } from '../rounds/round-fingerprints.server.ts'
import type { Fingerprint } from '../rounds/round-fingerprints.server.ts'
import type { Round } from '../rounds/rounds.server.ts'

export type RulesView = {
  title: string
  organizerName: string
  parentBody: string
  issuingBody: string
  startsOn: Date | null
  endsOn: Date | null
  summary: string
  rulesText: string
  contactText: string
  documents: ContestDocumentItem[]
  rounds: (RuledRound & { fingerprint: Fingerprint | null })[]
  contestPolicy: ContestPolicy
  complaints: ComplaintTerms
}

/** Until when people can complain, and how soon they are answered. */
type ComplaintTerms = {
  windowHours: number
  answerDays: number
  /** Of rounds that decide something; the moment is exclusive. */
  rounds: { slug: string; title: string; until: Date }[]
}

/**
 * The rules of a contest, from the settings of these rounds.
 * @param rounds in the order of their opening; practice comes last, because the rules are about what counts
 */
export async function loadRulesView(
  contest: Contest,
  rounds: readonly Round[],
  now: Date,
): Promise<RulesView> {
  const shown = rounds
    .filter((round) => questionCountOf(round.blueprint) > 0)
    .toSorted((a, b) => Number(a.kind === 'practice') - Number(b.kind === 'practice'))
  const [banks, documents, fingerprints] = await Promise.all([
    listBankFacts([...new Set(shown.map(({ bankId }) => bankId))]),
    listContestDocuments(contest.id),
    Promise.all(shown.map((round) => getFingerprint(round, now))),
  ])
  const { title, organizerName, parentBody, issuingBody, startsOn, endsOn } = contest
  const { summary, rulesText, contactText } = contest

  return {
    title,
    organizerName,
    parentBody,
    issuingBody,
    startsOn,
    endsOn,
    summary,
    rulesText,
    contactText,
    documents,
    contestPolicy: parseContestPolicy(contest.boardPolicy),
    complaints: complaintTermsOf(contest, shown),
    rounds: shown.map((round, index) => ({
      ...toRuledRound(round, banks),
      fingerprint: fingerprints[index] ?? null,
    })),
  }
}

function complaintTermsOf(
  { complaintWindowHours: windowHours, complaintAnswerDays: answerDays }: Contest,
  rounds: readonly Round[],
): ComplaintTerms {
  return {
    windowHours,
    answerDays,
    rounds: rounds.flatMap(({ slug, title, kind, closesAt, complaintsUntil }) => {
      const window = complaintWindowOf({
        roundKind: kind,
        attemptEndedAt: closesAt,
        roundClosesAt: closesAt,
        windowHours,
        officialWindowEndsAt: complaintsUntil,
      })

      return window ? [{ slug, title, until: window.closesAt }] : []
    }),
  }
}

/** Named one by one: nothing else of a stored round belongs into a page. */
function toRuledRound(round: Round, banks: Awaited<ReturnType<typeof listBankFacts>>): RuledRound {
  const bank = banks.find(({ id }) => id === round.bankId)
  if (!bank) throw new Error(`the bank of round ${round.slug} is missing`)
  const { slug, title, kind, bankId, opensAt, closesAt, durationMs, attemptsAllowed, endRule } = round
  const { shuffleQuestions, shuffleOptions, pointsPerQuestion, blueprint, acceptsFlaggedQuestions } = round
  const { predictionKind, predictionPrompt, releaseAfterSubmission, releaseAfterClose, rankingPolicy } = round
  const { countersDelayMs, freezeBeforeMs, freezeUntil } = round

  return ruledRoundOf(
    {
      slug,
      title,
      kind,
      bankId,
      opensAt,
      closesAt,
      durationMs,
      attemptsAllowed,
      endRule,
      shuffleQuestions,
      shuffleOptions,
      pointsPerQuestion,
      blueprint,
      acceptsFlaggedQuestions,
      predictionKind,
      predictionPrompt,
      releaseAfterSubmission,
      releaseAfterClose,
      rankingPolicy,
      countersDelayMs,
      freezeBeforeMs,
      freezeUntil,
    },
    bank,
  )
}
