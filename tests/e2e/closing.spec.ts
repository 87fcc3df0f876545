import type { Page } from '@playwright/test'
import { endComplaintTime, seedClosedRound } from '../setup/e2e-closing.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedOwnOrganizer } from '../setup/e2e-organizers.ts'

test.use({ allowedConsoleErrors: [/status of (409|422)/] })

async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
}

async function expectStep(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
}

test('a round is closed from the count to the final result, with an exclusion, lots and a rejected winner', async ({
  page,
  origin,
  context,
}) => {
  test.slow()
  await seedOwnOrganizer(origin, context)
  const { slug, people } = await seedClosedRound()
  await page.goto(`/to-chuc/dot-thi/${slug}`)
  await page.getByRole('link', { name: /^Tổng kết/ }).click()

  await expectStep(page, 'Xem bảng dấu hiệu')
  await press(page, 'Lập bảng dấu hiệu')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('đã xét 5 lượt thi')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectNoAxeViolations(page)
  await press(page, 'Đã xem, sang bước tiếp theo')

  await expectStep(page, 'Loại khỏi xếp hạng')
  await page.getByLabel('Tên đăng nhập hoặc số điện thoại').fill('khong-co-ai')
  await press(page, 'Thêm vào danh sách')
  await expect(page.getByText('Hãy chọn loại lý do.')).toBeVisible()
  await page.getByLabel('Tên đăng nhập hoặc số điện thoại').fill(people[4]?.loginName ?? '')
  await page.getByLabel('Lý do thuộc loại').selectOption({ label: 'Vi phạm thể lệ' })
  await page.getByLabel('Lý do cụ thể').fill('Nhờ người khác làm bài')
  await press(page, 'Thêm vào danh sách')
  await expect(page.getByText('Đáp số câu hỏi dự đoán từ 2 thành 1.')).toBeVisible()
  await expectNoAxeViolations(page)
  await press(page, 'Chốt danh sách và tính lại bảng xếp hạng')

  await expectStep(page, 'Lập danh sách xét giải')
  await page.getByRole('textbox', { name: 'Cơ cấu giải' }).fill('Giải Nhất: 1\nGiải Nhì: 1')
  await page.getByLabel('Số người dự bị').fill('2')
  await press(page, 'Lưu cơ cấu giải')
  await expect(page.getByText('2 người bằng nhau ở mọi tiêu chí')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel('Người có mặt').fill('Nguyễn Văn Mẫu – Trưởng ban')
  await page.getByRole('radio', { name: /^Bốc bằng tay/ }).check()
  await page.getByLabel('Số của Trần Mẫu Bình').fill('2')
  await page.getByLabel('Số của Phạm Mẫu Châu').fill('1')
  await press(page, 'Ghi nhận bốc thăm')
  await expect(page.getByRole('listitem').filter({ hasText: 'Phạm Mẫu Châu' })).toContainText('Giải Nhì')
  await press(page, 'Chốt danh sách xét giải')

  await expectStep(page, 'Xác minh từng người')
  await press(page, 'Xác nhận đúng người: Lê Mẫu An')
  const rejected = page.getByRole('listitem').filter({ hasText: 'Phạm Mẫu Châu' })
  await rejected.getByLabel('Lý do không đạt').fill('Không đúng đối tượng')
  await press(page, 'Ghi nhận không đạt: Phạm Mẫu Châu')
  await expect(page.getByRole('listitem').filter({ hasText: 'Trần Mẫu Bình' })).toContainText('Giải Nhì')
  await press(page, 'Chốt danh sách đạt giải')
  await expect(page.getByText('Còn người trong danh sách giải chưa được xác minh.')).toBeVisible()
  await press(page, 'Xác nhận đúng người: Trần Mẫu Bình')
  await expectNoAxeViolations(page)
  await press(page, 'Chốt danh sách đạt giải')

  await expectStep(page, 'Biên bản xét giải')
  await page.getByLabel('Địa điểm').fill('Hội trường mẫu')
  await page.getByLabel('Thành viên dự họp').fill('Nguyễn Văn Mẫu – Trưởng ban')
  await press(page, 'Lưu biên bản')

  await expectStep(page, 'Công bố chính thức')
  await press(page, 'Công bố kết quả chính thức')
  await expect(page.getByText('Hãy gõ đúng “CÔNG BỐ”.')).toBeVisible()
  await page.getByLabel(/^Gõ “CÔNG BỐ”/).fill('công bố')
  await press(page, 'Công bố kết quả chính thức')
  await expect(page.getByText(/^Đã công bố lúc/)).toBeVisible()

  await page.goto(`/dot-thi/${slug}/bang-xep-hang`)
  await expect(page.getByText('Kết quả chính thức, công bố lúc')).toBeVisible()
  await expect(page.getByText(/Nhận khiếu nại đến/)).toBeVisible()
  await expect(page.getByText('sau khi loại 1 người')).toBeVisible()
  await page.goto(`/dot-thi/${slug}`)
  await expect(page.getByText('1 người vi phạm thể lệ không được xếp hạng')).toBeVisible()
  await expect(page.getByText('Vũ Mẫu Giang')).toHaveCount(0)

  await page.goto(`/to-chuc/dot-thi/${slug}/tong-ket?buoc=chung-cuoc`)
  await expect(page.getByText(/^Còn nhận khiếu nại đến/)).toBeVisible()
  await endComplaintTime(slug)
  await page.reload()
  await page.getByLabel(/^Gõ “CHUNG CUỘC”/).fill('CHUNG CUỘC')
  await press(page, 'Xác nhận kết quả chung cuộc')
  await expect(page.getByText(/^Kết quả chung cuộc, xác nhận lúc/)).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the boards of units and the page of a unit in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/dot-thi/dot-1/bang-xep-hang?xem=don-vi')
    await expect(page.getByRole('heading', { name: 'Cách xếp hạng đơn vị' })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByText(/^\d+\/\d+ người \(/).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Kết quả cao nhất' })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}
