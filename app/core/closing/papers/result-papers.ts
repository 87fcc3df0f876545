import type { Block, Paper } from './paper.ts'
import {
  ARCHIVE,
  HEAD_SIGNER,
  openQuestions,
  paperOf,
  predictionSentence,
  roundDays,
  roundName,
  shortPrize,
  winnersTable,
} from './parts.ts'
import type { PaperSource } from './parts.ts'
import { winnersByPrize } from './snapshot.ts'
import type { PaperSnapshot } from './snapshot.ts'
import { countWords, dateWords, numberWords } from './words.ts'

/** Who has won what: for publication inside the offices and as an annex. */
export function winnersList(source: PaperSource): Paper {
  const { snapshot } = source

  return paperOf('winners', source, {
    title: 'DANH SÁCH',
    subtitle: `Cá nhân đạt giải ${roundName(snapshot)}`,
    blocks: [
      { kind: 'text', text: prizeSummary(snapshot) },
      winnersTable(snapshot),
      ...openQuestions(snapshot),
    ],
    signers: [HEAD_SIGNER],
    recipients: [],
  })
}

/** Asks the competent authority to recognise the result. */
export function proposal(source: PaperSource): Paper {
  const { snapshot } = source
  const { contest, totals } = snapshot

  return paperOf('proposal', source, {
    title: 'TỜ TRÌNH',
    subtitle: `Về việc công nhận kết quả và trao giải ${roundName(snapshot)}`,
    blocks: [
      { kind: 'centred', text: 'Kính gửi: [Cơ quan, người có thẩm quyền công nhận kết quả]' },
      {
        kind: 'text',
        text: `Thực hiện [Kế hoạch số, ngày, cơ quan ban hành] và Thể lệ ${contest.title}, ${contest.organizerName} đã tổ chức ${snapshot.round.title} bằng hình thức trực tuyến ${roundDays(snapshot)}.`,
      },
      {
        kind: 'text',
        text: `Kết thúc đợt thi có ${numberWords(totals.people)} người dự thi với ${numberWords(totals.attempts)} lượt thi được tính; ${numberWords(totals.peopleAllRight)} người trả lời đúng tất cả các câu hỏi.`,
      },
      {
        kind: 'text',
        text: `${minutesReference(snapshot)} ${prizeSummary(snapshot)}`,
      },
      {
        kind: 'text',
        text: `${contest.organizerName} kính trình xem xét, ban hành Quyết định công nhận kết quả và trao giải ${roundName(snapshot)} cho các cá nhân có tên trong danh sách kèm theo.`,
      },
      ...openQuestions(snapshot),
      {
        kind: 'text',
        text: 'Hồ sơ kèm theo: Biên bản xét giải; danh sách cá nhân đạt giải; dự thảo Quyết định.',
      },
      ...annexOf(snapshot, 'Kèm theo Tờ trình số [Số văn bản] ngày ... tháng ... năm ...'),
    ],
    signers: [HEAD_SIGNER],
    recipients: ['Như trên;', ARCHIVE],
  })
}

/** Recognises the result and gives the prizes. */
export function decision(source: PaperSource): Paper {
  const { snapshot, variant } = source
  const { contest } = snapshot

  return paperOf('decision', source, {
    title: 'QUYẾT ĐỊNH',
    subtitle: `Về việc công nhận kết quả và trao giải ${roundName(snapshot)}`,
    blocks: [
      { kind: 'heading', text: '[THẨM QUYỀN BAN HÀNH]' },
      {
        kind: 'basis',
        text: `Căn cứ [văn bản quy định chức năng, nhiệm vụ, quyền hạn của ${variant === 'party' ? 'cấp ủy' : 'cơ quan'} ban hành];`,
      },
      { kind: 'basis', text: `Căn cứ [Kế hoạch số, ngày, cơ quan ban hành] tổ chức ${contest.title};` },
      { kind: 'basis', text: `Căn cứ Thể lệ ${contest.title} và Biên bản xét giải ${snapshot.round.title};` },
      {
        kind: 'basis',
        text: `Theo đề nghị của ${contest.organizerName} tại Tờ trình số [Số văn bản, ngày].`,
      },
      { kind: 'heading', text: variant === 'party' ? 'QUYẾT ĐỊNH' : 'QUYẾT ĐỊNH:' },
      {
        kind: 'text',
        lead: 'Điều 1.',
        text: `Công nhận kết quả ${roundName(snapshot)} và trao giải cho ${countWords(snapshot.winners.length)} cá nhân (có danh sách kèm theo): ${prizeCounts(snapshot)}.`,
      },
      {
        kind: 'text',
        lead: 'Điều 2.',
        text: `Mức thưởng của từng giải: [mức thưởng theo Kế hoạch và Thể lệ]. Kinh phí: [nguồn kinh phí].`,
      },
      {
        kind: 'text',
        lead: 'Điều 3.',
        text: `${contest.organizerName}, [các cơ quan, đơn vị liên quan] và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.`,
      },
      ...openQuestions(snapshot),
      ...annexOf(snapshot, 'Kèm theo Quyết định số [Số văn bản] ngày ... tháng ... năm ...'),
    ],
    signers: [HEAD_SIGNER],
    recipients: ['Như Điều 3;', '[Cơ quan cấp trên] (để báo cáo);', ARCHIVE],
  })
}

/** For the hand-over of the prizes: what was handed over, and the signature, are written by hand. */
export function signList(source: PaperSource): Paper {
  const { snapshot } = source

  return paperOf('sign_list', source, {
    title: 'DANH SÁCH KÝ NHẬN GIẢI THƯỞNG',
    subtitle: roundName(snapshot),
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        rowHeight: 'tall',
        columns: [
          { title: 'TT', width: 5, align: 'centre' },
          { title: 'Họ và tên', width: 20 },
          { title: 'Đơn vị', width: 22 },
          { title: 'Giải', width: 13, align: 'centre' },
          { title: 'Tiền thưởng, hiện vật', width: 16 },
          { title: 'Ngày nhận', width: 10 },
          { title: 'Ký nhận', width: 14 },
        ],
        rows: snapshot.winners.map(({ fullName, unitName, prizeTitle }, index) => [
          String(index + 1),
          fullName,
          unitName,
          shortPrize(prizeTitle),
          '',
          '',
          '',
        ]),
      },
      { kind: 'text', text: `Danh sách có ${countWords(snapshot.winners.length)} người.` },
      ...openQuestions(snapshot),
    ],
    signers: [
      { titles: ['NGƯỜI LẬP DANH SÁCH'], name: '[Họ và tên]' },
      { titles: ['NGƯỜI TRAO GIẢI'], name: '[Họ và tên]' },
      HEAD_SIGNER,
    ],
    recipients: [],
  })
}

/** "Có 06 cá nhân đạt giải, gồm: 01 Giải Nhất, 02 Giải Nhì." */
export function prizeSummary(snapshot: PaperSnapshot): string {
  if (snapshot.winners.length === 0) return 'Không có cá nhân đạt giải.'

  return `Có ${countWords(snapshot.winners.length)} cá nhân đạt giải, gồm: ${prizeCounts(snapshot)}.`
}

function prizeCounts({ winners }: PaperSnapshot): string {
  return winnersByPrize(winners)
    .map((group) => `${countWords(group.winners.length)} ${group.title}`)
    .join(', ')
}

function minutesReference({ round, minutes }: PaperSnapshot): string {
  if (!minutes) return '[Căn cứ Biên bản xét giải: chưa lập trên hệ thống.]'
  const official = round.officialAt ? ` và được công bố ngày ${dateWords(round.officialAt)}` : ''

  return `Kết quả đã được xét tại cuộc họp có biên bản kèm theo${official}.`
}

function annexOf(snapshot: PaperSnapshot, reference: string): Block[] {
  return [
    {
      kind: 'annex',
      title: 'DANH SÁCH CÁ NHÂN ĐẠT GIẢI',
      subtitle: `(${reference})`,
    },
    { kind: 'centred', text: roundName(snapshot) },
    winnersTable(snapshot),
    ...[predictionSentence(snapshot)].flatMap((text): Block[] => (text ? [{ kind: 'note', text }] : [])),
  ]
}
