import { openPaper, optionsOf, readEnding, seedRunningAttempt } from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'

test.skip(({ isMobile }) => isMobile, 'phones have no keyboard')

test('a whole paper can be taken and handed in with the keyboard alone', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)

  await page.keyboard.press('b')
  await expect(optionsOf(page).nth(1)).toBeChecked()
  await expect(optionsOf(page).nth(1)).toBeFocused()
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Đánh dấu xem lại' })).toHaveAttribute('aria-pressed', 'true')
  for (let position = 2; position <= 9; position++) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { name: `Câu ${position} trên 10` })).toBeFocused()
    await page.keyboard.press(String((position % 4) + 1))
  }
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'Câu 8 trên 10' })).toBeFocused()
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { name: 'Câu 9 trên 10' })).toBeFocused()

  const handIn = page.getByRole('banner').getByRole('button', { name: 'Nộp bài' })
  for (let presses = 0; presses < 30 && !(await isFocused(handIn)); presses++)
    await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Nộp bài thi?' })
  await expect(dialog.getByText('Bạn đã trả lời 9 trên 10 câu.')).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Câu 10' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(handIn).toBeFocused()

  await page.keyboard.press('Enter')
  const guess = dialog.getByRole('textbox', { name: /bao nhiêu người/ })
  for (let presses = 0; presses < 10 && !(await isFocused(guess)); presses++) await page.keyboard.press('Tab')
  // Digits and letters belong to the field here.
  await page.keyboard.type('1a')
  await expect(guess).toHaveValue('1a')
  const confirm = dialog.getByRole('button', { name: 'Nộp bài' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Hãy nhập một số nguyên từ 0 đến 100.000.000')).toBeVisible()
  await expect(guess).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Tab')
  await expect(confirm).toBeFocused()
  await page.keyboard.press('Enter')

  await page.waitForURL(`**/ket-qua/${attemptId}`)
  expect(await readEnding(attemptId)).toEqual({ status: 'submitted', answeredCount: 9, prediction: 100_000n })
})

test('a hand-in called off with Escape and asked for again at once is asked for', async ({
  page,
  context,
  origin,
}) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  const handIn = page.getByRole('banner').getByRole('button', { name: 'Nộp bài' })
  const dialog = page.getByRole('dialog', { name: 'Nộp bài thi?' })
  await handIn.click()
  await expect(dialog).toBeVisible()
  // What Escape does, and the next press before the browser gets to tell the page of the first.
  await dialog.evaluate((element: HTMLDialogElement) => {
    element.requestClose()
    document.querySelector<HTMLElement>('header button')?.click()
  })

  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))))
  await expect(dialog).toBeVisible()
})

test('left and right never change an answer', async ({ page, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await optionsOf(page).nth(0).check()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')

  await expect(optionsOf(page).nth(0)).toBeChecked()
  await expect(
    page
      .getByRole('radio', { checked: true })
      .or(page.getByRole('group').getByRole('checkbox', { checked: true })),
  ).toHaveCount(1)
})

test('the single-character keys can be switched off and stay off', async ({ page, context, origin }) => {
  const { attemptId } = await seedRunningAttempt(origin, context)
  await openPaper(page, attemptId)
  await page.getByText('Phím tắt').click()
  await page.getByRole('checkbox', { name: 'Dùng phím chữ và phím số' }).uncheck()
  await page.reload()
  await openPaper(page, attemptId)
  await page.keyboard.press('a')
  await page.keyboard.press('1')
  await page.keyboard.press('f')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: 'Câu 2 trên 10' })).toBeFocused()

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Câu 1 trên 10' })).toBeFocused()
  await expect(page.getByText('0/10 câu đã trả lời')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Đánh dấu xem lại' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
})

function isFocused(locator: {
  evaluate: (test: (element: Element) => boolean) => Promise<boolean>
}): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement)
}
