import type { PaperSource } from '#app/core/closing/papers/parts.ts'
import type { PaperSnapshot, Winner } from '#app/core/closing/papers/snapshot.ts'

const at = (time: string): Date => new Date(`${time}+07:00`)

function winnerOf(index: number, prizeTitle: string, prizeIndex: number): Winner {
  return {
    participantId: `p${index}`,
    fullName: `Nguyễn Thị Mẫu ${String.fromCharCode(64 + index)}`,
    unitName: index === 2 ? 'Ủy ban nhân dân xã Thử Nghiệm Một' : 'Phòng Thử nghiệm',
    prizeIndex,
    prizeTitle,
    rank: index,
    scoreHundredths: 3_000 - index * 50,
    durationMs: 245_678 + index * 1_000,
    predictionDistance: BigInt(index - 1) * 100_000n,
    receiptCode: `ABCDEFGHJKM${index}`,
  }
}

/** A round with its official result, all figures in agreement with each other. */
export function sampleSnapshot(overrides: Partial<PaperSnapshot> = {}): PaperSnapshot {
  return {
    takenAt: at('2026-11-25T15:10:00'),
    contest: {
      title: 'Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng năm 2026 (mẫu)',
      organizerName: 'Ban Tổ chức Cuộc thi mẫu',
      parentBody: 'Ủy ban nhân dân tỉnh Mẫu',
      issuingBody: 'Sở Thử nghiệm',
      place: 'Mẫu',
    },
    round: {
      slug: 'dot-1',
      title: 'Đợt 1',
      phase: 'official',
      stateSince: at('2026-11-25T14:00:00'),
      opensAt: at('2026-11-10T08:00:00'),
      closesAt: at('2026-11-20T17:00:00'),
      settledAt: at('2026-11-20T17:01:00'),
      officialAt: at('2026-11-25T14:00:00'),
      complaintsUntil: at('2026-11-28T14:00:00'),
      questionCount: 30,
      maxPoints: 30,
      durationMs: 20 * 60_000,
      attemptsAllowed: 2,
      prizes: [
        { title: 'Giải Nhất', count: 1 },
        { title: 'Giải Nhì', count: 2 },
        { title: 'Giải Khuyến khích', count: 3 },
      ],
    },
    prediction: { kind: 'people_all_right', truth: 120_400_000n, computedAt: at('2026-11-20T17:01:00') },
    totals: { people: 1_500, attempts: 2_100, peopleAllRight: 1_204, excluded: 2 },
    winners: [
      winnerOf(1, 'Giải Nhất', 0),
      winnerOf(2, 'Giải Nhì', 1),
      winnerOf(3, 'Giải Nhì', 1),
      winnerOf(4, 'Giải Khuyến khích', 2),
      winnerOf(6, 'Giải Khuyến khích', 2),
      winnerOf(7, 'Giải Khuyến khích', 2),
    ],
    tiedCount: 0,
    uncheckedCount: 0,
    reserves: [{ fullName: 'Trần Mẫu Dự Bị', unitName: 'Phòng Thử nghiệm', rank: 8 }],
    passed: [
      {
        fullName: 'Lê Mẫu Không Đạt',
        unitName: 'Phòng Thử nghiệm',
        rank: 5,
        why: 'rejected',
        reason: 'không đúng đối tượng dự thi',
      },
    ],
    exclusions: [{ kind: 'organizer', count: 2 }],
    lotDraws: [
      {
        method: 'by_machine',
        seed: '0123456789abcdef',
        present: ['Nguyễn Văn Mẫu – Trưởng ban'],
        drawnAt: at('2026-11-24T09:30:00'),
        people: 2,
      },
    ],
    minutes: {
      place: 'Phòng họp số 1',
      members: ['Nguyễn Văn Mẫu – Trưởng ban', 'Trần Thị Thử – Thành viên', 'Lê Văn Thử – Thư ký'],
      conclusion: 'Thống nhất danh sách đạt giải.',
    },
    complaints: { received: 3, decided: 2 },
    byRound: [{ title: 'Đợt 1', people: 1_500, attempts: 2_100 }],
    contestPeople: 1_500,
    byUnit: [
      { name: 'Phòng Thử nghiệm', headCount: 1_000, people: 900, attempts: 1_300 },
      { name: 'Ủy ban nhân dân xã Thử Nghiệm Một', headCount: null, people: 580, attempts: 770 },
      { name: null, headCount: null, people: 20, attempts: 30 },
    ],
    byDay: [
      { day: '2026-11-10', people: 1_000, attempts: 1_100 },
      { day: '2026-11-20', people: 800, attempts: 1_000 },
    ],
    byHour: [
      { hour: 8, attempts: 1_500 },
      { hour: 16, attempts: 600 },
    ],
    byRight: [
      { right: 30, people: 1_204, attempts: 1_300 },
      { right: 29, people: 296, attempts: 800 },
    ],
    ...overrides,
  }
}

/** The same round before its result was declared, with somebody to be checked and lots to be drawn. */
export function draftSnapshot(): PaperSnapshot {
  const official = sampleSnapshot()

  return {
    ...official,
    round: {
      ...official.round,
      phase: 'provisional',
      stateSince: official.round.settledAt,
      officialAt: null,
      complaintsUntil: null,
    },
    tiedCount: 2,
    uncheckedCount: 1,
    minutes: null,
  }
}

export function sampleSource(overrides: Partial<PaperSource> = {}): PaperSource {
  return {
    snapshot: sampleSnapshot(),
    variant: 'state',
    rankingRules: {
      counted: ['Mỗi người được tính lượt thi tốt nhất.'],
      criteria: ['Điểm cao hơn xếp trên.', 'Thời gian làm bài ngắn hơn xếp trên.'],
    },
    ...overrides,
  }
}
