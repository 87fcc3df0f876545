import { readFile } from 'node:fs/promises'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, expectNoAxeViolations, signIn, test } from '../setup/e2e-fixtures.ts'
import { seedOwnOrganizer } from '../setup/e2e-organizers.ts'
import { newPhone, seedOwnParticipant, seedOwnUnit, uniqueWords, writeRows } from '../setup/e2e-rosters.ts'

const PASSWORD = 'một mật khẩu đủ dài'

test('a roster becomes accounts and slips; its owner chooses a password, answers the consents and takes a round', async ({
  page,
  origin,
  context,
  browser,
}, info) => {
  test.slow()
  await seedOwnOrganizer(origin, context)
  const unit = await seedOwnUnit(uniqueWords('Ủy ban nhân dân xã Mẫu'))
  const [fullName, phone] = [uniqueWords('Sùng Thị'), newPhone()]
  const file = await writeRows(info, [
    ['Họ và tên', 'Đơn vị', 'Số điện thoại'],
    [fullName, unit.name.replace('Ủy ban nhân dân', 'UB nhân dân'), phone],
    ['Sai Số Mẫu', unit.name, '0123'],
  ])
  await page.goto('/to-chuc/nguoi-du-thi')
  await page.getByRole('link', { name: 'Nhập danh sách' }).click()
  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(file)
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()
  await expect(page.getByText('Không phải số di động Việt Nam 10 chữ số.')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Áp dụng và xem lại' }).click()
  await page.getByRole('button', { name: 'Tạo 1 tài khoản' }).click()
  await expect(page.getByText('Đã tạo 1 tài khoản.')).toBeVisible()

  await page.goto(`/to-chuc/nguoi-du-thi?${new URLSearchParams({ 'don-vi': unit.id })}`)
  await page.getByRole('checkbox', { name: `Chọn ${fullName}` }).check()
  await page.getByRole('button', { name: 'In phiếu đăng nhập' }).click()
  await expect(page.getByText('1 phiếu sẽ được in.')).toBeVisible()
  await expectNoAxeViolations(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tạo tệp PDF' }).click()
  const bytes = await readFile(await (await downloading).path())
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  expect(text).toContain(fullName)
  const code = /[A-Z\d]{4}(?:-[A-Z\d]{4}){3}/.exec(text)?.[0] ?? ''

  const own = await browser.newContext({ baseURL: origin, locale: 'vi-VN' })
  const phonePage = await own.newPage()
  await phonePage.goto(`/dang-nhap/mot-lan/${code}`)
  await expect(phonePage.getByText(fullName)).toBeVisible()
  await phonePage.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await phonePage.getByLabel('Mật khẩu mới').fill(PASSWORD)
  await phonePage.getByRole('button', { name: 'Lưu mật khẩu' }).click()

  await expect(phonePage.getByRole('heading', { name: 'Trước khi dự thi' })).toBeVisible()
  await expect(phonePage.getByLabel('Tôi đồng ý dự thi')).not.toBeChecked()
  await expect(phonePage.getByLabel('Tôi đồng ý hiện họ tên')).not.toBeChecked()
  await expectNoAxeViolations(phonePage)
  expect((await own.request.post(`${origin}/api/v1/rounds/dot-2/attempts`, { data: {} })).status()).toBe(403)
  await phonePage.goto('/dot-thi/dot-2')
  await phonePage.getByRole('button', { name: /^Vào thi|^Bắt đầu/ }).click()
  await expect(phonePage).toHaveURL(/\/tai-khoan\/dong-y/)
  await phonePage.getByLabel('Tôi đồng ý dự thi').check()
  await phonePage.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(phonePage).toHaveURL(/\/dot-thi\/dot-2/)
  await phonePage.getByRole('button', { name: /^Vào thi|^Bắt đầu/ }).click()
  await expect(phonePage).toHaveURL(/\/lam-bai\//)
  await phonePage.goto(`/dang-nhap/mot-lan/${code}`).catch(() => null)
  await expect(phonePage.getByRole('heading', { name: 'Liên kết không còn dùng được' })).toBeVisible()
  await own.close()
})

test('the help desk gives a code by phone, which sets a new password', async ({
  page,
  origin,
  context,
  browser,
}) => {
  await seedOwnOrganizer(origin, context)
  const unit = await seedOwnUnit(uniqueWords('Xã Mẫu'))
  const person = await seedOwnParticipant({ fullName: uniqueWords('Cầm Thị'), unitId: unit.id })
  await page.goto('/to-chuc/nguoi-du-thi')
  await page.getByLabel('Tìm người').fill(person.loginName)
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: /^Cầm Thị/ }).click()
  await page.getByRole('button', { name: 'Cấp mã dùng một lần' }).click()
  const issued = page.getByRole('region', { name: /^Mã của/ })
  await expect(issued).toBeFocused()
  const code = /[A-Z\d]{4}-[A-Z\d]{4}/.exec(await issued.innerText())?.[0] ?? ''
  await expectNoAxeViolations(page)

  const own = await browser.newContext({ baseURL: origin, locale: 'vi-VN' })
  const ownPage = await own.newPage()
  await ownPage.goto('/dang-nhap')
  await ownPage.getByRole('link', { name: 'Tôi đã có mã của Ban Tổ chức' }).click()
  await expect(ownPage.getByRole('heading', { name: 'Đặt mật khẩu bằng mã' })).toBeVisible()
  await ownPage.getByLabel('Số điện thoại hoặc tên tài khoản').fill(person.loginName)
  await ownPage.getByLabel('Mã', { exact: true }).fill(code.toLowerCase())
  await ownPage.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD)
  await expectNoAxeViolations(ownPage)
  await ownPage.getByRole('button', { name: 'Lưu mật khẩu và đăng nhập' }).click()
  await expect(ownPage.getByText('Đã lưu mật khẩu mới')).toBeVisible()
  await own.clearCookies()
  await signIn(ownPage, { loginName: person.loginName, password: PASSWORD })
  await own.close()
})

test.describe('corrections and locks', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('a name is corrected for a request, and the participant reads the answer', async ({
    page,
    origin,
    context,
    browser,
  }) => {
    await seedOwnOrganizer(origin, context)
    const unit = await seedOwnUnit(uniqueWords('Xã Mẫu'))
    const rightName = uniqueWords('Lò Thị')
    const person = await seedOwnParticipant(
      { fullName: rightName.replace('Lò', 'Lo'), unitId: unit.id },
      `Tên đúng là ${rightName}`,
    )
    await page.goto(`/to-chuc/nguoi-du-thi/${person.id}`)
    const form = page.getByRole('form', { name: 'Sửa họ tên hoặc đơn vị' })
    await form.getByLabel('Họ và tên').fill(rightName)
    await form.getByRole('button', { name: 'Lưu thông tin mới' }).click()
    await expect(form.getByLabel('Trả lời người dự thi')).toBeFocused()
    await expect(form.getByLabel('Họ và tên')).toHaveValue(rightName)
    await form.getByLabel('Trả lời người dự thi').fill('Đã sửa theo căn cước.')
    await form.getByRole('button', { name: 'Lưu thông tin mới' }).click()
    await expect(page.getByText('Đã sửa. Bảng xếp hạng đã theo thông tin mới.')).toBeVisible()
    await expect(page.getByText(`“${rightName.replace('Lò', 'Lo')}” thành “${rightName}”`)).toBeVisible()
    await expectNoAxeViolations(page)

    const own = await browser.newContext({ baseURL: origin, locale: 'vi-VN' })
    const ownPage = await own.newPage()
    await signIn(ownPage, person)
    await ownPage.goto('/tai-khoan')
    await expect(ownPage.getByRole('main')).toContainText(rightName)
    await expect(ownPage.getByText('Đã sửa theo căn cước.')).toBeVisible()
    await own.close()
  })

  test('a locked account can be opened again at once', async ({ page, origin, context }) => {
    await seedOwnOrganizer(origin, context)
    const unit = await seedOwnUnit(uniqueWords('Xã Mẫu'))
    const fullName = uniqueWords('Bế Văn')
    await seedOwnParticipant({ fullName, unitId: unit.id })
    await page.goto(`/to-chuc/nguoi-du-thi?${new URLSearchParams({ 'don-vi': unit.id })}`)
    await page.getByRole('checkbox', { name: `Chọn ${fullName}` }).check()
    await page.getByRole('button', { name: 'Khóa tài khoản' }).click()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Khóa 1 tài khoản' }).click()
    await expect(page.getByLabel('Lý do')).toBeFocused()
    await page.getByLabel('Lý do').fill('Hai tài khoản')
    await page.getByRole('button', { name: 'Khóa 1 tài khoản' }).click()
    await expect(page.getByText('Đã khóa 1 tài khoản.')).toBeVisible()
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(page.getByText('Đã mở khóa 1 tài khoản.')).toBeVisible()
  })
})
