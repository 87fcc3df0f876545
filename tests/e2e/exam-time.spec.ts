import {
  openPaper,
  optionsOf,
  readEnding,
  seedRunningAttempt,
  setRemainingTime,
} from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'

const HOUR = 3_600_000

test.use({ allowedConsoleErrors: [/ERR_INTERNET_DISCONNECTED|status of 410/] })

for (const [direction, offsetMs] of [
  ['ahead', 2 * HOUR],
  ['behind', -2 * HOUR],
] as const) {
  test(`invariant 1: a device clock two hours ${direction} changes nothing`, async ({
    page,
    context,
    origin,
  }) => {
    const { attemptId } = await seedRunningAttempt(origin, context)
    await page.clock.install({ time: Date.now() + offsetMs })
    await openPaper(page, attemptId)

    await expect(page.getByRole('timer')).toHaveText(/^(10:00|09:5\d)$/)
    await optionsOf(page).nth(0).check()
    const savedAt = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Ho_Chi_Minh',
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(new Date())
    await expect(page.getByText(new RegExp(`Đã lưu lúc ${savedAt}:\\d\\d:\\d\\d`))).toBeVisible()
  })
}

test('an extension of the round reaches the open page within fifteen seconds', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await setRemainingTime(attemptId, 25 * 60_000)

  await expect(page.getByText('Ban Tổ chức đã gia hạn: bạn có thêm').last()).toBeVisible({ timeout: 16_000 })
  await expect(page.getByRole('timer')).toHaveText(/^24:\d\d$/)
})

test('the last minute and the last thirty seconds are announced, the running clock is not', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await setRemainingTime(attemptId, 61_500)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('status').filter({ hasText: 'Còn 1 phút.' })).toHaveCount(1)

  await setRemainingTime(attemptId, 31_500)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('status').filter({ hasText: 'Còn 30 giây.' })).toHaveCount(1)
  await expect(page.getByRole('timer')).not.toHaveAttribute('aria-live', /polite|assertive/)
})

test('at the deadline the open page hands in by itself, guess and last answer included', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await page.getByRole('banner').getByRole('button', { name: 'Nộp bài' }).click()
  await page.getByRole('textbox', { name: /bao nhiêu người/ }).fill('1.204')
  await page.getByRole('button', { name: 'Quay lại làm bài' }).click()
  await setRemainingTime(attemptId, 4_000)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('timer')).toHaveText(/^00:0\d$/)
  await optionsOf(page).nth(0).check()

  await page.waitForURL(`**/ket-qua/${attemptId}`)
  expect(await readEnding(attemptId)).toEqual({
    status: 'submitted',
    answeredCount: 1,
    prediction: 120_400_000n,
  })
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('bai-lam'))),
  ).toEqual([])
})

test('offline at the deadline the page says what is counted and finds the result later', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await setRemainingTime(attemptId, 2_500)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByRole('timer')).toHaveText(/^00:0\d$/)
  await context.setOffline(true)

  await expect(page.getByRole('alert').filter({ hasText: 'Đã hết giờ làm bài' })).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Đã hết giờ làm bài' })).toBeFocused()
  await expect(page.getByText('Những câu đã lưu trước khi hết giờ đều được máy chủ tính')).toBeVisible()
  await expect(page.getByText('Mất kết nối. Trang sẽ tự gửi lại và mở kết quả khi có mạng.')).toBeVisible()

  await expect.poll(() => readEnding(attemptId), { timeout: 20_000 }).toMatchObject({ status: 'expired' })
  await context.setOffline(false)
  await page.waitForURL(`**/ket-qua/${attemptId}`)
  expect(await readEnding(attemptId)).toMatchObject({ status: 'expired', answeredCount: 1 })
})

test('an attempt whose deadline passed with the tab closed is counted, and its address leads to the result', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  await page.close()
  await setRemainingTime(attemptId, 0)
  await expect.poll(() => readEnding(attemptId), { timeout: 20_000 }).toMatchObject({ status: 'expired' })

  const reopened = await context.newPage()
  await reopened.goto(`/lam-bai/${attemptId}`)
  await expect(reopened).toHaveURL(new RegExp(`/ket-qua/${attemptId}`))
  expect(await readEnding(attemptId)).toMatchObject({ answeredCount: 1 })
})
