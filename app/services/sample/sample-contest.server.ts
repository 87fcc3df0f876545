import { createContest, createRound, scheduleRound } from '../contests/contests.server.ts'
import { db } from '../../db/client.server.ts'
import { loadBank, readBankFolder } from '../questions/question-bank.server.ts'
import { createSamplePeople } from './sample-people.server.ts'
import { playSampleRound } from './sample-play.server.ts'
import { sampleRounds } from './sample-rounds.ts'
import { settleRounds } from '../rounds/settle-rounds.server.ts'
import { saveUnits } from '../units/units.server.ts'
import type { NewUnit } from '../units/units.server.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/** How many sample people take the closed round; of 1,844 on the head-counts. */
const SAMPLE_PEOPLE = 640

/** The closed round ended a week ago: complaints about it can be tried for a week after the sample was made. */
const SAMPLE_COMPLAINT_HOURS = 14 * 24

export const NOTICE_VERSION = '2026-11'

/**
 * Fills an empty database with a contest to look at: an open round, an upcoming one, a closed one with a board,
 * and practice. People and units are visibly samples. Everything goes through the same use cases as real data.
 * @param bankFolder path of the folder with the question files
 */
export async function createSampleContest(bankFolder: string, now: Date): Promise<void> {
  const bank = await readBankFolder(bankFolder)
  await loadBank(bank, now)
  await saveUnits(sampleUnits())
  const contestId = await createContest({
    slug: 'tim-hieu-luat-thi-dua-khen-thuong',
    title: 'Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng',
    organizerName: 'Ban Tổ chức cuộc thi (dữ liệu mẫu)',
    summary:
      'Dành cho cán bộ, công chức, viên chức, giáo viên và người lao động. Mỗi đợt thi gồm các câu hỏi trắc nghiệm rút ngẫu nhiên từ ngân hàng câu hỏi về Luật Thi đua, khen thưởng và một câu hỏi dự đoán.',
    rulesText:
      'Đây là cuộc thi mẫu để xem thử và kiểm tra phần mềm; kết quả không có giá trị xét giải. Người dự thi tự làm bài, không nhờ người khác làm thay, không dùng nhiều tài khoản.',
    contactText: 'Mọi thắc mắc xin gửi tới Ban Tổ chức qua mục “Gửi yêu cầu” trong trang tài khoản.',
    noticeVersion: NOTICE_VERSION,
    complaintWindowHours: SAMPLE_COMPLAINT_HOURS,
  })
  const { id: bankId } = await db.questionBank.findUniqueOrThrow({
    where: { slug: bank.slug },
    select: { id: true },
  })
  for (const { scheduledAt, ...round } of sampleRounds(now)) {
    await createRound({ ...round, contestId, bankId })
    await scheduleRound(round.slug, scheduledAt)
  }

  const people = await createSamplePeople(
    SAMPLE_PEOPLE,
    new Date(now.getTime() - 15 * DAY_MS),
    NOTICE_VERSION,
  )
  await playSampleRound('dot-1', people)
  await settleRounds(now)
}

/** 51 sample schools whose head-counts add up to 1,844, as one real district had them. */
export function sampleUnits(): NewUnit[] {
  const kinds = [
    { name: 'Trường Mầm non Mẫu', code: 'MN', count: 16 },
    { name: 'Trường Tiểu học Mẫu', code: 'TH', count: 20 },
    { name: 'Trường Trung học cơ sở Mẫu', code: 'THCS', count: 15 },
  ]
  const names = kinds.flatMap(({ name, code, count }) =>
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, '0')

      return { code: `${code}-${number}`, name: `${name} ${number}` }
    }),
  )

  return names.map((unit, index) => ({ ...unit, headCount: headCountOf(index, names.length) }))
}

const TOTAL_HEAD_COUNT = 1_844
const HEAD_COUNT_STEP = 7

/** Between 15 and 57, mirrored around the mean so that the sum is exact; the rest of the division goes to the last ones. */
function headCountOf(index: number, unitCount: number): number {
  const mean = Math.floor(TOTAL_HEAD_COUNT / unitCount)
  const rest = TOTAL_HEAD_COUNT - mean * unitCount
  const pair = Math.floor(index / 2)
  const hasPartner = index % 2 === 1 || index + 1 < unitCount
  const offset = hasPartner ? ((pair * HEAD_COUNT_STEP) % 22) * (index % 2 === 0 ? 1 : -1) : 0

  return mean + offset + (index >= unitCount - rest ? 1 : 0)
}
