import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { REFUSED_FILES } from '../fixtures/questions/refused-files.ts'
import { xlsxOf } from '../fixtures/questions/make-xlsx.ts'
import { seedOwnBank, seedSignedInStaff, seedStaffWithPassword } from '../setup/e2e-bank.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'
import { wordWithKeyTable, writeBytes } from '../setup/e2e-imports.ts'
import { writeRows } from '../setup/e2e-rosters.ts'

const HEADINGS = [
  'Nội dung câu hỏi',
  'Phương án A',
  'Phương án B',
  'Phương án C',
  'Phương án D',
  'Đáp án đúng',
  'Chủ đề',
] as const

async function upload(page: Page, file: string): Promise<void> {
  await page.getByLabel('Tệp câu hỏi').setInputFiles(file)
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()
}

test('a Word file with a key table is mended, imported, approved by somebody else and stands in the bank', async ({
  page,
  origin,
  context,
}, info) => {
  test.slow()
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'question_author', 'Trần Văn Soạn')
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
  await page.getByRole('link', { name: 'Nhập từ tệp' }).click()
  await expectNoAxeViolations(page)
  await upload(page, await writeBytes(info, 'de-thi.docx', wordWithKeyTable(bank.slug)))

  await expect(page.getByRole('heading', { name: 'Xem trước: de-thi.docx' })).toBeVisible()
  const second = page.getByRole('region', { name: 'Câu 2' })
  await expect(second.getByText('không ứng với phương án nào')).toBeVisible()
  await expect(page.getByText('Chưa có câu nào nhập được.')).toBeVisible()
  await page.getByLabel('Chuyên đề cho câu chưa có chuyên đề').selectOption('Chuyên đề chung')
  await page.getByRole('button', { name: 'Cập nhật lựa chọn' }).click()
  await expect(page.getByRole('button', { name: 'Nhập 2 câu' })).toBeVisible()
  await page.getByRole('link', { name: 'Có lỗi 1' }).click()
  await expect(page.getByRole('region', { name: 'Câu 1' })).toHaveCount(0)
  await expectNoAxeViolations(page)

  await second.getByRole('link', { name: 'Sửa câu 2' }).click()
  await expect(second.getByLabel('Phương án C đúng')).toBeVisible()
  await expectNoAxeViolations(page)
  await second.getByLabel('Phương án C đúng').check()
  await second.getByLabel('Giải thích').fill('Theo Điều 21.')
  await second.getByLabel('Điều luật').selectOption('D21')
  await second.getByRole('button', { name: 'Thêm căn cứ' }).click()
  await second.getByRole('button', { name: 'Lưu và kiểm tra lại' }).click()
  await expect(page.getByText('Đã lưu câu 2. Không còn lỗi.')).toBeVisible()

  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
  await page.getByRole('link', { name: 'de-thi.docx' }).click()
  await page.getByRole('button', { name: 'Nhập 3 câu' }).click()
  await expect(page.getByText(/Đã nhập: 3 câu mới/)).toBeVisible()
  await expect(page.getByText(/^2 câu là bản nháp vì thiếu/)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Xem các câu chờ duyệt' }).click()
  await expect(
    page.getByRole('link', { name: `Hình thức nào có trong câu thử hai ${bank.slug}?` }),
  ).toBeVisible()

  await seedSignedInStaff(origin, context, 'reviewer', 'Lê Thị Duyệt')
  await page.reload()
  await page.getByRole('link', { name: `Hình thức nào có trong câu thử hai ${bank.slug}?` }).click()
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByText(/Đã duyệt 1 câu/)).toBeVisible()
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}&trang-thai=da-duyet`)
  await expect(
    page.getByRole('link', { name: `Hình thức nào có trong câu thử hai ${bank.slug}?` }),
  ).toBeVisible()
})

test.describe('duplicates', () => {
  test.use({ allowedConsoleErrors: [/status of 409/] })

  test('what the bank has already is told, a contradiction waits for a decision, and failed rows come back as a file', async ({
    page,
    origin,
    context,
  }, info) => {
    test.slow()
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'organizer')
    await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Excel (.xlsx)' }).click()
    const exported = await (await download).path()
    const bytes = await readFile(exported)
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click()
    await upload(page, await writeBytes(info, 'xuat-ra.xlsx', bytes))
    await expect(page.getByText('Bỏ qua vì ngân hàng đã có: 3')).toBeVisible()
    await page.getByText('Xóa tệp này').click()
    await page.getByRole('button', { name: 'Xóa hẳn' }).click()
    await expect(page).toHaveURL(/\/nhap$/)

    const { stem, options } = await questionOf(page, bank.slug, 'chung-1')
    const file = await writeRows(info, [
      [...HEADINGS],
      [stem, ...options, 'B', 'Chuyên đề chung'],
      [`Câu thiếu đáp án ${bank.slug}?`, 'x', 'y', 'z', 't', null, 'Chuyên đề chung'],
    ])
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
    await upload(page, file)
    const contradiction = page.getByRole('region', { name: 'Câu 1' })
    await expect(contradiction.getByText('MÂU THUẪN')).toBeVisible()
    await expect(page.getByText('Chờ bạn quyết định (trùng câu, khác đáp án): 1')).toBeVisible()
    await expectNoAxeViolations(page)
    await contradiction.getByRole('button', { name: 'Thành phiên bản mới của chung-1' }).click()
    await page.getByLabel('Tất cả hoặc không câu nào').check()
    await page.getByRole('button', { name: 'Nhập 1 câu' }).click()
    await expect(page.getByText(/Chưa nhập câu nào: còn câu/)).toBeVisible()
    await page.getByLabel('Nhập các câu tốt, để lại câu lỗi để tải về').check()
    await page.getByRole('button', { name: 'Nhập 1 câu' }).click()
    await expect(page.getByText(/1 phiên bản mới.*không nhập được 1\./)).toBeVisible()

    const failed = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải các câu không nhập được' }).click()
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
    await upload(page, await writeBytes(info, 'cau-loi.xlsx', await readFile(await (await failed).path())))
    await expect(page.getByText('Không nhập vì còn lỗi: 1')).toBeVisible()
  })
})

test('many duplicates are decided by keyboard and taken back; contradictions show both keys first', async ({
  page,
  origin,
  context,
}, info) => {
  test.slow()
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'organizer')
  const known = [await questionOf(page, bank.slug, 'chung-1'), await questionOf(page, bank.slug, 'chung-2')]
  const rows = known.flatMap(({ stem, options }, index) => [
    [stem, ...options, index === 0 ? 'A' : 'C', 'Chuyên đề chung'],
  ])
  const other = await questionOf(page, bank.slug, 'khac-1')
  rows.push([other.stem, ...other.options, 'D', 'Chuyên đề khac'])
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
  await upload(page, await writeRows(info, [[...HEADINGS], ...rows]))
  await page.getByRole('link', { name: 'Trùng hoặc gần giống 3' }).click()
  const bulk = page.getByRole('region', { name: 'Quyết định hàng loạt' })
  await expectNoAxeViolations(page)
  await expect(bulk.getByRole('button', { name: /^Thêm thành câu mới cho cả/ })).toHaveCount(1)
  await bulk.getByRole('button', { name: 'Thêm thành câu mới cho cả 1 câu' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã ghi quyết định cho 1 câu.')).toBeVisible()
  await expect(page.getByText('Sẽ nhập: 1 câu')).toBeVisible()
  const last = page.getByRole('region', { name: 'Vừa làm hàng loạt' })
  await last.getByRole('button', { name: 'Hoàn tác' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đã hoàn tác: 1 câu trở lại như trước.')).toBeVisible()
  await expect(page.getByText('Sẽ nhập: 0 câu')).toBeVisible()
  await expect(last).toHaveCount(0)

  await bulk.getByRole('link', { name: 'So đáp án từng câu' }).click()
  const keys = page.getByRole('region', { name: 'So đáp án rồi quyết định' })
  await expect(keys.getByText('Đáp án trong tệp')).toHaveCount(2)
  await expect(keys.getByText('Đáp án trong ngân hàng')).toHaveCount(2)
  await expectNoAxeViolations(page)
  await keys.getByRole('checkbox', { name: 'Đánh dấu câu 2' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(keys.getByText('Đã đánh dấu 1 câu')).toBeVisible()
  await keys.getByRole('button', { name: 'Thành phiên bản mới' }).click()
  await expect(page.getByText('Đã ghi quyết định cho 1 câu.')).toBeVisible()
  await expect(keys.getByText('Sẽ thành phiên bản mới')).toHaveCount(1)
  await expect(page.getByText('Chờ bạn quyết định (trùng câu, khác đáp án): 1')).toBeVisible()
})

test('proposals are taken with one press, at one question or at all of a kind, and taken back', async ({
  page,
  origin,
  context,
}, info) => {
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'question_author')
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
  const dated = (number: number) => [
    `Một phần hai của ${number} là bao nhiêu ${bank.slug}?`,
    { serial: 46_053 + number, format: 'd-mmm' } as const,
    'không chia được',
    'A',
    'Chuyên đề chung',
  ]
  const file = xlsxOf([['Câu hỏi', 'A', 'B', 'Đáp án', 'Chủ đề'], dated(1), dated(2), dated(3)])
  await upload(page, await writeBytes(info, 'ngay-thang.xlsx', file))
  await page.getByRole('link', { name: 'Có lỗi 3' }).click()
  await page.getByRole('region', { name: 'Câu 1' }).getByRole('button', { name: 'Dùng “1/2”' }).click()
  await expect(page.getByText('Đã lưu câu 1. Không còn lỗi.')).toBeVisible()
  await expect(page.getByText('Sẽ nhập: 1 câu')).toBeVisible()

  await page.getByRole('button', { name: 'Dùng đề xuất ở 2 câu' }).click()
  await expect(page.getByText('Đã dùng đề xuất ở 2 câu.')).toBeVisible()
  await expect(page.getByText('Sẽ nhập: 3 câu')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('Đã hoàn tác: 2 câu trở lại như trước.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Có lỗi 2' })).toBeVisible()
})

test.describe('a correction in place', () => {
  test.use({ allowedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('keeps what was typed through a mistake, a lost network and an ended session', async ({
    page,
    origin,
    context,
  }, info) => {
    test.slow()
    const bank = await seedOwnBank()
    const author = await seedStaffWithPassword(origin, context, 'question_author')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
    await upload(page, await writeBytes(info, 'de-thi.docx', wordWithKeyTable(bank.slug)))
    const second = page.getByRole('region', { name: 'Câu 2' })
    const stem = second.getByLabel('Câu hỏi', { exact: true })
    const save = second.getByRole('button', { name: 'Lưu và kiểm tra lại' })
    await second.getByRole('link', { name: 'Sửa câu 2' }).click()
    await stem.fill('Câu sửa mà vẫn thiếu đáp án?')
    await save.click()
    await expect(page.getByText('Đã lưu câu 2, nhưng câu này vẫn còn lỗi.')).toBeVisible()

    await second.getByRole('link', { name: 'Sửa câu 2' }).click()
    await expect(stem).toHaveValue('Câu sửa mà vẫn thiếu đáp án?')
    await second.getByLabel('Phương án C đúng').check()
    await stem.fill('Câu sửa lần cuối?')
    await context.setOffline(true)
    await save.click()
    await expect(second.getByText(/Chưa gửi được vì mất kết nối mạng/)).toBeVisible()
    await expect(stem).toHaveValue('Câu sửa lần cuối?')
    await context.setOffline(false)

    await context.clearCookies()
    await save.click()
    await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(author.loginName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(author.password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByText('Đã lấy lại những gì bạn gõ dở.')).toBeVisible()
    await expect(stem).toHaveValue('Câu sửa lần cuối?')
    await expect(second.getByLabel('Phương án C đúng')).toBeChecked()
    await save.click()
    await expect(page.getByText('Đã lưu câu 2. Không còn lỗi.')).toBeVisible()
  })
})

/** Stem and options of a question as its page shows them. */
async function questionOf(page: Page, bankSlug: string, code: string) {
  await page.goto(`/to-chuc/cau-hoi/${bankSlug}/${code}/sua`)
  const stem = await page.getByLabel('Câu hỏi', { exact: true }).inputValue()
  const options = []
  for (const letter of ['A', 'B', 'C', 'D'])
    options.push(await page.getByLabel(`Phương án ${letter}`, { exact: true }).inputValue())

  return { stem, options }
}

test.describe('refusals', () => {
  test.use({ allowedConsoleErrors: [/status of 4(?:13|22)/] })

  test('a burst archive, macros and old Word files are refused in words, at the field', async ({
    page,
    origin,
    context,
  }, info) => {
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'question_author')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
    const sentences = {
      'bom-nen.xlsx': /khi giải nén lớn bất thường/,
      'macro.docm': /có chứa macro/,
      'cu.doc': /tệp Word kiểu cũ/,
    }
    for (const [name, sentence] of Object.entries(sentences)) {
      await upload(page, await writeBytes(info, name, REFUSED_FILES[name]?.make() ?? new Uint8Array()))
      await expect(page.getByText(sentence)).toBeVisible()
      await expect(page.getByLabel('Tệp câu hỏi')).toBeFocused()
    }
    await expectNoAxeViolations(page)
  })
})
