import type { Block, Column, Paper } from './paper.ts'
import {
  ARCHIVE,
  HEAD_SIGNER,
  openQuestions,
  paperOf,
  predictionSentence,
  roundDays,
  roundName,
  winnersTable,
} from './parts.ts'
import type { PaperSource } from './parts.ts'
import { prizeSummary } from './result-papers.ts'
import type { PaperSnapshot, Turnout } from './snapshot.ts'
import { countWords, numberWords, shareWords, timeWords } from './words.ts'

/** Sums the round up for the bodies above: turnout, results, where people were strong, who has won. */
export function report(source: PaperSource): Paper {
  const { snapshot } = source
  const { contest, totals, complaints } = snapshot

  return paperOf('report', source, {
    title: 'BÁO CÁO',
    subtitle: `Tổng kết ${roundName(snapshot)}`,
    blocks: [
      {
        kind: 'text',
        text: `${contest.organizerName} báo cáo kết quả tổ chức ${roundName(snapshot)} (thi trực tuyến ${roundDays(snapshot)}) như sau:`,
      },
      heading('I. Công tác tổ chức'),
      { kind: 'text', text: '[Văn bản chỉ đạo, công tác tuyên truyền, phối hợp giữa các cơ quan, đơn vị.]' },
      heading('II. Kết quả dự thi'),
      {
        kind: 'text',
        lead: '1. Số người và số lượt dự thi.',
        text: `Đợt thi có ${numberWords(totals.people)} người dự thi với ${numberWords(totals.attempts)} lượt thi được tính. ${allRight(snapshot)}${excluded(snapshot)}`,
      },
      byRound(snapshot),
      {
        kind: 'note',
        text: `Tính chung các đợt nêu trên có ${numberWords(snapshot.contestPeople)} người khác nhau dự thi; một người dự nhiều đợt chỉ đếm một lần.`,
      },
      lead('2. Theo đơn vị.', 'Tỷ lệ là số người dự thi trên số người của đơn vị, nếu đơn vị đã khai.'),
      byUnit(snapshot),
      lead('3. Theo ngày bắt đầu làm bài.', 'Người thi trong nhiều ngày được đếm ở mỗi ngày.'),
      byDay(snapshot),
      lead('4. Theo giờ bắt đầu làm bài trong ngày.', 'Chỉ nêu những giờ có lượt thi.'),
      byHour(snapshot),
      lead('5. Theo số câu trả lời đúng.', 'Mỗi người được tính theo lượt thi đúng nhiều câu nhất của mình.'),
      byRight(snapshot),
      {
        kind: 'note',
        text: 'Không có số liệu theo loại thiết bị: hệ thống không lưu thông tin thiết bị của người dự thi.',
      },
      heading('III. Kết quả xét giải'),
      ...[predictionSentence(snapshot)].flatMap((text): Block[] => (text ? [{ kind: 'text', text }] : [])),
      { kind: 'text', text: prizeSummary(snapshot) },
      winnersTable(snapshot),
      ...openQuestions(snapshot),
      {
        kind: 'text',
        lead: 'Khiếu nại:',
        text:
          complaints.received === 0
            ? `tính đến ${timeWords(snapshot.takenAt)} chưa có khiếu nại nào.`
            : `tính đến ${timeWords(snapshot.takenAt)} đã nhận ${numberWords(complaints.received)} khiếu nại, đã trả lời ${numberWords(complaints.decided)}.`,
      },
      heading('IV. Đánh giá, kiến nghị'),
      { kind: 'text', text: '[Ưu điểm, hạn chế, bài học kinh nghiệm và kiến nghị.]' },
    ],
    signers: [HEAD_SIGNER],
    recipients: ['[Cơ quan cấp trên] (để báo cáo);', '[Các cơ quan, đơn vị liên quan];', ARCHIVE],
  })
}

function heading(text: string): Block {
  return { kind: 'heading', text }
}

function lead(words: string, text: string): Block {
  return { kind: 'text', lead: words, text }
}

function allRight({ totals }: PaperSnapshot): string {
  return `Có ${numberWords(totals.peopleAllRight)} người (${shareWords(totals.peopleAllRight, totals.people)}) trả lời đúng tất cả các câu hỏi.`
}

function excluded({ totals }: PaperSnapshot): string {
  return totals.excluded === 0
    ? ''
    : ` Có ${countWords(totals.excluded)} người bị loại khỏi xếp hạng, không tính vào các số này.`
}

const PEOPLE: Column = { title: 'Số người', width: 20, align: 'right' }
const ATTEMPTS: Column = { title: 'Số lượt thi', width: 20, align: 'right' }

function byRound({ byRound: rows }: PaperSnapshot): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Đợt thi', width: 60 }, PEOPLE, ATTEMPTS],
    rows: rows.map(({ title, people, attempts }) => [title, numberWords(people), numberWords(attempts)]),
  }
}

function byUnit({ byUnit: rows, totals }: PaperSnapshot): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'TT', width: 7, align: 'centre' },
      { title: 'Đơn vị', width: 43 },
      { title: 'Số người của đơn vị', width: 14, align: 'right' },
      { title: 'Người dự thi', width: 12, align: 'right' },
      { title: 'Tỷ lệ', width: 12, align: 'right' },
      { title: 'Lượt thi', width: 12, align: 'right' },
    ],
    rows: rows.map(({ name, headCount, people, attempts }, index) => [
      String(index + 1),
      name ?? 'Chưa ghi đơn vị',
      headCount === null ? '–' : numberWords(headCount),
      numberWords(people),
      headCount === null ? '–' : shareWords(people, headCount),
      numberWords(attempts),
    ]),
    total: ['', 'Cộng', '', numberWords(totals.people), '', numberWords(totals.attempts)],
  }
}

function byDay({ byDay: rows, totals }: PaperSnapshot): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Ngày', width: 60 }, PEOPLE, ATTEMPTS],
    rows: rows.map(({ day, people, attempts }) => [
      day.split('-').reverse().join('/'),
      numberWords(people),
      numberWords(attempts),
    ]),
    total: ['Cộng', '', numberWords(totals.attempts)],
  }
}

function byHour({ byHour: rows, totals }: PaperSnapshot): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Giờ trong ngày', width: 60 },
      ATTEMPTS,
      { title: 'Tỷ lệ', width: 20, align: 'right' },
    ],
    rows: rows.map(({ hour, attempts }) => [
      `Từ ${hour} giờ đến trước ${hour + 1} giờ`,
      numberWords(attempts),
      shareWords(attempts, totals.attempts),
    ]),
    total: ['Cộng', numberWords(totals.attempts), ''],
  }
}

function byRight({ byRight: rows, totals, round }: PaperSnapshot): Block {
  const share = ({ people }: Turnout): string => shareWords(people, totals.people)

  return {
    kind: 'table',
    columns: [
      { title: 'Số câu đúng', width: 34, align: 'centre' },
      { title: 'Số người', width: 22, align: 'right' },
      { title: 'Tỷ lệ người', width: 22, align: 'right' },
      { title: 'Số lượt thi', width: 22, align: 'right' },
    ],
    rows: rows.map((row) => [
      `${row.right}/${round.questionCount}`,
      numberWords(row.people),
      share(row),
      numberWords(row.attempts),
    ]),
    total: ['Cộng', numberWords(totals.people), '', numberWords(totals.attempts)],
  }
}
