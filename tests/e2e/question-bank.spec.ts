import type { Page } from '@playwright/test'
import { seedOwnBank, seedPractice, seedSignedInStaff, seedWaiting } from '../setup/e2e-bank.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedSignedInParticipant } from '../setup/e2e-people.ts'

async function fillQuestion(page: Page, stem: string): Promise<void> {
  await page.getByLabel('Chuyên đề', { exact: true }).selectOption('Chuyên đề chung')
  await page.getByLabel('Mức độ').selectOption('Nhận biết')
  await page.getByLabel('Câu hỏi', { exact: true }).fill(stem)
  await page.getByLabel('Phương án A', { exact: true }).fill('Chiến sĩ thi đua cơ sở')
  await page.getByLabel('Phương án B', { exact: true }).fill('Lao động tiên tiến')
  await page.getByLabel('Phương án B đúng').check()
  await page.getByLabel('Giải thích').fill('Theo điểm a khoản 1 Điều 21.')
  await page.getByLabel('Điều luật').selectOption('D21')
  await page.getByLabel('Khoản').selectOption('D21.1')
  await page.getByLabel('Điểm').selectOption('D21.1.a')
  await page.getByRole('button', { name: 'Thêm căn cứ' }).click()
}

test('an author writes and submits, a reviewer approves, and practice draws it', async ({
  page,
  origin,
  context,
}) => {
  test.slow()
  const bank = await seedOwnBank()
  const author = await seedSignedInStaff(origin, context, 'question_author', 'Trần Văn Soạn')
  await page.goto('/to-chuc')
  await expect(page).toHaveURL(/\/to-chuc\/cau-hoi/)
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
  await expect(page.getByText('chỉ để kiểm thử')).toBeVisible()
  await page.getByRole('link', { name: 'Soạn câu hỏi mới' }).click()
  const stem = `Danh hiệu nào được xét theo câu thử ${bank.slug}?`
  await fillQuestion(page, stem)
  const preview = page.getByRole('complementary', { name: 'Người dự thi sẽ thấy' })
  await expect(preview.getByRole('radio', { name: /Lao động tiên tiến/ })).toBeVisible()
  await expect(preview.getByText(stem)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await expect(page.getByText(/Đã lưu và trình duyệt/)).toBeVisible()
  await expect(page.getByText(/do bạn soạn đang chờ người khác duyệt/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Duyệt', exact: true })).toHaveCount(0)
  const address = new URL(page.url()).pathname

  await seedSignedInStaff(origin, context, 'reviewer', 'Lê Thị Duyệt')
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
  await page.getByRole('link', { name: 'Chờ duyệt: 1' }).click()
  await page.getByRole('link', { name: stem }).click()
  await expect(page).toHaveURL(address)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByText(/Đã duyệt 1 câu/)).toBeVisible()
  const history = page.getByRole('listitem').filter({ hasText: author.loginName })
  await expect(history.first()).toContainText('soạn câu hỏi')

  const practice = await seedPractice(bank.id, 3)
  await seedSignedInParticipant(origin, context)
  await page.goto(practice)
  await page.getByRole('button', { name: /^Bắt đầu/ }).click()
  await expect(page).toHaveURL(/\/lam-bai\//)
  const next = page.getByRole('button', { name: 'Câu sau' })
  for (let turns = 0; turns < 2 && !(await page.getByText(stem).isVisible()); turns++) await next.click()
  await expect(page.getByText(stem)).toBeVisible()
})

test('a bulk action tells what became of each question, and is taken back with one press', async ({
  page,
  origin,
  context,
}) => {
  test.slow()
  const bank = await seedOwnBank()
  const waiting = await seedWaiting(bank.slug)
  await seedSignedInStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
  await page.getByRole('checkbox', { name: 'Chọn câu chung-1' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('checkbox', { name: 'Chọn câu chung-2' })).toBeFocused()
  await page.getByRole('checkbox', { name: 'Chọn tất cả câu của trang này' }).check()
  await expect(page.getByText('Đã chọn 4 câu')).toBeVisible()
  const bar = page.getByRole('region', { name: 'Việc với các câu đã chọn' })
  await bar.getByRole('combobox').selectOption('Duyệt')
  await bar.getByRole('button', { name: 'Thực hiện' }).click()
  await expect(page.getByText(/Đã duyệt 1 câu/)).toBeVisible()
  await expect(page.getByText('chung-1: chưa được trình duyệt')).toBeVisible()

  await page.getByRole('checkbox', { name: `Chọn câu ${waiting}` }).check()
  await bar.getByRole('combobox').selectOption('Rút khỏi ngân hàng')
  await bar.getByRole('button', { name: 'Thực hiện' }).click()
  await expect(page.getByText(/Đã rút 1 câu/)).toBeVisible()
  await expect(page.getByRole('checkbox', { name: `Chọn câu ${waiting}` })).toHaveCount(0)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText('Đã khôi phục 1 câu.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: `Chọn câu ${waiting}` })).toBeVisible()
  await expectNoAxeViolations(page)
})

test.describe('when the form is refused', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('what was typed stays, through a reload too, and the mistakes are at their places', async ({
    page,
    origin,
    context,
  }) => {
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'organizer')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/tao-moi`)
    await page.getByLabel('Câu hỏi', { exact: true }).fill('Câu đang soạn dở?')
    await page.getByLabel('Phương án C', { exact: true }).fill('Chỉ một phương án')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()

    await expect(page.getByText('Chưa lưu. Hãy sửa các chỗ được đánh dấu.')).toBeVisible()
    await expect(page.getByLabel('Chuyên đề', { exact: true })).toBeFocused()
    await expect(page.getByText('Hãy đánh dấu phương án đúng.')).toBeVisible()
    await expect(page.getByLabel('Câu hỏi', { exact: true })).toHaveValue('Câu đang soạn dở?')
    await expectNoAxeViolations(page)
    await page.reload()
    await expect(page.getByText('Đã khôi phục nội dung bạn đang gõ dở.')).toBeVisible()
    await expect(page.getByLabel('Phương án C', { exact: true })).toHaveValue('Chỉ một phương án')
  })
})

test.describe('when a rejection has no reason', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('the reviewer is asked for it where it is written, and is led on to the next question', async ({
    page,
    origin,
    context,
  }) => {
    const bank = await seedOwnBank()
    const first = await seedWaiting(bank.slug)
    const second = await seedWaiting(bank.slug)
    await seedSignedInStaff(origin, context, 'reviewer')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/${first}`)
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await expect(page.getByLabel('Lý do trả lại')).toBeFocused()
    await expect(page.getByText('Hãy ghi lý do trả lại để người soạn biết phải sửa gì.')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByLabel('Lý do trả lại').fill('Cần nêu rõ năm.')
    await page.getByRole('button', { name: 'Trả lại' }).click()
    await expect(page.getByText('Đã trả lại 1 câu cho người soạn.')).toBeVisible()
    await page.getByRole('link', { name: 'Câu chờ duyệt tiếp theo (còn 1)' }).click()
    await expect(page.getByRole('heading', { name: `Câu ${second}` })).toBeVisible()
  })
})

test('an edit is compared with the version before, word by word', async ({ page, origin, context }) => {
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/chung-1/sua`)
  await page.getByLabel('Câu hỏi', { exact: true }).fill('Nội dung mới của chung-1?')
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await expect(page.getByText(/Đã lưu bản nháp/)).toBeVisible()

  await expect(page.getByRole('insertion').filter({ hasText: 'mới của' })).toBeVisible()
  await expect(page.getByText('Đang dùng trong đề')).toBeVisible()
  await expect(page.getByText(/Nạp từ tệp lúc .* coi như đã duyệt/)).toBeVisible()
  await page.getByRole('link', { name: 'Xem phiên bản 1' }).click()
  await expect(page.getByRole('heading', { name: 'Phiên bản 1' })).toBeVisible()
})

test('an amended provision flags what rests on it, and taking the record away clears those flags', async ({
  page,
  origin,
  context,
}) => {
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/sua-doi-luat`)
  await page.getByLabel('Điều luật').selectOption('D5')
  await page.getByLabel('Có hiệu lực từ ngày').fill('2026-10-01')
  await page.getByLabel('Nội dung ghi nhận').fill('Điều 5 được sửa đổi')
  await page.getByRole('button', { name: 'Ghi nhận và gắn cờ' }).click()
  await expect(page.getByText('Đã ghi nhận. 3 câu được gắn cờ cần rà soát.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Xem các câu này' }).click()
  await expect(page.getByText('Có 3 câu.')).toBeVisible()
  await page.getByRole('link', { name: /Nội dung chung-1/ }).click()
  await expect(page.getByText(/Điều 5 được sửa đổi từ ngày 01\/10\/2026/)).toBeVisible()

  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/sua-doi-luat`)
  await page.getByRole('button', { name: 'Bỏ ghi nhận sửa đổi Điều 5' }).click()
  await expect(page.getByText('Đã bỏ ghi nhận và gỡ cờ 3 câu.')).toBeVisible()
})

test('an auditor reads the bank and the log and can change nothing', async ({ page, origin, context }) => {
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'auditor')
  await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}`)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await page.getByRole('link', { name: /Nội dung chung-1/ }).click()
  await expect(page.getByText('Đáp án đúng')).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  const sent = await page.request.post(`/to-chuc/cau-hoi/${bank.slug}/chung-1`, {
    form: { intent: 'act', kind: 'retire', code: 'chung-1' },
    headers: { Origin: origin },
  })
  expect(sent.status()).toBe(403)
  expect((await page.request.get('/to-chuc/nhan-su')).status()).toBe(403)

  await page.getByRole('navigation', { name: 'Khu vực Ban Tổ chức' }).getByText('Nhật ký').click()
  await expect(page.getByRole('heading', { name: 'Nhật ký' })).toBeVisible()
  await expectNoAxeViolations(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải về XLSX' }).click()
  expect((await download).suggestedFilename()).toMatch(/^nhat-ky-\d{4}-\d{2}-\d{2}\.xlsx$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of the bank in ${colorScheme}, and nothing is wider than the screen`, async ({
    page,
    origin,
    context,
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await seedSignedInStaff(origin, context, 'administrator')
    const pages = [
      '/to-chuc/cau-hoi?ngan-hang=law-06-2022',
      '/to-chuc/cau-hoi/law-06-2022/orders-001',
      '/to-chuc/cau-hoi/law-06-2022/orders-001/sua',
      '/to-chuc/cau-hoi/law-06-2022/sua-doi-luat',
      '/to-chuc/nhat-ky',
      '/to-chuc/nhan-su',
    ]
    for (const path of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page)
      await expectNothingTooWide(page)
    }
  })
}
