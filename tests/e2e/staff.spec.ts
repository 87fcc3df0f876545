import { randomInt } from 'node:crypto'
import { seedSignedInStaff } from '../setup/e2e-bank.ts'
import { expect, expectNoAxeViolations, signIn, test } from '../setup/e2e-fixtures.ts'

test('somebody is invited by a one-time link, chooses a password, is locked out and let in again', async ({
  page,
  origin,
  context,
  browser,
}) => {
  test.slow()
  await seedSignedInStaff(origin, context, 'administrator')
  const loginName = `soan-${randomInt(2 ** 40)}`
  await page.goto('/to-chuc')
  await page.getByRole('navigation', { name: 'Khu vực Ban Tổ chức' }).getByText('Nhân sự').click()
  await page.getByLabel('Họ tên').fill('Phạm Thị Mời')
  await page.getByLabel('Tên tài khoản').fill(loginName)
  await page.getByRole('radio', { name: /^Người ra đề/ }).check()
  await page.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click()
  const link = page.getByLabel('Liên kết dùng một lần')
  await expect(link).toHaveValue(/\/dang-nhap\/mot-lan\//)
  await expectNoAxeViolations(page)
  const address = await link.inputValue()

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(new URL(address).pathname.replace(/^/, origin))
  await guest.getByRole('button').filter({ hasText: 'Đăng nhập' }).last().click()
  await guest.getByLabel('Mật khẩu mới').fill('mật-mã-của-tôi-2026')
  await guest.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await expect(guest).toHaveURL(/\/to-chuc\/cau-hoi/)

  const row = page.getByRole('listitem').filter({ hasText: loginName })
  await page.reload()
  await row.getByRole('button', { name: /^Khóa tài khoản/ }).click()
  await expect(page.getByText('Đã khóa tài khoản của Phạm Thị Mời')).toBeVisible()
  await guest.goto(`${origin}/to-chuc/cau-hoi`)
  await expect(guest).toHaveURL(/\/dang-nhap/)

  await row.getByRole('button', { name: /^Mở khóa/ }).click()
  await expect(page.getByText('Đã mở khóa tài khoản của Phạm Thị Mời.')).toBeVisible()
  await row.getByRole('combobox').selectOption('Giám sát')
  await row.getByRole('button', { name: /^Đổi vai trò/ }).click()
  await expect(page.getByText('Đã đổi vai trò của Phạm Thị Mời.')).toBeVisible()
  await signIn(guest, { loginName, password: 'mật-mã-của-tôi-2026' })
  await expect(guest).toHaveURL(`${origin}/to-chuc`)
  await guest.context().close()

  await page.goto('/to-chuc/nhat-ky')
  await expect(
    page.getByRole('row').filter({ hasText: 'từ người ra đề thành giám sát' }).first(),
  ).toBeVisible()
})

test.describe('when an invitation is refused', () => {
  test.use({ allowedConsoleErrors: [/status of (409|422)/] })

  test('what was typed stays and the mistakes are at their places', async ({ page, origin, context }) => {
    const { loginName } = await seedSignedInStaff(origin, context, 'administrator')
    await page.goto('/to-chuc/nhan-su')
    await page.getByLabel('Tên tài khoản').fill(loginName)
    await page.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click()
    await expect(page.getByLabel('Họ tên')).toBeFocused()
    await expect(page.getByText('Hãy chọn vai trò.')).toBeVisible()
    await page.getByLabel('Họ tên').fill('Phạm Thị Mời')
    await page.getByRole('radio', { name: /^Giám sát/ }).check()
    await page.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click()
    await expect(page.getByText('Tên tài khoản này đã có người dùng.')).toBeVisible()
    await expect(page.getByLabel('Họ tên')).toHaveValue('Phạm Thị Mời')
  })
})
