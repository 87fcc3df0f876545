import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { openSampleResult, readReceiptCode, seedOpenResult } from '../setup/e2e-results.ts'

/** The closed round of the sample contest: 640 people on 13 pages. */
const CLOSED_BOARD = '/dot-thi/dot-1/bang-xep-hang'

async function expectSoundPage(page: Page): Promise<void> {
  await expectNoAxeViolations(page)
  await expectNothingTooWide(page)
}

function rowsOf(page: Page) {
  return page.locator('tbody').getByRole('row')
}

test('a visitor reads on the home page what is open, until when, who leads and what comes next', async ({
  page,
}) => {
  await page.goto('/')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Luật Thi đua, khen thưởng/)
  await expect(page.getByText(/^Kết thúc lúc \d\d:\d\d ngày/)).toBeVisible()
  const countdown = page.getByRole('timer')
  const before = await countdown.textContent()
  await expect(countdown).not.toHaveText(before ?? '')
  await expect(page.getByRole('heading', { name: 'Dẫn đầu bảng xếp hạng' })).toBeVisible()
  await expect(page.getByText('Sắp mở').first()).toBeVisible()
  await page.getByRole('link', { name: 'Vào thi' }).click()
  await expect(page).toHaveURL(/\/dot-thi\/dot-2$/)
})

test('on a phone the way in is on the first screen', async ({ page }, { project }) => {
  test.skip(project.name !== 'phone', 'about phones')
  await page.goto('/')

  await expect(page.getByRole('link', { name: 'Vào thi' })).toBeInViewport({ ratio: 1 })
})

test('who wants to take part is led to sign in and back to the round', async ({ page }) => {
  await page.goto('/dot-thi/dot-2')
  await page.getByRole('link', { name: 'Đăng nhập để làm bài' }).click()

  await expect(page).toHaveURL(/\/dang-nhap\?tiep=%2Fdot-thi%2Fdot-2$/)
})

test('a visitor turns the pages of a board; each has fifty rows and carries on with the ranks', async ({
  page,
}) => {
  await page.goto(CLOSED_BOARD)
  await expect(rowsOf(page)).toHaveCount(50)
  await page.getByRole('link', { name: 'Trang sau' }).click()

  await expect(page).toHaveURL(/trang=2$/)
  await expect(rowsOf(page)).toHaveCount(50)
  await expect(rowsOf(page).first()).toContainText(/^51/)
  await expect(page.getByRole('heading', { name: 'Cách xếp hạng' })).toBeVisible()
  await page.getByRole('link', { name: 'Trang trước' }).click()
  await expect(page.getByText('Trang 1 / 13')).toBeVisible()
})

test('a search without accents finds accented names with their real ranks, and finding nobody says so', async ({
  page,
}) => {
  await page.goto(CLOSED_BOARD)
  await page.getByLabel('Tìm theo họ tên').fill('duc')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await expect(page.getByText(/Tìm thấy \d+ người/)).toBeVisible()
  await expect(rowsOf(page).first()).toContainText('Đức')

  await page.getByLabel('Tìm theo họ tên').fill('khong co ai ten nay')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await expect(page.getByText('Không tìm thấy ai')).toBeVisible()
  await expectSoundPage(page)
  await page.getByRole('link', { name: 'Bỏ lọc' }).click()
  await expect(rowsOf(page)).toHaveCount(50)
})

test('a visitor compares units by their participation', async ({ page }) => {
  await page.goto(CLOSED_BOARD)
  await page.getByRole('link', { name: 'Đơn vị', exact: true }).click()

  // Participants of other tests bring units of their own.
  await expect(rowsOf(page).nth(50)).toBeVisible()
  await expect(rowsOf(page).first()).toContainText(/\d+\/\d+.*%/s)
  await expect(page.getByText(/Tỷ lệ tham gia = /)).toBeVisible()
})

test('a receipt is checked by typing its code in small letters', async ({ page }) => {
  const code = await readReceiptCode()
  await page.goto('/bien-nhan')
  await page.getByLabel('Mã biên nhận').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Tra biên nhận' }).click()

  await expect(page.getByText('Biên nhận hợp lệ')).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/bien-nhan/${code}$`))
  await expectSoundPage(page)
})

test('a code that can be no receipt is told at the field, which gets the focus', async ({ page }) => {
  await page.goto('/bien-nhan')
  await page.getByLabel('Mã biên nhận').fill('abc')
  await page.getByRole('button', { name: 'Tra biên nhận' }).click()

  await expect(page.getByText('Mã phải có đúng 12 chữ và số.')).toBeVisible()
  await expect(page.getByLabel('Mã biên nhận')).toBeFocused()
})

test.describe('a receipt that does not exist', () => {
  test.use({ allowedConsoleErrors: [/404/] })

  test('is told in words, with the form to try again', async ({ page }) => {
    await page.goto('/bien-nhan/000000000000')

    await expect(page.getByText('Không có biên nhận với mã này')).toBeVisible()
    await expect(page.getByLabel('Mã biên nhận')).toHaveValue('000000000000')
    await expectSoundPage(page)
  })
})

test('a participant sees the released result of a closed round: marks, keys and the law they rest on', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await openSampleResult(origin, context)
  await page.goto(`/ket-qua/${attemptId}`)

  await expect(page.getByText('Mã biên nhận', { exact: true })).toBeVisible()
  await expect(page.getByText(/Căn cứ: .*Điều \d+ Luật Thi đua, khen thưởng/).first()).toBeVisible()
  await expect(page.getByText(/^Câu hỏi dựa trên: .*15\/6\/2022/)).toBeVisible()
  await expectSoundPage(page)
})

test('a participant of an open round sees the points and when the rest comes, and their place on the board', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedOpenResult(origin, context)
  await page.goto(`/ket-qua/${attemptId}`)
  await expect(page.getByText('Khi nào xem được đáp án?')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Xem lại bài làm' })).toBeHidden()
  await expectSoundPage(page)

  await page.getByRole('link', { name: 'Xem bảng xếp hạng' }).click()
  await page.getByRole('link', { name: /^Xem ở trang/ }).click()
  await expect(page.locator('#hang-cua-ban')).toBeInViewport()
  await expectSoundPage(page)
})

for (const path of ['/dot-thi/dot-1', '/dot-thi/dot-3', '/on-tap', `${CLOSED_BOARD}?trang=3`]) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    await page.goto(path)
    await expectSoundPage(page)
  })
}

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })

  for (const path of ['/', '/dot-thi/dot-2', CLOSED_BOARD, '/the-le', '/thong-ke']) {
    test(`axe finds nothing on ${path}`, async ({ page }) => {
      await page.goto(path)
      await expectSoundPage(page)
    })
  }
})
