import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedOwnOrganizer } from '../setup/e2e-organizers.ts'
import { seedOwnParticipant, seedOwnUnit, uniqueWords, writeRows } from '../setup/e2e-rosters.ts'

test('an organizer imports a list of units from Excel, after seeing what it would change', async ({
  page,
  origin,
  context,
}, info) => {
  await seedOwnOrganizer(origin, context)
  const [so, phong] = [uniqueWords('Sở Mẫu'), uniqueWords('Phòng Mẫu')]
  const file = await writeRows(info, [
    ['Tên đơn vị', 'Cấp trên', 'Biên chế'],
    [so, null, 60],
    [phong, so, 12],
    [uniqueWords('Phòng Lạc'), 'Không có ở đâu', 3],
  ])
  await page.goto('/to-chuc/don-vi')
  await page.getByRole('link', { name: 'Nhập từ Excel' }).click()
  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(file)
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()

  await expect(page.getByRole('heading', { name: /^Xem trước/ })).toBeVisible()
  const problems = page.getByRole('region', { name: 'Các dòng có lỗi' })
  await expect(problems.getByRole('row', { name: /^4/ })).toContainText('Không có đơn vị cấp trên nào')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Lưu 2 đơn vị' }).click()
  await expect(page.getByText('Đã nhập: thêm 2, cập nhật 0 đơn vị.')).toBeVisible()

  await page.goto(`/to-chuc/don-vi?${new URLSearchParams({ tim: phong })}`)
  await page.getByRole('link', { name: phong }).click()
  await expect(page.getByText(so).first()).toBeVisible()
  await expect(page.getByLabel('Biên chế (số người)')).toHaveValue('12')
})

test('a unit is signed off, given a former name and merged, and registration finds the former name', async ({
  page,
  origin,
  context,
}) => {
  await seedOwnOrganizer(origin, context)
  const [source, target] = [
    await seedOwnUnit(uniqueWords('Xã Nhập')),
    await seedOwnUnit(uniqueWords('Xã Nhận')),
  ]
  await seedOwnParticipant({ fullName: 'Hà Thị Mẫu', unitId: source.id })
  await page.goto(`/to-chuc/don-vi/${source.id}`)
  await page.getByLabel('Biên chế (số người)').fill('35')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Đã lưu.')).toBeVisible()
  await page.getByLabel('Người xác nhận').fill('Bà Mẫu, Chủ tịch')
  await page.getByLabel('Ngày xác nhận').fill('20/11/2026')
  await page.getByRole('button', { name: 'Chốt 35 người' }).click()
  await expect(page.getByText('35 người, Bà Mẫu, Chủ tịch xác nhận ngày 20/11/2026.')).toBeVisible()
  await expect(page.getByLabel('Biên chế (số người)')).not.toBeEditable()
  await expectNoAxeViolations(page)

  await page.getByLabel('Gộp vào').selectOption(target.id)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(page.getByRole('heading', { name: `Gộp ${source.name} vào ${target.name}` })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel('Lý do, căn cứ').fill('Nghị quyết mẫu')
  await page.getByLabel(/^Gõ “GỘP”/).fill('GỘP')
  await page.getByRole('button', { name: 'Gộp đơn vị' }).click()
  await expect(page.getByText('Đã gộp. Bảng xếp hạng đã theo đơn vị mới.')).toBeVisible()

  await context.clearCookies()
  await page.goto('/dang-ky')
  const search = page.getByPlaceholder('Tìm đơn vị')
  await search.fill(source.name)
  await page.getByRole('option', { name: `${source.name} (nay là ${target.name})` }).click()
  await expect(search).toHaveValue(target.name)
})

test.describe('refusals', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('a merger is refused until its word is typed, and a wrong file says what to do', async ({
    page,
    origin,
    context,
  }) => {
    await seedOwnOrganizer(origin, context)
    const [source, target] = [
      await seedOwnUnit(uniqueWords('Xã Một')),
      await seedOwnUnit(uniqueWords('Xã Hai')),
    ]
    await page.goto(`/to-chuc/don-vi/${source.id}/gop?vao=${target.id}`)
    await page.getByLabel('Lý do, căn cứ').fill('Nghị quyết mẫu')
    await page.getByRole('button', { name: 'Gộp đơn vị' }).click()
    await expect(page.getByLabel(/^Gõ “GỘP”/)).toBeFocused()
    await expect(page.getByLabel('Lý do, căn cứ')).toHaveValue('Nghị quyết mẫu')

    await page.goto('/to-chuc/don-vi/nhap')
    const file = { name: 'a.xlsx', mimeType: 'text/plain', buffer: Buffer.from('không phải tệp Excel') }
    await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(file)
    await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()
    await expect(page.getByText('Đây không phải tệp Excel .xlsx đọc được.')).toBeVisible()
    await expectNoAxeViolations(page)
  })
})

for (const { path, colorScheme } of [
  { path: '/to-chuc/don-vi', colorScheme: 'light' },
  { path: '/to-chuc/don-vi', colorScheme: 'dark' },
  { path: '/to-chuc/don-vi/them', colorScheme: 'light' },
  { path: '/to-chuc/don-vi/nhap', colorScheme: 'light' },
  { path: '/to-chuc/nguoi-du-thi', colorScheme: 'light' },
  { path: '/to-chuc/nguoi-du-thi', colorScheme: 'dark' },
  { path: '/to-chuc/nguoi-du-thi/nhap', colorScheme: 'light' },
  { path: '/to-chuc/nguoi-du-thi/trung', colorScheme: 'light' },
] as const) {
  test(`axe finds nothing on ${path} in ${colorScheme}, and nothing is wider than the screen`, async ({
    page,
    origin,
    context,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await seedOwnOrganizer(origin, context)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}
