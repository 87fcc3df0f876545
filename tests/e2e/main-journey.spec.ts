import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedSignedInParticipant } from '../setup/e2e-people.ts'

test('a participant takes the open round, submits, and is on the board at once', async ({
  page,
  origin,
  context,
}, { project }) => {
  const fullName = `Người Thử ${project.name === 'phone' ? 'Điện Thoại' : 'Máy Tính'}`
  await seedSignedInParticipant(origin, context, {
    fullName,
    consents: { processing: true, namePublication: true },
  })

  await page.goto('/')
  await page.getByRole('link', { name: 'Vào thi' }).click()
  await page.getByRole('button', { name: /^Bắt đầu làm bài/ }).click()
  await expect(page).toHaveURL(/\/lam-bai\//)
  await expectNoAxeViolations(page)

  const options = page.getByRole('radio').or(page.getByRole('checkbox'))
  await options.first().check({ force: true })
  await expect(page.getByText(/Đã lưu/).first()).toBeVisible()
  await page
    .getByRole('button', { name: /Nộp bài/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('120')
  await dialog.getByRole('button', { name: /Nộp bài/ }).click()

  await expect(page).toHaveURL(/\/ket-qua\//)
  await expect(page.getByText('Mã biên nhận')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Xem bảng xếp hạng' }).click()
  await expect(page.getByRole('heading', { name: 'Vị trí của bạn' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: fullName })).toBeVisible()
})

test('a visitor searches the board without accents and checks a receipt that does not exist', async ({
  page,
}) => {
  await page.goto('/dot-thi/dot-1/bang-xep-hang')
  await page.getByLabel('Tìm theo họ tên').fill('NGOC')
  await page.getByRole('button', { name: 'Tìm' }).click()
  await expect(page.getByText(/Tìm thấy \d+ người/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Ngọc' }).first()).toBeVisible()

  const response = await page.request.get('/bien-nhan/0000-0000-0000')
  expect(response.status()).toBe(404)
})

for (const path of [
  '/',
  '/dot-thi/dot-2',
  '/dot-thi/dot-1/bang-xep-hang',
  '/bang-xep-hang?xem=don-vi',
  '/the-le',
  '/thong-bao',
  '/thong-ke',
  '/bien-nhan',
  '/dang-ky',
  '/dang-nhap',
]) {
  test(`axe finds nothing on ${path}, and nothing is wider than the screen`, async ({ page }) => {
    await page.goto(path)
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}
