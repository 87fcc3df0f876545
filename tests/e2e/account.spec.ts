import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, signIn, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedOneTimeLink, seedSignedInOrganizer, seedSignedInParticipant } from '../setup/e2e-people.ts'

const PASSWORD = 'một mật khẩu đủ dài'
/** Chromium notes every refused form on the console. */
const REFUSED = [/the server responded with a status of (401|409|410|422|429)/]

function newPhoneNumber(): string {
  return `09${randomInt(10_000_000, 100_000_000)}`
}

/** The search that scripts put in the place of the plain list, whose role is the same. */
function unitSearchOf(page: Page) {
  return page.getByRole('combobox', { name: 'Đơn vị dự thi' }).and(page.getByPlaceholder('Tìm đơn vị'))
}

test('a person registers with the keyboard alone and is signed in', async ({ page }) => {
  await page.goto('/dang-ky?tiep=%2Ftai-khoan')
  const unit = unitSearchOf(page)
  await expect(unit).toBeVisible()
  await expect(page.getByLabel('Tôi đồng ý dự thi')).not.toBeChecked()
  await expect(page.getByLabel('Tôi đồng ý hiện họ tên')).not.toBeChecked()

  await page.getByLabel('Họ và tên').focus()
  await page.keyboard.type('Hoàng Thị Bàn Phím')
  await page.keyboard.press('Tab')
  await page.keyboard.type('truong th')
  await expect(page.getByRole('option', { name: 'Trường Tiểu học Mẫu 05' })).toBeVisible()
  await page.keyboard.type(' 05')
  await expect(page.getByRole('option')).toHaveText([
    'Trường Tiểu học Mẫu 05',
    'Trường Trung học cơ sở Mẫu 05',
  ])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(unit).toHaveValue('Trường Tiểu học Mẫu 05')
  await page.keyboard.press('Tab')
  await page.keyboard.type(newPhoneNumber())
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveAttribute('type', 'text')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Tôi đồng ý dự thi')).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/tai-khoan$/)
  await expect(page.getByRole('main')).toContainText('Hoàng Thị Bàn Phím')
  await expect(page.getByText('H. T. B. P.')).toBeVisible()
})

test('the list of units closes with Escape, and the field left with one match takes it', async ({ page }) => {
  await page.goto('/dang-ky')
  const unit = unitSearchOf(page)
  await unit.fill('thcs 9')
  await page.keyboard.press('Escape')
  await expect(unit).toHaveAttribute('aria-expanded', 'false')
  await page.getByLabel('Họ và tên').focus()
  await expect(unit).toHaveValue('Trường Trung học cơ sở Mẫu 09')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, allowedConsoleErrors: REFUSED })

  test('a person registers with the plain list, after a mistake that loses nothing', async ({ page }) => {
    await page.goto('/dang-ky')
    await page.getByLabel('Họ và tên').fill('Đinh Không Kịch Bản')
    await page.getByLabel('Đơn vị dự thi').selectOption('Trường Mầm non Mẫu 03')
    await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(newPhoneNumber())
    await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
    await page.getByLabel('Tôi đồng ý dự thi').check()
    await page.getByRole('button', { name: 'Đăng ký' }).click()

    await expect(page.getByText('Mật khẩu cần ít nhất 8 ký tự.')).toBeVisible()
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Đinh Không Kịch Bản')
    await expect(page.locator('select option:checked')).toHaveText('Trường Mầm non Mẫu 03')
    await expect(page.getByLabel('Tôi đồng ý dự thi')).toBeChecked()

    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng ký' }).click()
    await page.goto('/tai-khoan')
    await expect(page.getByRole('main')).toContainText('Đinh Không Kịch Bản')
  })
})

test.describe('refusals', () => {
  test.use({ allowedConsoleErrors: REFUSED })

  test('a taken phone number is told without telling whose it is, and nothing typed is lost', async ({
    page,
    origin,
  }) => {
    const owner = await seedSignedInParticipant(origin, undefined, { fullName: 'Vừ Mí Sính' })
    await page.goto('/dang-ky?tiep=%2Fthe-le')
    await page.getByLabel('Họ và tên').fill('Trần Văn Bình')
    await unitSearchOf(page).fill('mam non 05')
    await page.getByRole('option').click()
    await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(owner.loginName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
    await page.getByLabel('Tôi đồng ý dự thi').check()
    await page.getByRole('button', { name: 'Đăng ký' }).click()

    await expect(page.getByText('Không dùng được số điện thoại hoặc tên tài khoản này')).toBeVisible()
    await expect(page.getByLabel('Số điện thoại hoặc tên tài khoản')).toBeFocused()
    await expect(page.getByText('Vừ Mí Sính')).toHaveCount(0)
    await expect(page.getByLabel('Họ và tên')).toHaveValue('Trần Văn Bình')
    await expect(unitSearchOf(page)).toHaveValue('Trường Mầm non Mẫu 05')
    await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveValue(PASSWORD)
    await expect(page.getByLabel('Tôi đồng ý dự thi')).toBeChecked()

    await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản đã có' }).click()
    await expect(page).toHaveURL('/dang-nhap?tiep=%2Fthe-le')
  })

  test('the return address survives a wrong password', async ({ page, origin }) => {
    const person = await seedSignedInParticipant(origin)
    await page.goto('/tai-khoan')
    await expect(page).toHaveURL('/dang-nhap?tiep=%2Ftai-khoan')
    await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(person.loginName)
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng')).toBeVisible()

    await page.getByLabel('Mật khẩu', { exact: true }).fill(person.password)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL('/tai-khoan')
  })

  test('a one-time link works once and leads to the choice of a password', async ({
    page,
    browser,
    origin,
  }) => {
    const { path, fullName } = await seedOneTimeLink()
    await page.goto(path)
    await expect(page.getByText(fullName)).toBeVisible()
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page).toHaveURL('/tai-khoan/mat-khau')
    await page.getByLabel('Mật khẩu mới').fill(PASSWORD)
    await page.getByRole('button', { name: 'Lưu mật khẩu' }).click()
    await expect(page.getByText('Đã lưu mật khẩu mới')).toBeVisible()

    const other = await browser.newContext({ baseURL: origin })
    const again = await other.newPage()
    const response = await again.goto(path)
    expect(response?.status()).toBe(410)
    await expect(again.getByRole('heading', { name: 'Liên kết không còn dùng được' })).toBeVisible()
    await other.close()
  })
})

test.describe('axe on refusals', () => {
  test.use({ allowedConsoleErrors: REFUSED })

  test('axe finds nothing on a refused registration, and nothing is wider than the screen', async ({
    page,
  }) => {
    await page.goto('/dang-ky')
    await page.getByRole('button', { name: 'Đăng ký' }).click()
    await expect(page.getByLabel('Họ và tên')).toBeFocused()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })

  test('axe finds nothing on a refused sign-in', async ({ page }) => {
    await page.goto('/dang-nhap')
    await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill('khong.co')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expectNoAxeViolations(page)
  })

  test('axe finds nothing on a one-time link, usable or not', async ({ page }) => {
    await page.goto((await seedOneTimeLink()).path)
    await expectNoAxeViolations(page)
    await page.goto('/dang-nhap/mot-lan/khong-co')
    await expectNoAxeViolations(page)
  })
})

test('30 people sign in at the same moment from one address with the same browser and all get in', async ({
  origin,
}) => {
  const people = await Promise.all(Array.from({ length: 30 }, () => seedSignedInParticipant(origin)))
  const headers = {
    'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/149.0.0.0',
    Origin: origin,
  }

  const shownNames = await Promise.all(
    people.map(async ({ loginName, password }) => {
      const body = new URLSearchParams({ loginName, password })
      const answer = await fetch(`${origin}/dang-nhap`, { method: 'POST', body, headers, redirect: 'manual' })
      const cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
      const page = await fetch(`${origin}/tai-khoan`, { headers: { ...headers, Cookie: cookie } })

      return { status: answer.status, isOwnPage: (await page.text()).includes(loginName) }
    }),
  )

  expect(shownNames).toEqual(people.map(() => ({ status: 302, isOwnPage: true })))
})

test('a person signs in, changes the consent to show the name, sends a request and signs out', async ({
  page,
  origin,
}) => {
  const person = await seedSignedInParticipant(origin, undefined, { fullName: 'Lò Thị Mây' })
  await signIn(page, person)
  await page.goto('/tai-khoan')
  await expect(page.getByText('L. T. M.')).toBeVisible()
  await page.getByRole('button', { name: 'Đồng ý hiện họ tên' }).click()
  await expect(page.getByText('Đã ghi nhận lựa chọn của bạn')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rút lại sự đồng ý' })).toBeVisible()
  await expect(page.getByText(/^Bạn đồng ý lúc/)).toBeVisible()

  await page.getByLabel('Nội dung yêu cầu').fill('Họ tên đúng là Lò Thị Mấy.')
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await expect(page.getByText('Đã gửi yêu cầu')).toBeVisible()
  await expect(page.getByText('Đang chờ xử lý')).toBeVisible()
  await expect(page.getByLabel('Nội dung yêu cầu')).toHaveValue('')

  await page.goto('/dang-xuat')
  await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/tai-khoan')
  await expect(page).toHaveURL(/\/dang-nhap/)
})

for (const path of ['/tai-khoan', '/tai-khoan/mat-khau', '/dang-xuat']) {
  test(`axe finds nothing on ${path}, and nothing is wider than the screen`, async ({
    page,
    origin,
    context,
  }) => {
    await seedSignedInParticipant(origin, context)
    await page.goto(path)
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}

test('axe finds nothing on the open list of units, and nothing is wider than the screen', async ({
  page,
}) => {
  await page.goto('/dang-ky')
  await unitSearchOf(page).fill('tieu hoc')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectNoAxeViolations(page)
  await expectNothingTooWide(page)
})

test('the organizer sees the own data and the way to the console', async ({ page, origin, context }) => {
  await seedSignedInOrganizer(origin, context)
  await page.goto('/tai-khoan')
  await expect(page.getByRole('link', { name: 'Đến trang Ban Tổ chức' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lượt thi của tôi' })).toHaveCount(0)
  await expectNoAxeViolations(page)
})
