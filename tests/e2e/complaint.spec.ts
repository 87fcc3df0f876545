import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedDecision, seedReleasedResult, useStaff } from '../setup/e2e-insight.ts'
import { openSampleResult } from '../setup/e2e-results.ts'

const TEXT = 'Phương án thứ hai cũng đúng theo khoản 2 của điều này.'

test('a participant complains about question 3, an organizer answers, the participant reads it', async ({
  page,
  origin,
  context,
  browser,
}) => {
  const { attemptId } = await seedReleasedResult(origin, context)
  await page.goto(`/ket-qua/${attemptId}`)
  await page.getByRole('link', { name: 'Khiếu nại về câu 3' }).click()
  await expect(page.getByLabel('Khiếu nại về')).toHaveValue('question:3')
  await page.getByLabel('Nội dung').fill(TEXT)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Gửi khiếu nại' }).click()
  const sent = page.getByText(/^Đã gửi khiếu nại số \d+/)
  await expect(sent).toBeVisible()
  const number = /\d+/.exec((await sent.textContent()) ?? '')?.[0] ?? ''
  await expect(page.getByRole('button', { name: `Rút khiếu nại số ${number}` })).toBeVisible()

  const desk = await browser.newContext({ baseURL: origin, locale: 'vi-VN', viewport: page.viewportSize() })
  await useStaff(origin, desk, 'organizer')
  const console = await desk.newPage()
  await console.goto('/to-chuc/khieu-nai')
  await expectNoAxeViolations(console)
  await expectNothingTooWide(console)
  await console.getByRole('link', { name: `Khiếu nại số ${number}` }).click()
  await expect(console.getByText(TEXT)).toBeVisible()
  await console.getByRole('button', { name: 'Tiếp nhận khiếu nại' }).click()
  await console.getByLabel('Kết luận').selectOption('accepted')
  await console.getByLabel('Trả lời cho người gửi').fill('Ban Tổ chức sẽ chấm lại câu này.')
  await expectNoAxeViolations(console)
  await expectNothingTooWide(console)
  await console.getByRole('button', { name: 'Gửi trả lời' }).click()
  await expect(console.getByText('Đã gửi trả lời cho người khiếu nại.')).toBeVisible()
  await desk.close()

  await page.goto('/tai-khoan')
  await expect(page.getByText('Ban Tổ chức sẽ chấm lại câu này.')).toBeVisible()
  await page.getByRole('link', { name: 'Xem bài thi' }).click()
  await expect(page.getByText('Ban Tổ chức sẽ chấm lại câu này.')).toBeVisible()
  await expectNoAxeViolations(page)
  await expectNothingTooWide(page)
})

test('complaints can be tried in the sample contest: the window of its closed round is open', async ({
  page,
  origin,
  context,
}) => {
  const { attemptId } = await openSampleResult(origin, context)
  await page.goto(`/ket-qua/${attemptId}`)
  await page.getByRole('link', { name: 'Khiếu nại về câu 1', exact: true }).click()
  await expect(page.getByLabel('Khiếu nại về')).toHaveValue('question:1')
  await expect(page.getByRole('button', { name: 'Gửi khiếu nại' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a complaint about the ranking is sent and withdrawn', async ({ page, origin, context }) => {
    const { attemptId } = await seedReleasedResult(origin, context)
    await page.goto(`/ket-qua/${attemptId}`)
    await page.locator('summary').filter({ hasText: 'Gửi khiếu nại' }).click()
    await page.getByLabel('Khiếu nại về').selectOption('ranking')
    await page.getByLabel('Nội dung').fill(TEXT)
    await page.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    await page.getByRole('button', { name: /^Rút khiếu nại số/ }).click()

    await expect(page.getByText('Đã rút khiếu nại.')).toBeVisible()
  })
})

test.describe('a form with mistakes', () => {
  test.use({ allowedConsoleErrors: [/status of 422/] })

  test('leads to the first of them and keeps what was typed', async ({ page, origin, context }) => {
    const { attemptId } = await seedReleasedResult(origin, context)
    await page.goto(`/ket-qua/${attemptId}?khieu-nai=ranking#khieu-nai`)
    await page.getByLabel('Nội dung').fill('quá ngắn')
    await page.getByRole('button', { name: 'Gửi khiếu nại' }).click()

    await expect(page.getByLabel('Nội dung')).toBeFocused()
    await expect(page.getByLabel('Nội dung')).toHaveValue('quá ngắn')
    await expect(page.getByLabel('Khiếu nại về')).toHaveValue('ranking')
    await expectNoAxeViolations(page)
  })
})

test('who decided on the round is told that somebody else must answer', async ({ page, origin, context }) => {
  const { slug, attemptId } = await seedReleasedResult(origin, context)
  await page.goto(`/ket-qua/${attemptId}?khieu-nai=ranking#khieu-nai`)
  await page.getByLabel('Nội dung').fill(TEXT)
  await page.getByRole('button', { name: 'Gửi khiếu nại' }).click()
  const number = /\d+/.exec((await page.getByText(/^Đã gửi khiếu nại số/).textContent()) ?? '')?.[0] ?? ''
  const staff = await useStaff(origin, context, 'organizer')
  await seedDecision(slug, staff.id)
  await page.goto(`/to-chuc/khieu-nai/${number}`)
  await page.getByRole('button', { name: 'Tiếp nhận khiếu nại' }).click()

  await expect(page.getByText('Người khác phải trả lời khiếu nại này')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gửi trả lời' })).toHaveCount(0)
})
