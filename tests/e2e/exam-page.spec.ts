import { openPaper, optionsOf, seedRunningAttempt } from '../setup/e2e-attempts.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'

const MAX_PAGE_BYTES = 150_000

test.use({ allowedConsoleErrors: [/ERR_INTERNET_DISCONNECTED/] })

test('the page with its paper, fonts included, weighs less than 150 kB', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await page.getByRole('button', { name: 'Câu sau' }).click()
  const sizes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => ({
        name: new URL(entry.name).pathname,
        bytes: (entry as PerformanceResourceTiming).transferSize,
      }),
    ),
  )
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)

  expect(sizes.some(({ name }) => name.endsWith('.woff2'))).toBe(true)
  expect(sizes.find(({ name }) => name.startsWith('/lam-bai/'))?.bytes).toBeGreaterThan(1_000)
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThan(MAX_PAGE_BYTES)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the paper, the overview and the hand-in have no accessibility faults in ${colorScheme}`, async ({
    page,
    context,
    origin,
    isMobile,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { attemptId } = await seedRunningAttempt(origin, context)
    await openPaper(page, attemptId)
    await optionsOf(page).nth(0).check()
    await page.getByRole('button', { name: 'Đánh dấu xem lại' }).click()
    await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
    await expectNoAxeViolations(page)

    if (isMobile) {
      await page.getByRole('button', { name: /Danh sách câu hỏi/ }).click()
      await expectNoAxeViolations(page)
      await page.getByRole('button', { name: 'Đóng' }).click()
    }
    await context.setOffline(true)
    await optionsOf(page).nth(1).check()
    await expect(page.getByText('Số câu chờ gửi: 1')).toBeVisible()
    await page.getByRole('banner').getByRole('button', { name: 'Nộp bài' }).click()
    await expectNoAxeViolations(page)
    await context.setOffline(false)
  })
}

test('nothing scrolls sideways at 320 px, also with text twice as large', async ({
  page,
  context,
  origin,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBe(0)

  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  expect(await overflow()).toBe(0)
  await page.getByRole('banner').getByRole('button', { name: 'Nộp bài' }).click()
  expect(await overflow()).toBe(0)
  await page.getByRole('button', { name: 'Quay lại làm bài' }).click()
  await page.getByRole('button', { name: 'Câu sau' }).click()
  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeInViewport()
})

test('the back button leads to the question before, and turning pages asks the server nothing', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Câu sau' }).click()
  await page.getByRole('button', { name: 'Câu sau' }).click()
  await expect(page).toHaveURL(/#cau-3$/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Câu 1 trên 10' })).toBeFocused()
  await context.setOffline(false)
})

test('handing in names the open questions, leads to them and keeps the guess', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await page.getByRole('banner').getByRole('button', { name: 'Nộp bài' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nộp bài thi?' })
  await expect(dialog.getByRole('link')).toHaveText(
    [2, 3, 4, 5, 6, 7, 8, 9, 10].map((position) => `Câu ${position}`),
  )
  await dialog.getByRole('textbox', { name: /bao nhiêu người/ }).fill('37')
  await dialog.getByRole('link', { name: 'Câu 7' }).click()
  await expect(page.getByRole('heading', { name: 'Câu 7 trên 10' })).toBeFocused()

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Câu 7 trên 10' })).toBeVisible()
  await page.getByRole('banner').getByRole('button', { name: 'Nộp bài' }).click()
  await expect(dialog.getByRole('textbox', { name: /bao nhiêu người/ })).toHaveValue('37')
  await dialog.getByRole('button', { name: 'Nộp bài' }).click()
  await page.waitForURL(`**/ket-qua/${attemptId}`)
})

test('without scripts the page says what it needs', async ({ browser, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  const withoutScripts = await browser.newContext({
    baseURL: origin,
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  })
  const page = await withoutScripts.newPage()
  await page.goto(`/lam-bai/${attemptId}`)
  await expect(page.locator('noscript p')).toBeVisible()
  await expect(page.locator('noscript p')).toContainText('Trang làm bài cần JavaScript.')
  await withoutScripts.close()
})
