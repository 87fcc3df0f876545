import type { Locator, Page } from '@playwright/test'
import { seedOfficialRound } from '../setup/e2e-closing.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedReleasedResult, useStaff } from '../setup/e2e-insight.ts'
import { addPrize, prepareAnnulment, prepareNewKey, readScores, seedWrongKey } from '../setup/e2e-regrades.ts'

const REASON = 'Câu hỏi có hai cách hiểu'
const NOTE = 'Câu hỏi có hai cách hiểu nên mọi người đều được điểm.'

test.describe('forms that are refused', () => {
  test.use({ allowedConsoleErrors: [/status of (409|422)/] })

  test('from a complaint over correction and preview to the new score, which board and participant read with its note', async ({
    page,
    origin,
    context,
    browser,
  }) => {
    test.slow()
    const { slug, attemptId } = await seedReleasedResult(origin, context)
    await page.goto(`/ket-qua/${attemptId}`)
    await page.getByRole('link', { name: 'Khiếu nại về câu 3' }).click()
    await page.getByLabel('Nội dung').fill('Câu này có hai cách hiểu, cả hai đều đúng theo luật.')
    await page.getByRole('button', { name: 'Gửi khiếu nại' }).click()
    const number = /\d+/.exec((await page.getByText(/^Đã gửi khiếu nại số/).textContent()) ?? '')?.[0] ?? ''

    const desk = await browser.newContext({
      baseURL: origin,
      locale: 'vi-VN',
      viewport: page.viewportSize(),
    })
    const staff = await useStaff(origin, desk, 'organizer')
    const console = await desk.newPage()
    await console.goto(`/to-chuc/khieu-nai/${number}`)
    await console.getByRole('link', { name: 'Sửa đáp án câu này để chấm lại' }).click()
    await expect(console.getByRole('link', { name: `số ${number}` })).toBeVisible()
    await console.getByRole('radio', { name: /^Chấp nhận thêm/ }).check()
    await console.getByLabel('Lý do').fill(REASON)
    await console.getByRole('button', { name: 'Đưa vào lần chấm lại' }).click()
    await expect(console.getByText('Hãy chọn ít nhất một phương án.')).toBeVisible()
    await expect(console.getByRole('checkbox').first()).toBeFocused()
    await expect(console.getByLabel('Lý do')).toHaveValue(REASON)
    await console.getByRole('radio', { name: /^Cho mọi người được điểm/ }).check()
    await console.getByRole('button', { name: 'Đưa vào lần chấm lại' }).click()
    await expect(console.getByText(/^Đã đưa câu hỏi vào lần chấm lại/)).toBeVisible()

    await expect(console.getByRole('heading', { name: 'Xác nhận chấm lại' })).toBeVisible()
    await expect(console.getByText(/^\d+ người được điểm câu này, 0 người mất/)).toBeVisible()
    await expect(console.getByLabel('Thông báo công khai')).toHaveValue(REASON)
    await console.getByLabel('Thông báo công khai').fill(NOTE)
    await console.getByLabel(/^Gõ “CHẤM LẠI”/).fill('chấm')
    await console.getByRole('button', { name: 'Xác nhận chấm lại' }).click()
    await expect(console.getByText('Hãy gõ đúng “CHẤM LẠI”.')).toBeVisible()
    await expect(console.getByLabel('Thông báo công khai')).toHaveValue(NOTE)
    await page.goto(`/ket-qua/${attemptId}`)
    await expect(page.getByText('Bài thi được chấm lại lúc')).toHaveCount(0)

    await console.getByLabel(/^Gõ “CHẤM LẠI”/).fill('cham lai')
    await console.getByRole('button', { name: 'Xác nhận chấm lại' }).click()
    const past = console.getByRole('region', { name: 'Các lần chấm lại trước' })
    await expect(past.getByText(NOTE)).toBeVisible()
    await expect(past.getByText(`${staff.fullName} xác nhận`)).toBeVisible()
    await past.getByText('Xem các câu và người đổi chỗ ở nhóm đầu').click()
    await expect(past.getByText(`Lý do: ${REASON}`)).toBeVisible()
    await desk.close()

    await page.goto(`/ket-qua/${attemptId}`)
    await expect(page.getByText('Điểm trước khi chấm lại: 2/5. Điểm sau khi chấm lại: 3/5.')).toBeVisible()
    await expect(page.getByText(`Lý do: ${NOTE}`)).toBeVisible()
    await expect(page.getByText('Câu này đã được chấm lại: mọi người đều được tính điểm.')).toHaveCount(1)
    await page.goto(`/dot-thi/${slug}/bang-xep-hang`)
    await expect(page.getByText('Đợt thi được chấm lại lúc')).toBeVisible()
    await expect(page.getByText(NOTE)).toBeVisible()
    await page.goto(`/dot-thi/${slug}`)
    await expect(page.getByText('1 câu tính điểm cho mọi người')).toBeVisible()
  })
})

test('from the analysis of a question to a set that is cancelled: nothing has changed, and it can still be read', async ({
  page,
  origin,
  context,
}) => {
  const { slug } = await seedReleasedResult(origin, context)
  const before = await readScores(slug)
  await useStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/dot-thi/${slug}/phan-tich`)
  await page.getByRole('row').nth(1).getByRole('link').click()
  await page.getByRole('link', { name: 'Sửa đáp án câu này để chấm lại' }).click()
  const first = (await page.getByRole('heading', { name: /^Câu / }).textContent()) ?? ''
  const other = first.endsWith('chung-2') ? 'chung-3' : 'chung-2'
  await page.getByRole('radio', { name: /^Hủy câu hỏi/ }).check()
  await page.getByLabel('Lý do').fill(REASON)
  await page.getByRole('button', { name: 'Đưa vào lần chấm lại' }).click()

  await page.getByText('Thêm câu hỏi vào lần chấm lại này').click()
  await page.getByLabel('Tìm câu hỏi của đợt thi').fill('khong co cau nao nhu vay')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await expect(page.getByText('Không có câu hỏi nào như vậy')).toBeVisible()
  await page.getByLabel('Tìm câu hỏi của đợt thi').fill(`NOI DUNG ${other}`)
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(`^Câu ${other}`) }).click()
  await page.getByRole('radio', { name: /^Cho mọi người được điểm/ }).check()
  await page.getByLabel('Lý do').fill('Câu khác')
  await page.getByRole('button', { name: 'Đưa vào lần chấm lại' }).click()
  await page.getByRole('button', { name: `Bỏ câu ${other} khỏi lần chấm lại` }).click()
  await expect(page.getByText('Đã bỏ câu hỏi khỏi lần chấm lại.')).toBeVisible()

  const set = page.getByRole('region', { name: 'Lần chấm lại đang chuẩn bị' })
  await expect(set.getByRole('listitem')).toHaveCount(1)
  await set.getByText('Hủy lần chấm lại', { exact: true }).click()
  await set.getByRole('button', { name: 'Hủy cả lần chấm lại' }).click()
  await expect(page.getByText('Đã hủy lần chấm lại. Không có điểm nào thay đổi.')).toBeVisible()
  await expect(page.getByText(/^Đã hủy lúc/)).toBeVisible()
  expect(await readScores(slug)).toEqual(before)
})

test('an official result is corrected: the board says so, and the prizes are to be agreed on again', async ({
  page,
  origin,
  context,
}) => {
  const { slug } = await seedOfficialRound()
  await prepareAnnulment(slug, REASON)
  await useStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/dot-thi/${slug}/cham-lai`)
  await expect(page.getByText(/^Kết quả đã công bố sẽ chuyển sang “đã đính chính”/)).toBeVisible()
  await page.getByLabel(/^Gõ “CHẤM LẠI”/).fill('CHẤM LẠI')
  await page.getByRole('button', { name: 'Xác nhận chấm lại' }).click()
  await expect(page.getByText('Đã chấm lại', { exact: true })).toBeVisible()

  await page.goto(`/dot-thi/${slug}/bang-xep-hang`)
  await expect(page.getByText(/^Kết quả đã đính chính lúc/)).toBeVisible()
  await page.goto(`/to-chuc/dot-thi/${slug}/tong-ket`)
  await expect(page.getByRole('heading', { level: 2, name: 'Lập danh sách xét giải' })).toBeVisible()
})

test('a preview that no longer holds can’t be confirmed; it is computed anew', async ({
  page,
  origin,
  context,
}) => {
  const wrong = await seedWrongKey()
  await prepareNewKey(wrong, REASON)
  await useStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/dot-thi/${wrong.slug}/cham-lai`)
  await expect(page.getByText('Vào nhóm có giải (1 giải)')).toBeVisible()
  await addPrize(wrong.slug)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Xác nhận chấm lại' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Tính lại bản xem trước' }).click()

  await expect(page.getByText('Vào nhóm có giải (2 giải)')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Xác nhận chấm lại' })).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a new key is prepared, looked at and confirmed', async ({ page, origin, context }) => {
    const wrong = await seedWrongKey()
    await useStaff(origin, context, 'organizer')
    await page.goto(`/to-chuc/dot-thi/${wrong.slug}/tong-ket`)
    await page.getByRole('link', { name: 'Chấm lại', exact: true }).click()
    await page.getByRole('link', { name: new RegExp(`^Câu ${wrong.code}`) }).click()
    await expect(page.getByRole('group', { name: 'Đáp án mới' })).toBeHidden()
    await page.getByRole('radio', { name: /^Thay đáp án/ }).check()
    await page
      .getByRole('group', { name: 'Đáp án mới' })
      .getByRole('radio', { name: new RegExp(`^${wrong.letter}\\.`) })
      .check()
    await page.getByLabel('Lý do').fill(REASON)
    await page.getByRole('button', { name: 'Đưa vào lần chấm lại' }).click()
    await expect(async () => {
      const follow = page.getByRole('link', { name: 'Xem tiến độ' })
      if (await follow.isVisible()) await follow.click()
      await expect(page.getByRole('table', { name: /^Vào nhóm có giải/ })).toBeVisible({ timeout: 500 })
    }).toPass()

    await expect(page.getByRole('table', { name: /^Vào/ })).toContainText(wrong.entering)
    await expect(page.getByRole('table', { name: /^Ra khỏi/ })).toContainText(wrong.leaving)
    await expect(page.getByText('Chuyển từ 2 thành 1.')).toBeVisible()
    await page.getByLabel(/^Gõ “CHẤM LẠI”/).fill('CHẤM LẠI')
    await page.getByRole('button', { name: 'Xác nhận chấm lại' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('Đã chấm lại', { exact: true })).toBeVisible({ timeout: 500 })
    }).toPass()
    await page.goto(`/dot-thi/${wrong.slug}/bang-xep-hang`)
    await expect(page.getByRole('row').nth(1)).toContainText('T. M. B.')
  })
})

/** Goes on with the Tab key until the element has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  await expect(element).toBeVisible()
  for (let presses = 0; presses < 80; presses++) {
    if (await element.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(element).toBeFocused()
}

test('a key is corrected and confirmed with the keyboard alone', async ({ page, origin, context }) => {
  const wrong = await seedWrongKey()
  await useStaff(origin, context, 'organizer')
  await page.goto(`/to-chuc/dot-thi/${wrong.slug}/cham-lai`)
  await tabTo(page, page.getByLabel('Tìm câu hỏi của đợt thi'))
  await page.keyboard.type(wrong.code)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 câu hỏi có')).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: new RegExp(`^Câu ${wrong.code}`) }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('radio', { name: /^Chấp nhận thêm/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('checkbox', { name: new RegExp(`^${wrong.letter}\\.`) }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByLabel('Lý do'))
  await page.keyboard.type(REASON)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Thông báo công khai'))
  await page.keyboard.press('Tab')
  await page.keyboard.type('CHẤM LẠI')
  await page.keyboard.press('Enter')

  await expect(page.getByText('Đã chấm lại', { exact: true })).toBeVisible()
})

test('an auditor sees what is prepared and has no form for it', async ({ page, origin, context }) => {
  const wrong = await seedWrongKey()
  await prepareNewKey(wrong, REASON)
  await useStaff(origin, context, 'auditor')
  await page.goto(`/to-chuc/dot-thi/${wrong.slug}`)
  await page.getByRole('link', { name: 'Chấm lại', exact: true }).click()

  await expect(page.getByText(`Lý do: ${REASON}`)).toBeVisible()
  await expect(page.getByText('Vai trò của bạn chỉ xem trang này.')).toBeVisible()
  await expect(page.getByRole('table', { name: /^Vào/ })).toContainText(wrong.entering)
  await expect(page.locator('main form')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of a regrade in ${colorScheme}, and nothing is too wide`, async ({
    page,
    origin,
    context,
  }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const wrong = await seedWrongKey()
    await useStaff(origin, context, 'organizer')
    const look = async () => {
      await expectNoAxeViolations(page)
      await expectNothingTooWide(page)
    }
    await page.goto(`/to-chuc/dot-thi/${wrong.slug}/cham-lai`)
    await expect(page.getByRole('heading', { name: 'Chọn câu hỏi cần sửa đáp án' })).toBeVisible()
    await look()
    await page.goto(`/to-chuc/dot-thi/${wrong.slug}/cham-lai?cau=${wrong.versionId}`)
    await page.getByRole('radio', { name: /^Thay đáp án/ }).check()
    await expect(page.getByRole('group', { name: 'Đáp án mới' })).toBeVisible()
    await look()
    await prepareNewKey(wrong, REASON)
    await page.goto(`/to-chuc/dot-thi/${wrong.slug}/cham-lai`)
    await expect(page.getByRole('table', { name: /^Vào/ })).toBeVisible()
    await look()
    await page.getByLabel(/^Gõ “CHẤM LẠI”/).fill('CHẤM LẠI')
    await page.getByRole('button', { name: 'Xác nhận chấm lại' }).click()
    await page.getByText('Xem các câu và người đổi chỗ ở nhóm đầu').click()
    await look()
    await page.goto('/to-chuc/dot-thi/dot-2/cham-lai')
    await expect(page.getByText(/^Đợt thi đang mở đến/)).toBeVisible()
    await look()
  })
}
