import { localMomentOf } from '#app/core/local-time.ts'
import type { ResultsFile, ResultsRound } from './results-file.ts'

/** Who stands behind a pseudonym, for those who may know. */
export type ResultsPerson = { fullName: string; loginName: string }

type Cell = string | number | null
export type ResultsSheet = {
  name: string
  columns: { heading: string; width: number }[]
  rows: Cell[][]
}

/**
 * A round of a full results file as worksheets: people by place, their attempts in the same order, units and rounds. The
 * numbers are those of the file; points as points, times in seconds, moments as Vietnam's clock shows them.
 */
export function resultsSheetsOf(
  file: ResultsFile,
  roundSlug: string,
  people: ReadonlyMap<string, ResultsPerson>,
): ResultsSheet[] {
  const round = file.rounds.find(({ slug }) => slug === roundSlug)
  if (!round) return []
  const unitNames = new Map(file.units.map(({ code, name }) => [code, name]))

  return [
    peopleSheet(round, people, unitNames),
    attemptsSheet(round, people),
    unitsSheet(file, round),
    roundsSheet(file),
  ]
}

function peopleSheet(
  round: ResultsRound,
  people: ReadonlyMap<string, ResultsPerson>,
  unitNames: ReadonlyMap<string, string>,
): ResultsSheet {
  const prizes = new Map(
    (round.awards ?? []).map(({ participant, prizeIndex }) => [
      participant,
      round.prizes[prizeIndex]?.title ?? '',
    ]),
  )

  return sheetOf(
    'Cá nhân',
    {
      Hạng: 8,
      'Họ và tên': 28,
      'Tài khoản': 18,
      'Đơn vị': 32,
      Điểm: 10,
      'Thời gian (giây)': 14,
      'Nộp bài lúc': 22,
      'Số lượt thi': 10,
      'Lượt được tính': 10,
      'Lệch dự đoán': 14,
      'Số bốc thăm': 10,
      'Giải thưởng': 22,
      'Mã trong tệp kết quả': 22,
    },
    round.standings.map((row) => [
      row.rank,
      people.get(row.participant)?.fullName ?? null,
      people.get(row.participant)?.loginName ?? null,
      row.unit === null ? null : (unitNames.get(row.unit) ?? row.unit),
      row.scoreHundredths / 100,
      row.durationMs / 1_000,
      clockOf(row.endedAt),
      row.attemptsUsed,
      row.attempt,
      row.predictionOffset === null ? null : row.predictionOffset / 100_000,
      row.lot,
      prizes.get(row.participant) ?? null,
      row.participant,
    ]),
  )
}

function attemptsSheet(round: ResultsRound, people: ReadonlyMap<string, ResultsPerson>): ResultsSheet {
  const attempts = Map.groupBy(round.attempts ?? [], ({ participant }) => participant)
  const rows = round.standings.flatMap(({ rank, participant }) =>
    (attempts.get(participant) ?? []).map((attempt): Cell[] => [
      rank,
      people.get(participant)?.fullName ?? null,
      attempt.number,
      clockOf(attempt.startedAt),
      clockOf(attempt.endedAt),
      attempt.durationMs / 1_000,
      attempt.score,
      attempt.correctCount,
      attempt.answeredCount,
      attempt.prediction === null ? null : attempt.prediction / 100_000,
      attempt.status === 'submitted' ? 'Tự nộp' : 'Hết giờ',
      participant,
    ]),
  )

  return sheetOf(
    'Lượt thi',
    {
      'Hạng của người thi': 10,
      'Họ và tên': 28,
      'Lượt số': 8,
      'Bắt đầu': 22,
      'Kết thúc': 22,
      'Thời gian (giây)': 14,
      Điểm: 10,
      'Số câu đúng': 10,
      'Số câu đã trả lời': 12,
      'Dự đoán': 14,
      'Cách kết thúc': 14,
      'Mã trong tệp kết quả': 22,
    },
    rows,
  )
}

function unitsSheet({ units }: ResultsFile, round: ResultsRound): ResultsSheet {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))

  return sheetOf(
    'Đơn vị',
    {
      Hạng: 8,
      Mã: 14,
      'Đơn vị': 36,
      'Số người dự thi': 12,
      'Tổng số người': 12,
      'Kết quả theo công thức': 18,
    },
    round.unitStandings.map((row) => [
      row.rank,
      row.unit,
      byCode.get(row.unit)?.name ?? null,
      row.people,
      byCode.get(row.unit)?.headCount ?? null,
      numberOfFraction(row.score),
    ]),
  )
}

function roundsSheet({ rounds }: ResultsFile): ResultsSheet {
  return sheetOf(
    'Đợt thi',
    {
      'Đợt thi': 32,
      'Mở lúc': 22,
      'Kết thúc lúc': 22,
      'Công bố chính thức lúc': 22,
      'Số người': 10,
      'Số lượt': 10,
      'Số người đúng hết': 12,
      'Số người bị loại': 12,
      'Đáp số dự đoán': 14,
      'Mã băm danh sách kết quả': 66,
    },
    rounds.map((round) => [
      round.title,
      clockOf(round.settings.opensAt),
      clockOf(round.settings.closesAt),
      round.officialAt === null ? null : clockOf(round.officialAt),
      round.facts.people,
      round.facts.attempts,
      round.facts.peopleAllRight,
      round.facts.excluded,
      round.predictionTruth === null ? null : round.predictionTruth / 100_000,
      round.hashes.results,
    ]),
  )
}

function sheetOf(name: string, columns: Readonly<Record<string, number>>, rows: Cell[][]): ResultsSheet {
  return { name, columns: Object.entries(columns).map(([heading, width]) => ({ heading, width })), rows }
}

function numberOfFraction(fraction: string | null): number | null {
  if (fraction === null) return null
  const [value, over] = fraction.split('/').map(Number)

  return (value ?? 0) / (over ?? 1)
}

function clockOf(moment: string): string {
  return localMomentOf(new Date(moment))
}
