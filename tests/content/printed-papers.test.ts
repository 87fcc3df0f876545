import { expect, test } from 'vitest'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'
import { writeKey, writePaper } from '#app/services/questions/printed-papers.server.ts'
import type { PrintedQuestion } from '#app/services/questions/printed-papers.server.ts'
import { readDocx } from '../factories/read-docx.ts'

const HEADER = {
  organizerName: 'Sở Nội vụ tỉnh Mẫu',
  title: 'Đợt 1: tìm hiểu Luật Thi đua, khen thưởng',
  remark: 'Thời gian làm bài: 15 phút · Số câu: 2 · Mã đề: 7',
}

const QUESTIONS: readonly PrintedQuestion[] = [
  {
    stem: 'Một tuần có bao nhiêu ngày?',
    options: ['Sáu ngày', 'Bảy ngày', 'Tám ngày'],
    isMultiple: false,
    key: [1],
    explanation: 'Từ thứ hai đến chủ nhật.',
    source: 'khoản 1 Điều 5',
  },
  {
    stem: 'Những tháng nào có 31 ngày?',
    options: ['Tháng Một, tháng mở đầu của một năm dương lịch', 'Tháng Hai', 'Tháng Ba', 'Tháng Tư'],
    isMultiple: true,
    key: [0, 2],
    explanation: '',
    source: '',
  },
]

test('a printed paper has its head, room for the name, page numbers and the questions, and does not tell the key', async () => {
  const { text, xml } = readDocx(await writePaper(HEADER, QUESTIONS))

  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'SỞ NỘI VỤ TỈNH MẪU',
    'ĐỢT 1: TÌM HIỂU LUẬT THI ĐUA, KHEN THƯỞNG',
    HEADER.remark,
    'Họ và tên:',
    'Câu 2. Những tháng nào có 31 ngày? (Chọn mọi phương án đúng)',
    'Trang ',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Từ thứ hai đến chủ nhật')
  expect(text).not.toContain('khoản 1 Điều 5')
  // Bold is the number of a question only, never an option.
  const boldWords = [...xml.matchAll(/<w:b\/>.*?<w:t[^>]*>([^<]*)/gs)].map(([, words]) => words)
  expect(boldWords.filter((words) => /^[A-D]\. /.test(words ?? ''))).toEqual([])
})

test('short options stand two on a line and long ones by themselves, and the paper can be read again', async () => {
  const bytes = await writePaper(HEADER, QUESTIONS)
  const { text } = readDocx(bytes)
  expect(text).toContain('A. Sáu ngàyB. Bảy ngày\nC. Tám ngày')
  expect(text).toContain('B. Tháng Hai\nC. Tháng Ba\n')

  const { questions } = await previewQuestionFile(bytes, 'de.docx')
  expect(questions.map(({ options, key }) => ({ options, key }))).toEqual(
    QUESTIONS.map(({ options }) => ({ options, key: [] })),
  )
})

test('the key is a table of numbers and letters that no page tears apart, then the reasons', async () => {
  const { text, xml } = readDocx(await writeKey(HEADER, QUESTIONS))

  expect(text).toContain('ĐÁP ÁN: ĐỢT 1')
  expect(text).toContain('Câu\n1\n2\nĐáp án\nB\nA, C\n')
  expect(text).toContain('Câu 1: B. Từ thứ hai đến chủ nhật. — khoản 1 Điều 5')
  expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThanOrEqual(2)
})
