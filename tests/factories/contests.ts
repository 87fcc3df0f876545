import { randomInt } from 'node:crypto'
import { PaperPositionsSchema } from '#app/core/attempts/paper.ts'
import type { PaperPosition } from '#app/core/attempts/paper.ts'
import type { QuestionEntry, TopicFile } from '#app/core/questions/question-file.ts'
import { db } from '#app/db/client.server.ts'
import { createContest, createRound, scheduleRound } from '#app/services/contests/contests.server.ts'
import type { NewRound } from '#app/services/contests/contests.server.ts'
import { loadBank } from '#app/services/questions/question-bank.server.ts'
import type { BankFolder } from '#app/services/questions/question-bank.server.ts'
import { getKeys } from '#app/services/attempts/question-cache.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import type { Round } from '#app/services/rounds/rounds.server.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A question whose key is option 0, with a marker in everything that must stay secret. */
export function makeQuestion(overrides: Partial<QuestionEntry> = {}): QuestionEntry {
  const id = overrides.id ?? `cau-${randomInt(2 ** 40)}`

  return {
    id,
    difficulty: 1,
    stem: `Nội dung ${id}?`,
    options: ['Phương án một', 'Phương án hai', 'Phương án ba', 'Phương án bốn'].map(
      (text) => `${text} của ${id}`,
    ),
    answer: [0],
    explanation: `Giải thích bí mật ${id}`,
    citation: ['D5.1.a'],
    evidence: [`bằng chứng bí mật ${id}`],
    ...overrides,
  }
}

/** `count` questions of one topic and difficulty 1. */
export function makeTopic(topic: string, count: number, overrides: Partial<QuestionEntry> = {}): TopicFile {
  return {
    topic,
    title: `Chuyên đề ${topic}`,
    questions: Array.from({ length: count }, (_, index) =>
      makeQuestion({ id: `${topic}-${index + 1}`, ...overrides }),
    ),
  }
}

export function makeBank(topics: TopicFile[], slug = `ngan-hang-${randomInt(2 ** 40)}`): BankFolder {
  return {
    slug,
    bank: { title: 'Ngân hàng thử', law: 'Luật thử', lawVersion: 'bản thử', statusNotice: 'chỉ để kiểm thử' },
    topics,
  }
}

/** A contest so old that the public pages never take it for the current one. */
export async function seedEarlierContest(): Promise<string> {
  const { id } = await db.contest.create({
    data: {
      slug: `cuoc-thi-${randomInt(2 ** 40)}`,
      title: 'Cuộc thi thử',
      organizerName: 'Ban Tổ chức thử',
      summary: '',
      rulesText: '',
      contactText: '',
      noticeVersion: '1',
      createdAt: new Date('2000-01-01'),
    },
  })

  return id
}

/**
 * A scheduled round with a bank of its own: open since an hour, for a day; five questions out of eight, ten
 * minutes, three attempts, nothing but the score shown before the close. Overrides go to the round.
 */
export async function seedRound(
  overrides: Partial<NewRound> & { topics?: TopicFile[] } = {},
): Promise<Round> {
  const now = new Date()
  const { topics = [makeTopic('chung', 8)], ...settings } = overrides
  const bank = makeBank(topics)
  await loadBank(bank, now)
  const { id: bankId } = await db.questionBank.findUniqueOrThrow({ where: { slug: bank.slug } })
  const contestId =
    settings.contestId ??
    (await createContest({
      slug: `cuoc-thi-${randomInt(2 ** 40)}`,
      title: 'Cuộc thi thử',
      organizerName: 'Ban Tổ chức thử',
      summary: 'Chỉ để kiểm thử.',
      rulesText: '',
      contactText: '',
      noticeVersion: '1',
    }))
  const slug = settings.slug ?? `dot-${randomInt(2 ** 40)}`
  await createRound({
    contestId,
    bankId,
    slug,
    title: 'Đợt thi thử',
    opensAt: new Date(now.getTime() - 60 * MINUTE_MS),
    closesAt: new Date(now.getTime() + DAY_MS),
    durationMs: 10 * MINUTE_MS,
    attemptsAllowed: 3,
    endRule: 'must_start_before',
    blueprint: [{ topic: 'chung', difficulty: 1, count: 5 }],
    releaseAfterSubmission: 'score',
    releaseAfterClose: 'key',
    rankingPolicy: ['score', 'prediction_distance', 'duration', 'ended_at'],
    ...settings,
  })
  await scheduleRound(slug, new Date(now.getTime() - 2 * DAY_MS))

  return (await getRound(slug)) as Round
}

/** The stored paper of an attempt, with what only the server knows. */
export async function readPaper(attemptId: string): Promise<PaperPosition[]> {
  const paper = await db.paper.findUniqueOrThrow({ where: { attemptId } })

  return PaperPositionsSchema.parse(paper.positions)
}

/** Answers that are right at the first `rightCount` positions and wrong at all others. */
export async function answersWith(attemptId: string, rightCount: number): Promise<Record<string, string[]>> {
  const positions = await readPaper(attemptId)
  const keys = await getKeys(positions.map((position) => position.versionId))

  return Object.fromEntries(
    positions.map((position, index) => {
      const key = keys.get(position.versionId) ?? []
      const wanted = position.options.filter((option) => key.includes(option.index) === index < rightCount)
      const chosen = index < rightCount ? wanted : wanted.slice(0, 1)

      return [String(index + 1), chosen.map((option) => option.id)]
    }),
  )
}
