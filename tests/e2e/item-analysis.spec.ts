import { readFile } from 'node:fs/promises'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedReleasedResult, useStaff } from '../setup/e2e-insight.ts'

/** The signature every ZIP, and so every workbook, begins with. */
const ZIP_SIGNATURE = 'PK'

test('from the round to one question’s bars, with sorting on the way, and back', async ({
  page,
  origin,
  context,
}) => {
  const { slug } = await seedReleasedResult(origin, context)
  await useStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/dot-thi/${slug}`)
  await page.getByRole('link', { name: 'Phân tích câu hỏi' }).click()
  await expect(page.getByText('41', { exact: true }).first()).toBeVisible()

  await page.goto(`/to-chuc/dot-thi/${slug}/phan-tich?xep=ty-le-dung&chieu=giam`)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Phương án được chọn' })).toBeVisible()
  await expect(page.getByText('Đáp án', { exact: true })).toHaveCount(1)
  await page.getByRole('link', { name: 'Về phân tích câu hỏi' }).click()
  await page.getByRole('button', { name: 'Tính lại' }).click()
  await expect(page.getByText('Đã yêu cầu tính lại.')).toBeVisible()
})

test('the workbook is downloaded', async ({ page, origin, context }) => {
  const { slug } = await seedReleasedResult(origin, context)
  await useStaff(origin, context, 'auditor')
  await page.goto(`/to-chuc/dot-thi/${slug}/phan-tich`)
  await expect(page.getByRole('button', { name: 'Tính lại' })).toHaveCount(0)
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải XLSX' }).click()
  const download = await started

  expect(download.suggestedFilename()).toBe(`phan-tich-${slug}.xlsx`)
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe(ZIP_SIGNATURE)
})

test('while a round is open its page says why it waits', async ({ page, origin, context }) => {
  await useStaff(origin, context, 'auditor')
  await page.goto('/to-chuc/dot-thi/dot-2/phan-tich')

  await expect(page.getByText(/^Đợt thi đang mở đến/)).toBeVisible()
  await expectNoAxeViolations(page)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the analysis of the sample round in ${colorScheme}, and nothing is too wide`, async ({
    page,
    origin,
    context,
  }) => {
    // Axe reads every one of the sample round's questions.
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await useStaff(origin, context, 'organizer')
    await page.goto('/to-chuc/dot-thi/dot-1/phan-tich')
    await expect(page.getByText('Người được tính')).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
    await page.getByRole('row').nth(1).getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Phương án được chọn' })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
    await page.goto('/to-chuc/dot-thi/dot-1/phan-tich/can-cu')
    await expect(page.getByRole('heading', { name: /bị trả lời sai nhiều nhất$/ })).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}
