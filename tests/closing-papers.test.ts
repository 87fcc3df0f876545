import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { makePaper } from '#app/core/closing/papers/make-paper.ts'
import { PAPER_KINDS, PAPER_VARIANTS } from '#app/core/closing/papers/paper.ts'
import type { Paper } from '#app/core/closing/papers/paper.ts'
import { shortPrize } from '#app/core/closing/papers/parts.ts'
import { durationWords, shareWords } from '#app/core/closing/papers/words.ts'
import { drawCertificates } from '#app/services/closing/certificates-pdf.server.ts'
import type { CertificateSheet } from '#app/services/closing/certificates-pdf.server.ts'
import { writePaperDocx } from '#app/services/closing/closing-paper-docx.server.ts'
import { draftSnapshot, sampleSnapshot, sampleSource } from './factories/closing-papers.ts'
import { readDocx, wordsOf } from './factories/read-docx.ts'

const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const DRAFT = 'DỰ THẢO'
const MINUTE_MS = 60_000

function tablesOf({ blocks }: Paper) {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
}

test('the rows of the winners are the same on the list, the minutes, the proposal, the decision and the report', () => {
  const [list, ...others] = (['winners', 'minutes', 'proposal', 'decision', 'report'] as const).map((kind) =>
    tablesOf(makePaper(kind, sampleSource())).find(({ columns }) =>
      columns.some(({ title }) => title === 'Giải'),
    ),
  )

  expect(list?.rows).toHaveLength(6)
  for (const table of others) expect(table).toEqual(list)
})

test('columns of every table share the width of the page, and every row has a cell for each', () => {
  for (const kind of PAPER_KINDS) {
    for (const { columns, rows, total } of tablesOf(makePaper(kind, sampleSource()))) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100)
      for (const row of [...rows, ...(total ? [total] : [])]) expect(row).toHaveLength(columns.length)
    }
  }
})

test('a paper is a draft until the result is official, and names state and time either way', () => {
  const draft = makePaper('decision', sampleSource({ snapshot: draftSnapshot() }))
  const official = makePaper('decision', sampleSource())

  expect(draft).toMatchObject({
    isDraft: true,
    state:
      'Kết quả tạm thời từ 17 giờ 01 phút ngày 20/11/2026. Số liệu lấy lúc 15 giờ 10 phút ngày 25/11/2026.',
  })
  expect(official).toMatchObject({
    isDraft: false,
    state:
      'Kết quả chính thức từ 14 giờ 00 phút ngày 25/11/2026. Số liệu lấy lúc 15 giờ 10 phút ngày 25/11/2026.',
  })
  expect(wordsOf(draft)).toContain('Còn 2 người bằng nhau ở ranh giới của giải')
  expect(wordsOf(official)).not.toContain('chờ bốc thăm')
})

test('the minutes name the members, the rules, the lots, who was passed over and who stands by', () => {
  const words = wordsOf(makePaper('minutes', sampleSource()))

  for (const part of [
    'tại Phòng họp số 1',
    '2. Trần Thị Thử – Thành viên',
    '2. Thời gian làm bài ngắn hơn xếp trên.',
    'bằng máy với mã 0123456789abcdef',
    'Lê Mẫu Không Đạt (Phòng Thử nghiệm), hạng 5. Lý do: không đúng đối tượng dự thi',
    'Dự bị: Trần Mẫu Dự Bị',
    '02 người thuộc Ban Tổ chức, Tổ thư ký',
  ])
    expect(words).toContain(part)
})

test('the sums under the report’s tables are the totals of the round', () => {
  const sums = tablesOf(makePaper('report', sampleSource())).flatMap(({ total }) =>
    total ? [total.at(-1)] : [],
  )

  // By unit, day and right answers; by hour the last column is a share.
  expect(sums).toEqual(['2.100', '2.100', '', '2.100'])
})

test('without prizes nobody is made up', () => {
  const words = wordsOf(makePaper('minutes', sampleSource({ snapshot: sampleSnapshot({ winners: [] }) })))

  expect(words).toContain('Không có cá nhân đạt giải.')
})

test('figures are written the Vietnamese way', () => {
  expect(durationWords(4 * MINUTE_MS + 6_078)).toBe('4:06,078')
  expect(shareWords(1, 3)).toBe('33,3%')
  expect(shareWords(0, 0)).toBe('–')
  expect(shortPrize('Giải khuyến khích')).toBe('Khuyến khích')
  expect(shortPrize('Quà lưu niệm')).toBe('Quà lưu niệm')
})

for (const variant of PAPER_VARIANTS) {
  for (const kind of PAPER_KINDS) {
    test(`the DOCX of ${kind} for a ${variant} body holds every word of the paper in Times New Roman`, async () => {
      const paper = makePaper(kind, sampleSource({ variant }))
      const { parts, text, xml } = readDocx(await writePaperDocx(paper))

      expect(parts).toEqual(
        expect.arrayContaining([
          '[Content_Types].xml',
          '_rels/.rels',
          'word/document.xml',
          'word/styles.xml',
        ]),
      )
      for (const line of wordsOf(paper).split('\n')) expect(text).toContain(line)
      expect(text.includes(MOTTO)).toBe(variant === 'state')
      expect(text.includes('ĐẢNG CỘNG SẢN VIỆT NAM')).toBe(variant === 'party')
      expect(text).toContain('SỞ THỬ NGHIỆM')
      expect(text).toContain(paper.state)
      expect(text).not.toContain(DRAFT)
      // 20, 15, 20 and 30 mm in twentieths of a point.
      expect(marginsOf(xml)).toMatchObject({ top: '1133', right: '850', bottom: '1133', left: '1700' })
      expect(new Set(xml.match(/w:ascii="[^"]+"/g))).toEqual(new Set(['w:ascii="Times New Roman"']))
    })
  }
}

test('the DOCX of a draft says so in the header of every page', async () => {
  const draft = makePaper('decision', sampleSource({ snapshot: draftSnapshot() }))
  const { headers } = readDocx(await writePaperDocx(draft))

  expect(headers).toHaveLength(2)
  for (const header of headers) expect(header).toContain(DRAFT)
})

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

test.skipIf(!hasLibreOffice)(
  'every paper opens in LibreOffice and becomes pages with all its words (skipped where soffice is not installed)',
  { timeout: 120_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-thi-papers-'))
    try {
      const papers = PAPER_KINDS.flatMap((kind) =>
        PAPER_VARIANTS.map((variant) => ({
          file: join(folder, `${kind}-${variant}`),
          paper: makePaper(kind, sampleSource({ variant })),
        })),
      )
      for (const { file, paper } of papers) await writeFile(`${file}.docx`, await writePaperDocx(paper))
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      // The words as LibreOffice read them, and the pages it made of them.
      for (const format of ['txt:Text (encoded):UTF8', 'pdf']) {
        const documents = papers.map(({ file }) => `${file}.docx`)
        const options = [profile, '--headless', '--convert-to', format, '--outdir', folder]
        const run = spawnSync('soffice', [...options, ...documents], { encoding: 'utf8' })
        expect(run.status, run.stderr).toBe(0)
      }
      for (const { file, paper } of papers) {
        const words = compact(await readFile(`${file}.txt`, 'utf8'))
        for (const line of wordsOf(paper).split('\n')) expect(words).toContain(compact(line))
        const { totalPages, text } = await pdfText(await readFile(`${file}.pdf`))
        expect(totalPages).toBeLessThanOrEqual(4)
        // The foot of each page names the moment of the figures.
        for (const page of text)
          expect(compact(page)).toMatch(/phútngày25\/11\/2026\.[^.]*15gi.*25\/11\/2026/)
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

const sheet = (overrides: Partial<CertificateSheet> = {}): CertificateSheet => ({
  snapshot: sampleSnapshot(),
  variant: 'state',
  winners: sampleSnapshot().winners,
  origin: 'https://hoithi.example.vn',
  receiptPathOf: (code) => `/bien-nhan/${code}`,
  ...overrides,
})

test('certificates stand one on a page with embedded fonts, each with the person, the prize and the receipt', async () => {
  const bytes = await drawCertificates(sheet())
  const { totalPages, text } = await pdfText(bytes)

  expect(totalPages).toBe(6)
  expect(text[1]).toContain('Nguyễn Thị Mẫu B')
  expect(text[1]).toContain('Ủy ban nhân dân xã Thử Nghiệm Một')
  expect(text[1]).toContain('GIẢI NHÌ')
  expect(text[1]).toContain('Đợt 1, Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng năm 2026 (mẫu)')
  expect(text[1]).toContain('ABCD-EFGH-JKM2')
  expect(text[1]).toContain(MOTTO)
  expect(text.join(' ')).not.toContain(DRAFT)
  const source = bytes.toString('latin1')
  expect(new Set(source.match(/\/BaseFont \/[^\s/]+/g)?.map((name) => name.replace(/.*\+/, '')))).toEqual(
    new Set(['BeVietnamPro-Regular', 'BeVietnamPro-SemiBold']),
  )
  expect(source.match(/\/FontFile2/g)).toHaveLength(2)
})

test('before the result is official a certificate says that it is a draft', async () => {
  const { text } = await pdfText(
    await drawCertificates(
      sheet({ snapshot: draftSnapshot(), winners: draftSnapshot().winners.slice(0, 1) }),
    ),
  )

  expect(text[0]).toContain(DRAFT)
  expect(text[0]).toContain('Kết quả tạm thời')
})

test('a very long name and unit are printed whole, and inside the frame', async () => {
  const [winner] = sampleSnapshot().winners
  if (!winner) throw new Error('the sample has winners')
  const fullName = 'Công Tằng Tôn Nữ Mẫu '.repeat(5).trim()
  const unitName = 'Phòng Văn hóa, Khoa học và Thông tin '.repeat(5).trim()
  const bytes = await drawCertificates(sheet({ winners: [{ ...winner, fullName, unitName }] }))
  const page = await (await getDocumentProxy(new Uint8Array(bytes))).getPage(1)
  const { items } = await page.getTextContent()
  const runs = items.flatMap((item) => ('str' in item ? [item] : []))
  const words = compact(runs.map(({ str }) => str).join(' '))

  expect(words).toContain(compact(fullName))
  expect(words).toContain(compact(unitName))
  const [, , pageWidth = 0] = page.view
  for (const { transform, width } of runs) {
    const left = transform[4] as number
    expect(left).toBeGreaterThan(40)
    expect(left + width).toBeLessThan(pageWidth - 40)
  }
})

/** The margins of the page by their sides. */
function marginsOf(xml: string): Record<string, string> {
  const [element = ''] = xml.match(/<w:pgMar[^>]*>/) ?? []

  return Object.fromEntries(
    [...element.matchAll(/w:(\w+)="(\d+)"/g)].map(([, side = '', length = '']) => [side, length]),
  )
}

/** Line ends of a page are none of the text. */
function compact(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '')
}

async function pdfText(bytes: Uint8Array): Promise<{ totalPages: number; text: string[] }> {
  return extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
}
