import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { startLiveInstallation, useCookie } from '../setup/e2e-installation.ts'
import type { LiveInstallation } from '../setup/e2e-installation.ts'

/** The sample contest's open round. */
const ROUND = '/to-chuc/dot-thi/dot-2'
const LIVE = `${ROUND}/truc-tiep`
/** A pulse every fifteen seconds at most, and a moment to show what it brought. */
const NEXT_PULSE = { timeout: 17_000 }
/** A report every ten seconds, and a refresh every five. */
const NEXT_REPORT = { timeout: 25_000 }

test.describe.configure({ mode: 'serial' })
test.setTimeout(60_000)

let installation: LiveInstallation
const opened: BrowserContext[] = []

test.beforeAll(async () => {
  // Two processes and a seeded database take their time on a busy machine.
  test.setTimeout(120_000)
  installation = await startLiveInstallation()
})

test.afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})

test.afterAll(() => installation.stop())

/** A browser of its own on one of the two processes; signed in with the cookie when there is one. */
async function openBrowser(browser: Browser, process: 0 | 1, cookie?: string): Promise<BrowserContext> {
  const baseURL = installation.origins[process]
  const context = await browser.newContext({ baseURL, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
  opened.push(context)
  if (cookie) await useCookie(context, baseURL, cookie)

  return context
}

async function openAsOrganizer(browser: Browser, process: 0 | 1, path: string): Promise<Page> {
  const page = await (await openBrowser(browser, process, installation.organizer)).newPage()
  await page.goto(path)

  return page
}

async function openPaperOf(browser: Browser, process: 0 | 1, index: number): Promise<Page> {
  const sitting = installation.sittings[index]
  const page = await (await openBrowser(browser, process, sitting?.cookie)).newPage()
  await page.goto(`/lam-bai/${sitting?.attemptId}`)
  await page.locator('fieldset:enabled').waitFor()

  return page
}

/** A number of the live page, by what stands above it. */
function numberOf(page: Page, label: string): Locator {
  return page.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]')
}

test('the live numbers move while somebody works, and are the same in every process', async ({ browser }) => {
  const [first, second, paper] = await Promise.all([
    openAsOrganizer(browser, 0, LIVE),
    openAsOrganizer(browser, 1, LIVE),
    openPaperOf(browser, 1, 2),
  ])
  await expect(numberOf(first, 'Đang làm bài')).toHaveText('3')
  await expect(numberOf(first, 'Trả lời phút qua')).toHaveText('0')
  for (const index of [0, 1]) {
    await paper.locator('fieldset input').nth(index).check()
    await expect(paper.getByText(/Đã lưu lúc/)).toBeVisible()
  }

  await Promise.all(
    [first, second].map(async (page) => {
      await expect(numberOf(page, 'Trả lời phút qua')).toHaveText('2', NEXT_REPORT)
      await expect(numberOf(page, 'Tiến trình máy chủ')).toHaveText('2', NEXT_REPORT)
      await expect(numberOf(page, 'Đang làm bài')).toHaveText('3')
    }),
  )
})

test('an organizer gives one person five minutes, and the open paper learns of it within fifteen seconds', async ({
  browser,
}) => {
  const [organizer, paper] = await Promise.all([
    openAsOrganizer(browser, 0, LIVE),
    openPaperOf(browser, 1, 0),
  ])
  await organizer.getByRole('searchbox', { name: 'Tìm người đang làm bài' }).fill('anh dang')
  await organizer.getByRole('search', { name: 'Tìm người đang làm bài' }).getByRole('button').click()
  await expect(organizer.getByRole('radio', { name: /Đặng Thị Ngọc Ánh/ })).toBeChecked()
  await organizer.getByRole('button', { name: 'Thêm giờ' }).click()
  const minutes = organizer.getByRole('radiogroup', { name: 'Số phút thêm' })
  await expect(minutes).toBeFocused()
  await expect(minutes).toHaveAccessibleDescription('Hãy chọn hoặc ghi số phút.')
  await expectNoAxeViolations(organizer)

  await organizer.getByRole('radio', { name: '5 phút', exact: true }).check()
  await organizer.getByLabel('Lý do').fill('Máy bị treo, phải khởi động lại')
  await organizer.getByRole('button', { name: 'Thêm giờ' }).click()
  await expect(organizer.getByText('Đã thêm 5 phút cho Đặng Thị Ngọc Ánh')).toBeVisible()

  await expect(paper.getByText('Ban Tổ chức đã gia hạn: bạn có thêm 5 phút').last()).toBeVisible(NEXT_PULSE)
  await expect(paper.getByRole('timer')).toHaveText(/^1[0-4]:\d\d$/)

  const visitor = await (await openBrowser(browser, 1)).newPage()
  await visitor.goto('/thong-bao')
  await expect(visitor.getByText('Một người dự thi được thêm 5 phút để làm bài.')).toBeVisible()
  await expect(visitor.getByText('Lý do: Máy bị treo, phải khởi động lại')).toBeVisible()
  await expect(visitor.getByText('Ngọc Ánh')).toHaveCount(0)
  await organizer.goto('/to-chuc')
  await expect(organizer.getByText(/thêm giờ cho Đặng Thị Ngọc Ánh/)).toBeVisible()
})

test('an announcement reaches home, board and the open paper, where nothing moves; put away, it stays away', async ({
  browser,
}) => {
  const paper = await openPaperOf(browser, 1, 1)
  const placeOfQuestion = await paper.locator('fieldset').boundingBox()
  const organizer = await openAsOrganizer(browser, 0, '/to-chuc/thong-bao')
  await organizer.getByLabel('Tiêu đề').fill('Điểm thi số 3 mất điện')
  await organizer.getByLabel('Nội dung').fill('Ban Tổ chức sẽ thêm giờ cho người bị gián đoạn.')
  await organizer.getByRole('radio', { name: /Khẩn/ }).check()
  await organizer.getByRole('button', { name: 'Đăng thông báo' }).click()
  await expect(organizer.getByText('Đã đăng thông báo.')).toBeVisible()

  const visitor = await (await openBrowser(browser, 1)).newPage()
  const band = visitor.getByRole('region', { name: 'Thông báo của Ban Tổ chức' })
  for (const path of ['/', '/bang-xep-hang']) {
    await expect
      .poll(async () => {
        await visitor.goto(path)

        return band.getByText('Khẩn: Điểm thi số 3 mất điện').count()
      })
      .toBe(1)
    await expectNoAxeViolations(visitor)
  }

  const onPaper = paper.getByRole('region', { name: 'Thông báo của Ban Tổ chức' })
  await expect(onPaper.getByText('Điểm thi số 3 mất điện').first()).toBeVisible(NEXT_PULSE)
  await expect(paper.getByRole('status').filter({ hasText: 'Điểm thi số 3 mất điện' })).toHaveCount(1)
  expect(await paper.locator('fieldset').boundingBox()).toEqual(placeOfQuestion)
  await expectNoAxeViolations(paper)
  await onPaper.getByRole('button', { name: /Đã hiểu/ }).click()
  await expect(onPaper).toHaveCount(0)
  await paper.reload()
  await paper.locator('fieldset:enabled').waitFor()
  await expect(onPaper).toHaveCount(0)

  await visitor.getByRole('button', { name: 'Ẩn thông báo “Điểm thi số 3 mất điện”' }).click()
  await expect(band.getByText('Khẩn: Điểm thi số 3 mất điện')).toBeHidden()
  await visitor.reload()
  await expect(band.getByText('Khẩn: Điểm thi số 3 mất điện')).toBeHidden()
})

test('an edit is shown again to whoever had put it away, with its history for the organizers; a withdrawal ends it', async ({
  browser,
}) => {
  const organizer = await openAsOrganizer(browser, 0, '/to-chuc/thong-bao')
  const visitor = await (await openBrowser(browser, 1)).newPage()
  await visitor.goto('/')
  await visitor.getByRole('button', { name: /^Ẩn thông báo/ }).click()
  await organizer.getByRole('link', { name: /Sửa và xem lịch sử/ }).click()
  // The page before has such a form too.
  await expect(organizer.getByRole('heading', { name: 'Sửa thông báo' })).toBeVisible()
  await organizer.getByLabel('Tiêu đề').fill('')
  await organizer.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(organizer.getByLabel('Tiêu đề')).toBeFocused()
  await expect(organizer.getByLabel('Tiêu đề')).toHaveAccessibleDescription(/Hãy ghi tiêu đề/)
  await organizer.getByLabel('Tiêu đề').fill('Điểm thi số 3 đã có điện')
  await organizer.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(organizer.getByText('Đã lưu. Trang công khai hiện bản mới.')).toBeVisible()
  await expect(organizer.getByRole('listitem').filter({ hasText: 'Bản 1' })).toContainText('mất điện')
  await expectNoAxeViolations(organizer)

  const band = visitor.getByText('Khẩn: Điểm thi số 3 đã có điện')
  await expect
    .poll(async () => {
      await visitor.goto('/')

      return band.isVisible()
    })
    .toBe(true)

  await organizer.getByLabel('Tôi muốn rút thông báo này').check()
  await organizer.getByRole('button', { name: 'Rút thông báo' }).click()
  await expect(organizer.getByText('Đã rút thông báo.')).toBeVisible()
  await expect
    .poll(async () => {
      await visitor.goto('/thong-bao')

      return visitor.getByText('Điểm thi số 3').count()
    })
    .toBe(0)
})

test('an extension is announced with the same click, in words written from it', async ({ browser }) => {
  const organizer = await openAsOrganizer(browser, 1, ROUND)
  const extend = organizer.getByRole('form', { name: 'Gia hạn' })
  await organizer.getByRole('radio', { name: /^Thêm 1 giờ/ }).check()
  await extend.getByLabel('Lý do').fill('Mất điện diện rộng')
  await extend.getByLabel('Đăng kèm một thông báo').check()
  await expect(extend.getByLabel('Nội dung thông báo')).toHaveValue(
    /^Đợt thi kết thúc lúc .* Lý do: Mất điện diện rộng$/,
  )
  await extend.getByRole('button', { name: 'Gia hạn đợt thi' }).click()
  await expect(organizer.getByText('Đã gia hạn. Lý do đã được công bố.')).toBeVisible()

  const visitor = await (await openBrowser(browser, 0)).newPage()
  await expect
    .poll(async () => {
      await visitor.goto('/the-le')

      return visitor.getByText(/^Quan trọng: Gia hạn Đợt 2/).count()
    })
    .toBe(1)
})

test('units are sorted and searched, which a refresh keeps', async ({ browser }) => {
  const page = await openAsOrganizer(browser, 0, LIVE)
  const table = page.getByRole('table', { name: 'Theo đơn vị' })
  await table.getByRole('link', { name: 'Tỷ lệ' }).click()
  await expect(table.getByRole('columnheader', { name: 'Tỷ lệ' })).toHaveAttribute('aria-sort', 'descending')
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('th 05')
  await page.getByRole('search', { name: 'Tìm đơn vị' }).getByRole('button').click()
  await expect(table.getByRole('row')).toHaveCount(3)
  await page.getByRole('link', { name: 'Cập nhật ngay' }).click()
  await expect(page).toHaveURL(/sap-xep=ty-le&don-vi=th\+05/)
  await expect(table.getByRole('row')).toHaveCount(3)
})

for (const path of [LIVE, '/to-chuc/thong-bao'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing on ${path} in ${colorScheme}, and nothing is wider than the screen`, async ({
      browser,
    }) => {
      const page = await openAsOrganizer(browser, 0, path)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectNoAxeViolations(page)
      await expectNothingTooWide(page)
    })
