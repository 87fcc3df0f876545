import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { REFUSED_FILES } from '../fixtures/questions/refused-files.ts'
import { seedOwnBank, seedSignedInStaff } from '../setup/e2e-bank.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'
import { wordWithKeyTable, writeBytes } from '../setup/e2e-imports.ts'
import { writeRows } from '../setup/e2e-rosters.ts'

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
  await second.getByRole('button', { name: 'Lưu và kiểm tra lại' }).click()
  await expect(page.getByText('Đã lưu câu 2. Không còn lỗi.')).toBeVisible()

  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/nhap`)
  await page.getByRole('link', { name: 'de-thi.docx' }).click()
  await page.getByRole('button', { name: 'Nhập 3 câu' }).click()
  await expect(page.getByText(/Đã nhập: 3 câu mới/)).toBeVisible()
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
      [
        'Nội dung câu hỏi',
        'Phương án A',
        'Phương án B',
        'Phương án C',
        'Phương án D',
        'Đáp án đúng',
        'Chủ đề',
      ],
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
