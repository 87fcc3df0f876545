import { startApp } from '../setup/app-process.ts'
import { openPaper, optionsOf, readSavedAnswers, seedRunningAttempt } from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'

test.use({ allowedConsoleErrors: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_|status of 409/] })

test('answers are saved at once and survive a reload', async ({ page, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(1).check()
  await expect(page.getByText(/Đã lưu lúc \d\d:\d\d:\d\d/)).toBeVisible()

  await page.getByRole('button', { name: 'Câu sau' }).click()
  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeFocused()
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await page.reload()

  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeVisible()
  await expect(optionsOf(page).nth(0)).toBeChecked()
  expect(Object.keys(await readSavedAnswers(origin, context, attemptId))).toEqual(['1', '2'])
})

test('after the tab was closed a new one goes on where it was', async ({ page, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(2).check()
  await page.getByRole('button', { name: 'Đánh dấu xem lại' }).click()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await page.close()

  const reopened = await context.newPage()
  await openPaper(reopened, attemptId)
  await expect(optionsOf(reopened).nth(2)).toBeChecked()
  await expect(reopened.getByRole('button', { name: 'Đánh dấu xem lại' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(reopened.getByText('thiết bị khác')).toBeHidden()
})

test('with the network cut the page keeps the answers, says so, and sends them when it is back', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await context.setOffline(true)
  await optionsOf(page).nth(0).check()
  await page.getByRole('button', { name: 'Câu sau' }).click()
  await optionsOf(page).nth(1).check()

  const header = page.getByRole('banner')
  await expect(header.getByText('Mất kết nối – bài làm đang được giữ trên máy, sẽ tự gửi lại')).toBeVisible()
  await expect(header.getByText('Số câu chờ gửi: 2')).toBeVisible()
  expect(
    await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))),
  ).toBe(false)

  await context.setOffline(false)
  await expect(header.getByText(/Đã lưu lúc/)).toBeVisible()
  expect(Object.keys(await readSavedAnswers(origin, context, attemptId))).toEqual(['1', '2'])
  expect(
    await page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))),
  ).toBe(true)
})

test('answers that never reached the server come back after a crash of the page', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await context.setOffline(true)
  await optionsOf(page).nth(3).check()
  await expect(page.getByText('Số câu chờ gửi: 1')).toBeVisible()
  // Closed without being asked anything, as after a crash.
  await page.close({ runBeforeUnload: false })
  await context.setOffline(false)
  expect(await readSavedAnswers(origin, context, attemptId)).toEqual({})

  const reopened = await context.newPage()
  await openPaper(reopened, attemptId)
  await expect(optionsOf(reopened).nth(3)).toBeChecked()
  await expect
    .poll(async () => Object.keys(await readSavedAnswers(origin, context, attemptId)))
    .toEqual(['1'])
})

test('a reply that got lost is no conflict with oneself', async ({ page, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await page.route('**/answers', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await optionsOf(page).nth(0).check()
  await expect(page.getByText('Số câu chờ gửi: 1')).toBeVisible()
  await page.unroute('**/answers')
  await optionsOf(page).nth(1).check()

  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await expect(page.getByText('thiết bị khác')).toBeHidden()
})

test('a restart of the server in the middle loses nothing and needs nobody', async ({ browser }) => {
  const databaseUrl = process.env.E2E_DATABASE_URL ?? ''
  const app = await startApp({ databaseUrl })
  const context = await browser.newContext({ baseURL: app.origin, locale: 'vi-VN' })
  const page = await context.newPage()
  const { attemptId } = await seedRunningAttempt(app.origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()

  await app.kill('SIGKILL')
  await page.getByRole('button', { name: 'Câu sau' }).click()
  await optionsOf(page).nth(1).check()
  await expect(page.getByText('Số câu chờ gửi: 1')).toBeVisible()

  const restarted = await startApp({ databaseUrl, port: app.port })
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible({ timeout: 15_000 })
  expect(Object.keys(await readSavedAnswers(app.origin, context, attemptId))).toEqual(['1', '2'])
  await context.close()
  await restarted.stop()
})
