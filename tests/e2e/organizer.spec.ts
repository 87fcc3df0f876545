import type { Page } from '@playwright/test'
import { localTimeOf } from '#app/core/local-time.ts'
import { writtenMoment } from '#app/core/typed-moment.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedOwnOrganizer, seedOwnRound, seedRequest, seedStart } from '../setup/e2e-organizers.ts'

const HOUR_MS = 60 * 60_000

/** Another tab in front, as far as the page can tell. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
}

test('an organizer extends a round with a reason that everybody reads, and then closes it', async ({
  page,
  origin,
  context,
}) => {
  const loginName = await seedOwnOrganizer(origin, context)
  const round = await seedOwnRound()
  await page.goto(`/to-chuc/dot-thi/${round.slug}`)
  await page.getByRole('radio', { name: /^Thêm 1 giờ/ }).check()
  const extend = page.getByRole('form', { name: 'Gia hạn' })
  await extend.getByLabel('Lý do').fill('Đường truyền bị gián đoạn 40 phút')
  await extend.getByRole('button', { name: 'Gia hạn đợt thi' }).click()
  await expect(page.getByText('Đã gia hạn. Lý do đã được công bố.')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Thêm 1 giờ/ })).not.toBeChecked()

  await page.getByRole('link', { name: 'Trang công khai' }).click()
  await expect(page.getByText('Lý do: Đường truyền bị gián đoạn 40 phút')).toBeVisible()
  await page.goBack()

  const close = page.getByRole('form', { name: 'Kết thúc ngay' })
  await close.getByLabel('Lý do').fill('Đã thi xong')
  await close.getByLabel(/^Gõ “KẾT THÚC”/).fill('KẾT THÚC')
  await close.getByRole('button', { name: 'Kết thúc đợt thi' }).click()
  await expect(page.getByText('Đã kết thúc đợt thi. Lý do đã được công bố.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Gia hạn đợt thi' })).toHaveCount(0)

  await page.goto(`/dot-thi/${round.slug}`)
  await expect(page.getByText('Lý do: Đã thi xong')).toBeVisible()
  await page.goto('/to-chuc')
  const entry = page.getByRole('listitem').filter({ hasText: loginName }).filter({ hasText: 'gia hạn' })
  await expect(entry).toContainText(round.title)
})

test.describe('on a machine set to another time zone', () => {
  test.use({ timezoneId: 'America/Los_Angeles', allowedConsoleErrors: [/status of 422/] })

  test('a typed end is Vietnam’s time; a refused form keeps what was typed and leads to the mistake', async ({
    page,
    origin,
    context,
  }) => {
    await seedOwnOrganizer(origin, context)
    const round = await seedOwnRound()
    await page.goto(`/to-chuc/dot-thi/${round.slug}`)
    const end = page.getByLabel('Ngày và giờ kết thúc')
    const extend = page.getByRole('form', { name: 'Gia hạn' })
    await end.fill(writtenMoment(localTimeOf(round.closesAt)))
    await expect(page.getByRole('radio', { name: 'Thời điểm khác' })).toBeChecked()
    await extend.getByLabel('Lý do').fill('Mất điện diện rộng')
    await extend.getByRole('button', { name: 'Gia hạn đợt thi' }).click()

    await expect(end).toBeFocused()
    await expect(end).toHaveAccessibleDescription(/phải sau thời điểm kết thúc hiện tại/)
    await expect(end).toHaveValue(writtenMoment(localTimeOf(round.closesAt)))
    await expect(extend.getByLabel('Lý do')).toHaveValue('Mất điện diện rộng')
    await expectNoAxeViolations(page)

    const later = localTimeOf(new Date(round.closesAt.getTime() + 3 * HOUR_MS))
    await end.fill(writtenMoment(later))
    await extend.getByRole('button', { name: 'Gia hạn đợt thi' }).click()
    await expect(page.getByText('Đã gia hạn. Lý do đã được công bố.')).toBeVisible()
    const [day, clock] = writtenMoment(later).split(' ')
    await expect(page.getByText(`Hiện kết thúc lúc ${clock} ngày ${day}.`)).toBeVisible()
  })

  test('closing is refused until its word is typed', async ({ page, origin, context }) => {
    await seedOwnOrganizer(origin, context)
    const round = await seedOwnRound()
    await page.goto(`/to-chuc/dot-thi/${round.slug}`)
    const close = page.getByRole('form', { name: 'Kết thúc ngay' })
    await close.getByLabel('Lý do').fill('Đã thi xong')
    await close.getByRole('button', { name: 'Kết thúc đợt thi' }).click()

    await expect(close.getByLabel(/^Gõ “KẾT THÚC”/)).toBeFocused()
    await expect(close.getByText('Hãy gõ đúng “KẾT THÚC”.')).toBeVisible()
    await expect(close.getByLabel('Lý do')).toHaveValue('Đã thi xong')
    await expectNoAxeViolations(page)
  })
})

test.describe('when two organizers close a round', () => {
  test.use({ allowedConsoleErrors: [/status of (409|503)/] })

  test('the second is told that it was too late', async ({ page, origin, context }) => {
    await seedOwnOrganizer(origin, context)
    const round = await seedOwnRound()
    // Otherwise the page might learn it by itself before the button is pressed.
    await page.route('**/readyz', (route) => route.fulfill({ status: 503 }))
    await page.goto(`/to-chuc/dot-thi/${round.slug}`)
    const close = page.getByRole('form', { name: 'Kết thúc ngay' })
    await close.getByLabel('Lý do').fill('Đã thi xong')
    await close.getByLabel(/^Gõ “KẾT THÚC”/).fill('KẾT THÚC')
    await page.request.post(`/to-chuc/dot-thi/${round.slug}`, {
      form: { intent: 'close', reason: 'Người khác kết thúc', confirmation: 'KẾT THÚC' },
      headers: { Origin: origin },
    })
    await close.getByRole('button', { name: 'Kết thúc đợt thi' }).click()

    await expect(page.getByText('Đợt thi không còn mở nên không kết thúc sớm được.')).toBeVisible()
    await expect(page.getByText('Lý do: Người khác kết thúc')).toBeVisible()
  })
})

test('the numbers of a round refresh themselves while they are looked at', async ({
  page,
  origin,
  context,
}) => {
  await seedOwnOrganizer(origin, context)
  const round = await seedOwnRound()
  await page.goto(`/to-chuc/dot-thi/${round.slug}`)
  await expect(page.getByText('Tự cập nhật mỗi 5 giây.')).toBeVisible()
  await page.getByRole('form', { name: 'Gia hạn' }).getByLabel('Lý do').fill('Đang soạn dở')
  await seedStart(round.slug)

  await expect(page.getByText('1 lượt đang làm dừng ngay')).toBeVisible({ timeout: 10_000 })
  await expect(page.getByRole('form', { name: 'Gia hạn' }).getByLabel('Lý do')).toHaveValue('Đang soạn dở')
})

test('a page that nobody can see asks for nothing, and asks at once when it is seen again', async ({
  page,
  origin,
  context,
}) => {
  await seedOwnOrganizer(origin, context)
  await page.clock.install()
  await page.goto('/to-chuc')
  await expect(page.getByText('Tự cập nhật mỗi 5 giây.')).toBeVisible()
  await setVisibility(page, 'hidden')
  let askedCount = 0
  page.on('request', (request) => (askedCount += request.url().endsWith('/readyz') ? 1 : 0))
  await page.clock.runFor(20_000)
  expect(askedCount).toBe(0)

  const asked = page.waitForRequest('**/readyz')
  await setVisibility(page, 'visible')
  await asked
})

test.describe('when the server can’t answer', () => {
  test.use({ allowedConsoleErrors: [/ERR_FAILED/] })

  test('the numbers stay, with a word about it', async ({ page, origin, context }) => {
    await seedOwnOrganizer(origin, context)
    await page.goto('/to-chuc')
    await page.route('**/readyz', (route) => route.abort())

    await expect(page.getByText('Chưa kết nối được máy chủ, đang thử lại.')).toBeVisible({ timeout: 10_000 })
    await expect(page.getByRole('heading', { name: 'Các đợt thi' })).toBeVisible()
    await page.unroute('**/readyz')
    await expect(page.getByText('Tự cập nhật mỗi 5 giây.')).toBeVisible({ timeout: 10_000 })
  })
})

test('an organizer handles a request, which leaves the list and enters the log', async ({
  page,
  origin,
  context,
}) => {
  const loginName = await seedOwnOrganizer(origin, context)
  const message = `Xin sửa tên, yêu cầu của ${loginName}`
  const fullName = await seedRequest(message)
  await page.goto('/to-chuc')
  const request = page.getByRole('listitem').filter({ hasText: message })
  await request.getByRole('button', { name: `Đã xử lý yêu cầu của ${fullName}` }).click()

  await expect(page.getByText('Đã ghi nhận là đã xử lý.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Yêu cầu của người dự thi' })).toBeFocused()
  await expect(request).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: loginName })).toContainText(
    `ghi nhận đã xử lý yêu cầu của ${fullName}.`,
  )
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a round is extended by typing its new end', async ({ page, origin, context }) => {
    await seedOwnOrganizer(origin, context)
    const round = await seedOwnRound()
    await page.goto(`/to-chuc/dot-thi/${round.slug}`)
    const extend = page.getByRole('form', { name: 'Gia hạn' })
    await page
      .getByLabel('Ngày và giờ kết thúc')
      .fill(writtenMoment(localTimeOf(new Date(round.closesAt.getTime() + HOUR_MS))))
    await extend.getByLabel('Lý do').fill('Mất điện')
    await extend.getByRole('button', { name: 'Gia hạn đợt thi' }).click()

    await expect(page.getByText('Đã gia hạn. Lý do đã được công bố.')).toBeVisible()
    await expect(page.getByText('Lý do: Mất điện')).toBeVisible()
  })
})

for (const { path, colorScheme } of [
  { path: '/to-chuc', colorScheme: 'light' },
  { path: '/to-chuc', colorScheme: 'dark' },
  { path: '/to-chuc/dot-thi/dot-1', colorScheme: 'light' },
  { path: '/to-chuc/dot-thi/dot-2', colorScheme: 'light' },
  { path: '/to-chuc/dot-thi/dot-2', colorScheme: 'dark' },
  { path: '/to-chuc/dot-thi/dot-3', colorScheme: 'dark' },
] as const) {
  test(`axe finds nothing on ${path} in ${colorScheme}, and nothing is wider than the screen`, async ({
    page,
    origin,
    context,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await seedOwnOrganizer(origin, context)
    await page.goto(path)
    await expect(page.getByText('Luật đã được sửa đổi bởi Luật số 06/2026/QH16')).toBeVisible()
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}
