import type { Page } from '@playwright/test'
import { seedOwnBank, seedSignedInStaff, seedStaffWithPassword } from '../setup/e2e-bank.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'

const OFFLINE = /Chưa gửi được vì mất kết nối mạng/

function stemOf(page: Page) {
  return page.getByLabel('Câu hỏi', { exact: true })
}

test.describe('without the network', () => {
  test.use({ allowedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] })

  test('a question stays on the page as typed, and is saved with one press when the network is back', async ({
    page,
    origin,
    context,
  }) => {
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'question_author')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/chung-1/sua`)
    await stemOf(page).fill('Câu gõ lúc mất mạng?')
    await page.getByLabel('Giải thích').fill('Gõ lúc mất mạng.')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()

    await expect(page.getByText(OFFLINE)).toBeVisible()
    await expect(stemOf(page)).toHaveValue('Câu gõ lúc mất mạng?')
    await expectNoAxeViolations(page)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(page.getByText(/Đã lưu bản nháp/)).toBeVisible()
    await expect(page.getByText('Câu gõ lúc mất mạng?').first()).toBeVisible()
  })
})

test('a session that ended while somebody typed costs nothing but signing in again', async ({
  page,
  origin,
  context,
}) => {
  const bank = await seedOwnBank()
  const author = await seedStaffWithPassword(origin, context, 'question_author')
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/tao-moi`)
  await stemOf(page).fill('Câu gõ khi phiên đã hết?')
  await page.getByLabel('Phương án B', { exact: true }).fill('Phương án gõ dở')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()

  await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(author.loginName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(author.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/cau-hoi/${bank.slug}/tao-moi$`))
  await expect(page.getByText('Đã khôi phục nội dung bạn đang gõ dở.')).toBeVisible()
  await expect(stemOf(page)).toHaveValue('Câu gõ khi phiên đã hết?')
  await expect(page.getByLabel('Phương án B', { exact: true })).toHaveValue('Phương án gõ dở')
})

test('what one person leaves half typed is not shown to the next one at the same computer', async ({
  page,
  origin,
  context,
}) => {
  const bank = await seedOwnBank()
  await seedSignedInStaff(origin, context, 'question_author', 'Trần Văn Soạn')
  await page.goto(`/to-chuc/cau-hoi/${bank.slug}/tao-moi`)
  await stemOf(page).fill('Câu bí mật của người trước?')

  await seedSignedInStaff(origin, context, 'question_author', 'Phạm Thị Viết')
  await page.reload()
  await expect(page.getByText('Mã câu được đặt tự động')).toBeVisible()
  await stemOf(page).focus()
  await expect(stemOf(page)).toHaveValue('')
})

test.describe('when two people edit one question', () => {
  test.use({ allowedConsoleErrors: [/status of 409/] })

  test('words restored after a reload do not pass over what somebody else saved meanwhile', async ({
    page,
    origin,
    context,
    browser,
  }) => {
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'question_author', 'Trần Văn Soạn')
    const address = `/to-chuc/cau-hoi/${bank.slug}/chung-1/sua`
    await page.goto(address)
    await stemOf(page).fill('Bản gõ dở của người thứ nhất?')

    const other = await browser.newContext({ baseURL: origin })
    await seedSignedInStaff(origin, other, 'question_author', 'Phạm Thị Viết')
    const second = await other.newPage()
    await second.goto(address)
    await stemOf(second).fill('Bản đã lưu của người thứ hai?')
    await second.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(second.getByText(/Đã lưu bản nháp/)).toBeVisible()
    await other.close()

    await page.reload()
    await expect(stemOf(page)).toHaveValue('Bản gõ dở của người thứ nhất?')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(page.getByText(/Người khác vừa lưu một phiên bản mới hơn/)).toBeVisible()
    await expect(stemOf(page)).toHaveValue('Bản gõ dở của người thứ nhất?')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(page.getByText(/Đã lưu bản nháp/)).toBeVisible()
  })
})

test.describe('a question without its reasons', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('is kept as a draft that says what is missing, and is submitted once it is filled in', async ({
    page,
    origin,
    context,
  }) => {
    const bank = await seedOwnBank()
    await seedSignedInStaff(origin, context, 'question_author')
    await page.goto(`/to-chuc/cau-hoi/${bank.slug}/tao-moi`)
    const stem = `Câu chưa có căn cứ ${bank.slug}?`
    await page.getByLabel('Chuyên đề', { exact: true }).selectOption('Chuyên đề chung')
    await page.getByLabel('Mức độ').selectOption('Nhận biết')
    await stemOf(page).fill(stem)
    await page.getByLabel('Phương án A', { exact: true }).fill('Một')
    await page.getByLabel('Phương án B', { exact: true }).fill('Hai')
    await page.getByLabel('Phương án B đúng').check()
    await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
    await expect(page.getByText('Hãy viết giải thích, hoặc lưu bản nháp.')).toBeVisible()
    await expect(page.getByText('Hãy chọn ít nhất một căn cứ, hoặc lưu bản nháp.')).toBeVisible()
    await expect(page.getByLabel('Giải thích')).toBeFocused()

    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await expect(page.getByText('Thiếu lời giải thích. Thiếu căn cứ')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Trình duyệt' })).toHaveCount(0)
    await expectNoAxeViolations(page)
    await page.goto(`/to-chuc/cau-hoi?ngan-hang=${bank.slug}&trang-thai=thieu`)
    await expect(page.getByText('Có 1 câu.')).toBeVisible()
    await expectNoAxeViolations(page)

    await page.getByRole('link', { name: stem }).click()
    await page.getByRole('link', { name: 'Sửa câu hỏi' }).click()
    await page.getByLabel('Giải thích').fill('Theo Điều 21.')
    await page.getByLabel('Điều luật').selectOption('D21')
    await page.getByRole('button', { name: 'Thêm căn cứ' }).click()
    await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
    await expect(page.getByText(/Đã lưu và trình duyệt/)).toBeVisible()
    await expect(page.getByText('Thiếu lời giải thích')).toHaveCount(0)
  })
})
