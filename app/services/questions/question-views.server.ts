import { dayOfDate } from '../../core/calendar-day.ts'
import { DifficultySchema } from '../../core/rounds/blueprint.ts'
import { DomainError } from '../../core/domain-error.ts'
import type { QuestionContent } from '../../core/questions/question-content.ts'
import type { VersionState } from '../../core/questions/question-state.ts'
import { db } from '../../db/client.server.ts'
import type { Prisma } from '../../db/generated/client.ts'
import { listFacilities } from './question-facility.server.ts'
import { staffVersionSelect } from '../selects.server.ts'

type Person = { fullName: string; loginName: string }

/** A version as those who write and review questions see it. */
export type StaffVersion = {
  version: number
  content: QuestionContent
  topicTitle: string
  state: VersionState
  createdAt: Date
  /** Null: loaded by the operator's command. */
  author: (Person & { id: string }) | null
  submittedAt: Date | null
  decidedBy: Person | null
  decidedAt: Date | null
  decisionNote: string | null
}

export type StaffFlag = {
  reason: string
  source: 'manual' | 'file' | 'amendment'
  raisedBy: Person | null
  raisedAt: Date
  /** The provision that was amended, and when; null for other flags. */
  amendment: { provision: string; amendedOn: string } | null
}

export type StaffQuestion = {
  code: string
  bankId: string
  currentVersion: number | null
  latestVersion: number
  retired: { at: Date; by: Person | null } | null
  /** Newest first. */
  versions: StaffVersion[]
  flags: StaffFlag[]
  /** Of the version that papers draw; null when unknown. */
  facility: { share: number; shown: number } | null
}

const personSelect = { fullName: true, loginName: true } as const

/**
 * A question with all its versions and keys. Callers have asked for `questions.read`.
 * @throws DomainError question_not_found
 */
export async function getStaffQuestion(bankSlug: string, code: string): Promise<StaffQuestion> {
  const row = await db.question.findFirst({
    where: { code, bank: { slug: bankSlug } },
    include: {
      retiredBy: { select: personSelect },
      versions: { orderBy: { version: 'desc' }, select: staffVersionSelect },
      flags: {
        where: { clearedAt: null },
        orderBy: { raisedAt: 'asc' },
        include: {
          raisedBy: { select: personSelect },
          amendment: { select: { provision: true, amendedOn: true } },
        },
      },
    },
  })
  if (!row) throw new DomainError('question_not_found')
  const currentId = row.versions.find(({ version }) => version === row.currentVersion)?.id
  const facility = (await listFacilities(row.bankId)).find(({ versionId }) => versionId === currentId)

  return {
    code: row.code,
    bankId: row.bankId,
    currentVersion: row.currentVersion,
    latestVersion: row.latestVersion,
    retired: row.retiredAt && { at: row.retiredAt, by: row.retiredBy },
    versions: row.versions.map(toStaffVersion),
    flags: row.flags.map(({ reason, source, raisedBy, raisedAt, amendment }) => ({
      reason,
      source: amendment ? 'amendment' : source === 'file' ? 'file' : 'manual',
      raisedBy,
      raisedAt,
      amendment: amendment && {
        provision: amendment.provision,
        amendedOn: dayOfDate(amendment.amendedOn),
      },
    })),
    facility: facility ? { share: facility.right / facility.shown, shown: facility.shown } : null,
  }
}

type VersionRow = Prisma.QuestionVersionGetPayload<{ select: typeof staffVersionSelect }>

function toStaffVersion(row: VersionRow): StaffVersion {
  const { version, topic, state, createdAt, author, submittedAt, decidedBy, decidedAt, decisionNote } = row

  return {
    version,
    state,
    createdAt,
    author,
    submittedAt,
    decidedBy,
    decidedAt,
    decisionNote,
    topicTitle: topic.title,
    content: {
      topic: topic.code,
      difficulty: DifficultySchema.parse(row.difficulty),
      stem: row.stem,
      options: row.options,
      key: row.key,
      explanation: row.explanation,
      citations: row.citations,
      evidence: row.evidence,
      review: row.review,
      validFrom: row.validFrom && dayOfDate(row.validFrom),
      validTo: row.validTo && dayOfDate(row.validTo),
    },
  }
}
