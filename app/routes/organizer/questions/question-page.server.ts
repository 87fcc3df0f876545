import type { SessionUser } from '#app/auth/session-user.ts'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { isValidOn, lackingOf } from '#app/core/questions/question-content.ts'
import { QUESTION_ACTIONS, actionRefusal } from '#app/core/questions/question-state.ts'
import type { QuestionActionKind } from '#app/core/questions/question-state.ts'
import { listAuditOf } from '#app/services/audit-log.server.ts'
import { getBankFacts } from '#app/services/questions/banks.server.ts'
import { nextToReview } from '#app/services/questions/review-queue.server.ts'
import { getStaffQuestion } from '#app/services/questions/question-views.server.ts'
import type { StaffQuestion, StaffVersion } from '#app/services/questions/question-views.server.ts'
import { questionSubject } from '#app/services/questions/question-writing.server.ts'
import { diffVersions } from '#app/services/questions/version-diff.server.ts'
import { mayDo } from './question-action.server.ts'

type Asked = { bankSlug: string; code: string; search: URLSearchParams }

/**
 * Everything the page of a question shows.
 * @throws DomainError bank_not_found | question_not_found
 */
export async function loadQuestionPage({ bankSlug, code, search }: Asked, user: SessionUser, now: Date) {
  const [bank, question, history] = await Promise.all([
    getBankFacts(bankSlug),
    getStaffQuestion(bankSlug, code),
    listAuditOf(questionSubject(bankSlug, code)),
  ])
  const latest = question.versions[0]
  if (!latest) throw new DomainError('question_not_found')
  const next = mayDo(user.role, 'approve') ? await nextToReview(question.bankId, user.id, code) : null
  const current = question.versions.find(({ version }) => version === question.currentVersion)
  const { law, lawVersion, statusNotice, title } = bank

  return {
    bank: { slug: bankSlug, title, law, lawVersion, statusNotice },
    question: {
      ...question,
      isOwn: latest.author?.id === user.id,
      lacking: lackingOf(latest.content),
      outdatedDays: current && !isValidOn(vietnamDayOf(now), current.content) ? current.content : null,
    },
    shown: question.versions.find(({ version }) => String(version) === search.get('phien-ban')) ?? latest,
    compared: comparedOf(question.versions, search),
    possible: possibleActions(question, latest, user),
    history,
    next,
  }
}

/** The two versions asked for; otherwise the newest one with the one before. Null for a single version. */
function comparedOf(versions: readonly StaffVersion[], search: URLSearchParams) {
  const [newest, before] = versions
  if (!newest || !before) return null
  const find = (name: string) => versions.find(({ version }) => String(version) === search.get(name))
  const from = find('tu') ?? before
  const to = find('den') ?? newest

  return { from: from.version, to: to.version, fields: diffVersions(from, to) }
}

function possibleActions(
  question: StaffQuestion,
  latest: StaffVersion,
  user: SessionUser,
): QuestionActionKind[] {
  const facts = {
    state: latest.state,
    authorId: latest.author?.id ?? null,
    isRetired: question.retired !== null,
    isFlagged: question.flags.length > 0,
    isFlaggedByHand: question.flags.some(({ source }) => source === 'manual'),
    isIncomplete: lackingOf(latest.content).length > 0,
  }

  return QUESTION_ACTIONS.filter(
    (kind) => kind !== 'reflag' && mayDo(user.role, kind) && actionRefusal(kind, facts, user.id) === null,
  )
}
