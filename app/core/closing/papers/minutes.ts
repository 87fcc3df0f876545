import type { ExclusionKind } from '#app/core/rounds/decision-facts.ts'
import type { Block, Paper } from './paper.ts'
import { openQuestions, paperOf, predictionSentence, roundName, winnersTable } from './parts.ts'
import type { PaperSource } from './parts.ts'
import { prizeSummary } from './result-papers.ts'
import type { PaperSnapshot } from './snapshot.ts'
import { countWords, numberWords, timeWords, yearOf } from './words.ts'

const EXCLUSION_WORDS: Readonly<Record<ExclusionKind, string>> = {
  organizer: 'thuộc Ban Tổ chức, Tổ thư ký',
  question_author: 'ra đề, thẩm định câu hỏi',
  relative: 'là người thân của người tổ chức, ra đề',
  rule_breach: 'vi phạm thể lệ',
}

/** What the board of the prizes found and how it came to it: meeting, figures, rules, winners, conclusion. */
export function minutesPaper(source: PaperSource): Paper {
  const { snapshot, rankingRules } = source
  const { minutes, contest } = snapshot
  const members = minutes?.members ?? ['[Họ và tên – chức vụ của từng thành viên]']

  return paperOf('minutes', source, {
    title: 'BIÊN BẢN',
    subtitle: `Họp xét giải ${roundName(snapshot)}`,
    blocks: [
      {
        kind: 'text',
        text: `Hôm nay, hồi ... giờ ... phút, ngày ... tháng ... năm ${yearOf(snapshot.takenAt)}, tại ${minutes?.place ?? '[địa điểm]'}, ${contest.organizerName} họp xét giải ${roundName(snapshot)}.`,
      },
      heading('I. Thành phần dự họp'),
      ...members.map((member, index): Block => ({ kind: 'item', text: `${index + 1}. ${member}` })),
      heading('II. Số liệu của đợt thi'),
      ...figures(snapshot),
      heading('III. Cách xếp hạng'),
      { kind: 'text', text: `${rankingRules.counted.join(' ')} Thứ hạng được xét lần lượt như sau:` },
      ...rankingRules.criteria.map((rule, index): Block => ({ kind: 'item', text: `${index + 1}. ${rule}` })),
      ...lots(snapshot),
      heading('IV. Kết quả xét giải'),
      { kind: 'text', text: prizeSummary(snapshot) },
      winnersTable(snapshot),
      ...openQuestions(snapshot),
      ...others(snapshot),
      heading('V. Ý kiến và kết luận'),
      {
        kind: 'text',
        text:
          minutes?.conclusion ||
          'Các thành viên dự họp thống nhất với kết quả xét giải nêu trên. [Ý kiến khác, nếu có.]',
      },
      {
        kind: 'text',
        text: 'Cuộc họp kết thúc hồi ... giờ ... phút cùng ngày. Biên bản đã được đọc lại cho các thành viên cùng nghe và ký tên.',
      },
      memberSignatures(members),
    ],
    signers: [
      { titles: ['THƯ KÝ'], name: '[Họ và tên]' },
      { titles: ['CHỦ TRÌ'], name: '[Họ và tên]' },
    ],
    recipients: [],
  })
}

function heading(text: string): Block {
  return { kind: 'heading', text }
}

function figures(snapshot: PaperSnapshot): Block[] {
  const { round, totals, exclusions } = snapshot
  const attempts =
    round.attemptsAllowed === null
      ? 'không giới hạn lượt thi'
      : `tối đa ${countWords(round.attemptsAllowed)} lượt thi mỗi người`
  const excluded = exclusions
    .map(({ kind, count }) => `${countWords(count)} người ${EXCLUSION_WORDS[kind]}`)
    .join('; ')
  const lines = [
    `Thời gian thi: từ ${timeWords(round.opensAt)} đến ${timeWords(round.closesAt)}; mỗi lượt ${numberWords(round.questionCount)} câu hỏi trong ${numberWords(round.durationMs / 60_000)} phút; ${attempts}.`,
    `Số người dự thi: ${numberWords(totals.people)}; số lượt thi được tính: ${numberWords(totals.attempts)}.`,
    `Số người trả lời đúng tất cả các câu hỏi: ${numberWords(totals.peopleAllRight)}.`,
    predictionSentence(snapshot),
    totals.excluded === 0
      ? 'Không có người bị loại khỏi xếp hạng.'
      : `Loại khỏi xếp hạng ${countWords(totals.excluded)} người, không tính vào các số trên: ${excluded}.`,
  ]

  return lines.flatMap((text): Block[] => (text === null ? [] : [{ kind: 'item', text: `- ${text}` }]))
}

function lots({ lotDraws }: PaperSnapshot): Block[] {
  return lotDraws.map(({ method, seed, present, drawnAt, people }) => ({
    kind: 'text',
    lead: 'Bốc thăm:',
    text: `${countWords(people)} người bằng nhau ở mọi tiêu chí đã được bốc thăm lúc ${timeWords(drawnAt)}, ${
      method === 'by_hand' ? 'bằng tay' : `bằng máy với mã ${seed ?? ''}`
    }; người có mặt: ${present.join('; ')}.`,
  }))
}

/** Who stands by, and who was passed over and why. */
function others({ passed, reserves }: PaperSnapshot): Block[] {
  return [
    ...passed.map(({ fullName, unitName, rank, why, reason }): Block => {
      const person = `${fullName}${unitName ? ` (${unitName})` : ''}, hạng ${rank}`

      return {
        kind: 'item',
        text: `- Không xét giải: ${person}. Lý do: ${why === 'rejected' ? reason : 'đã có giải ở đợt thi khác'}.`,
      }
    }),
    ...(reserves.length > 0
      ? [
          {
            kind: 'item',
            text: `- Dự bị: ${reserves.map(({ fullName, unitName, rank }) => `${fullName}${unitName ? ` (${unitName})` : ''}, hạng ${rank}`).join('; ')}.`,
          } as const,
        ]
      : []),
  ]
}

function memberSignatures(members: readonly string[]): Block {
  return {
    kind: 'table',
    rowHeight: 'tall',
    columns: [
      { title: 'TT', width: 8, align: 'centre' },
      { title: 'Thành viên dự họp', width: 57 },
      { title: 'Chữ ký', width: 35 },
    ],
    rows: members.map((member, index) => [String(index + 1), member, '']),
  }
}
