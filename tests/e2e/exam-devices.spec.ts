import {
  openOtherDevice,
  openPaper,
  optionsOf,
  readSavedAnswers,
  seedRunningAttempt,
} from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'

test.use({ allowedConsoleErrors: [/status of 409|status of 401/] })

test('a second device asks, takes over, and the first one learns of it and may take it back', async ({
  page,
  context,
  browser,
  origin,
}) => {
  const { attemptId, participant } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()

  const otherContext = await openOtherDevice(browser, origin, participant)
  const other = await otherContext.newPage()
  await other.goto(`/lam-bai/${attemptId}`)
  await expect(other.getByRole('heading', { name: 'Bài thi đang được làm ở thiết bị khác' })).toBeFocused()
  await expect(
    other.getByText(/Bạn đang làm bài này ở thiết bị khác, đã lưu 1 câu lúc \d\d:\d\d:\d\d/),
  ).toBeVisible()
  await other.getByRole('button', { name: 'Tiếp tục làm bài ở thiết bị này' }).click()
  await expect(optionsOf(other).nth(0)).toBeChecked()
  await optionsOf(other).nth(2).check()
  await expect(other.getByText(/Đã lưu lúc/)).toBeVisible()

  // The first device is looked at again: it asks the server at once.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('heading', { name: 'Bài thi đang được làm ở thiết bị khác' })).toBeFocused()
  await page.getByRole('button', { name: 'Tiếp tục làm bài ở thiết bị này' }).click()
  await expect(optionsOf(page).nth(2)).toBeChecked()
  await optionsOf(page).nth(3).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()

  await other.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(other.getByRole('heading', { name: 'Bài thi đang được làm ở thiết bị khác' })).toBeVisible()
  await otherContext.close()
})

test('an overtaken page that is still being worked on keeps its choice for when it goes on', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  // Another device saves an answer to question 5.
  const { revision, paper } = (await (await context.request.get(`/api/v1/attempts/${attemptId}`)).json()) as {
    revision: number
    paper: { options: { id: string }[] }[]
  }
  const fifth = paper[4]?.options[0]?.id ?? ''
  await context.request.put(`/api/v1/attempts/${attemptId}/answers`, {
    data: { revision, answers: { '5': [fifth] } },
  })

  await page.getByRole('button', { name: 'Câu sau' }).click()
  // Not check(): the refusal takes the paper away before the tick could be looked at.
  await optionsOf(page).nth(1).click()
  await expect(page.getByText('Số câu bạn chọn trên trang này chưa gửi: 1')).toBeVisible()
  await page.getByRole('button', { name: 'Tiếp tục làm bài ở thiết bị này' }).click()
  await expect(optionsOf(page).nth(1)).toBeChecked()
  await expect
    .poll(async () => Object.keys(await readSavedAnswers(origin, context, attemptId)))
    .toEqual(['1', '2', '5'])
})

test('a session that ends in the middle keeps everything and offers to sign in again', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  const cookies = await context.cookies()
  await context.clearCookies()
  await optionsOf(page).nth(1).check()

  await expect(
    page.getByText('Phiên đăng nhập đã kết thúc – bài làm đang được giữ trên máy').first(),
  ).toBeVisible()
  await expect(page.getByRole('link', { name: 'Đăng nhập lại để tiếp tục' })).toHaveAttribute(
    'href',
    `/dang-nhap?tiep=%2Flam-bai%2F${attemptId}`,
  )

  await context.addCookies(cookies)
  await page.reload()
  await expect(optionsOf(page).nth(1)).toBeChecked()
  await expect
    .poll(async () => Object.keys(await readSavedAnswers(origin, context, attemptId)))
    .toEqual(['1'])
})
