import { DomainError } from '#app/core/domain-error.ts'
import { isCellField } from '#app/core/rounds/blueprint-form.ts'
import { phaseOf } from '#app/core/rounds/round-phase.ts'
import { roundFormValuesOf } from '#app/core/rounds/round-form-values.ts'
import { roundWarningsOf } from '#app/core/rounds/round-warnings.ts'
import { listBankOffers } from '#app/services/questions/banks.server.ts'
import { listContests } from '#app/services/contests/contest-setup.server.ts'
import { compareWithBank, getQuestionSet } from '#app/services/questions/question-sets.server.ts'
import { getRoundForm, listUnfinishedDrafts } from '#app/services/rounds/round-drafts.server.ts'
import { getFingerprint } from '#app/services/rounds/round-fingerprints.server.ts'
import { getRound, listRounds } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'
import { loadRoundPage } from './round-page.server.ts'

/**
 * Everything the page of a round's settings shows: the form of a draft, or the locked settings.
 * @throws DomainError round_not_found
 */
export async function loadRoundSetup(slug: string, now: Date) {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })
  const phase = phaseOf(round, now)
  const [contests, siblings] = await Promise.all([listContests(), listSettled(round.contestId)])
  const others = siblings.filter((sibling) => sibling.id !== round.id)

  return {
    round: { slug, title: round.title, kind: round.kind, phase, opensAt: round.opensAt },
    contestTitle: contests.find(({ id }) => id === round.contestId)?.title ?? '',
    draft: phase === 'draft' ? await loadDraft(round, others, now) : null,
    locked: phase === 'draft' ? null : await loadLocked(round, now),
  }
}

/** What the form of a draft needs. */
async function loadDraft(round: Round, others: readonly Round[], now: Date) {
  const { values, reading } = await getRoundForm(round.slug)

  return {
    revision: round.settingsRevision,
    values,
    problems: reading.isComplete ? {} : reading.problems,
    warnings: reading.isComplete ? roundWarningsOf(reading.settings, others, now) : [],
    ...(await loadSurroundings(others)),
  }
}

async function loadLocked(round: Round, now: Date) {
  const [{ settings, bank }, fingerprint, set] = await Promise.all([
    loadRoundPage(round.slug, now),
    getFingerprint(round, now),
    round.questionSetId === null ? null : getQuestionSet(round.questionSetId),
  ])

  return {
    settings,
    bank,
    fingerprint,
    setChanges: set && phaseOf(round, now) === 'scheduled' ? await compareWithBank(set, round, now) : null,
  }
}

/** Banks to choose from, and rounds to copy a blueprint from. */
export async function loadSurroundings(rounds: readonly Round[]) {
  return { banks: await listBankOffers(), otherRounds: copyableFrom(rounds) }
}

/**
 * The rounds that a round can copy its blueprint from.
 * @throws DomainError round_not_found
 */
export async function loadOtherRounds(slug: string) {
  const round = await getRound(slug)
  if (!round) throw new DomainError('round_not_found', { slug })
  const siblings = await listSettled(round.contestId)

  return copyableFrom(siblings.filter(({ id }) => id !== round.id))
}

/** Their blueprints, as the form writes them. */
export function copyableFrom(rounds: readonly Round[]) {
  return rounds
    .filter(({ blueprint }) => blueprint.length > 0)
    .map((round) => ({
      slug: round.slug,
      title: round.title,
      cells: Object.fromEntries(
        Object.entries(roundFormValuesOf(round)).filter(([field]) => isCellField(field)),
      ),
    }))
}

/** The rounds of a contest whose settings are no placeholders. */
export async function listSettled(contestId: string): Promise<Round[]> {
  const [rounds, unfinished] = await Promise.all([listRounds(contestId), listUnfinishedDrafts(contestId)])

  return rounds.filter(({ slug }) => !unfinished.includes(slug))
}
