import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from '@playwright/test'
import { localTimeOf } from '#app/core/local-time.ts'
import { writtenMoment } from '#app/core/typed-moment.ts'
import { startApp } from '../setup/app-process.ts'
import type { AppProcess } from '../setup/app-process.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { createDatabase, dropDatabase, ensureTemplate } from '../setup/test-databases.ts'

const run = promisify(execFile)
const DAY_MS = 24 * 60 * 60_000
/** Enough to look at the page of a round before it opens. */
const OPENS_IN_MS = 8_000

type Installation = {
  app: AppProcess
  name: string
  databaseUrl: string
  cookies: { organizer: string; participant: string }
}

let installation: Installation | null = null

/** An application of its own with nothing but a bank: there is no contest yet. */
test.beforeEach(async () => {
  const server = process.env.E2E_DATABASE_URL ?? ''
  const name = `hoithi_setup_${randomBytes(4).toString('hex')}`
  const databaseUrl = await createDatabase(server, await ensureTemplate(server), name)
  const stdout = await runScript(databaseUrl, 'tests/setup/seed-empty-installation.ts')
  installation = {
    name,
    databaseUrl,
    cookies: JSON.parse(stdout) as Installation['cookies'],
    app: await startApp({ databaseUrl }),
  }
})

test.afterEach(async () => {
  await installation?.app.stop()
  if (installation) await dropDatabase(process.env.E2E_DATABASE_URL ?? '', installation.name)
  installation = null
})

async function runScript(databaseUrl: string, ...script: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, script, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })

  return stdout
}

function current(): Installation {
  if (!installation) throw new Error('the installation has not started')

  return installation
}

async function signInAs(context: BrowserContext, who: keyof Installation['cookies']): Promise<void> {
  const { app, cookies } = current()
  const [name = '', value = ''] = cookies[who].split('=')
  await context.clearCookies()
  await context.addCookies([{ name, value, url: app.origin, httpOnly: true, sameSite: 'Lax' }])
}

async function look(page: Page, name: string): Promise<void> {
  await expectNothingTooWide(page)
  await expectNoAxeViolations(page)
  if (process.env.SHOTS)
    await page.screenshot({
      path: `${process.env.SHOTS}/${name}-${page.viewportSize()?.width}.png`,
      fullPage: true,
    })
}

/** A week from tomorrow on. */
async function fillWindow(page: Page): Promise<void> {
  await page.getByLabel('Mở lúc').fill(writtenMoment(localTimeOf(new Date(Date.now() + DAY_MS))))
  await page.getByLabel('Kết thúc lúc').fill(writtenMoment(localTimeOf(new Date(Date.now() + 8 * DAY_MS))))
}

async function createContest(page: Page): Promise<void> {
  await page.goto(`${current().app.origin}/to-chuc/cuoc-thi`)
  await expect(page.getByRole('heading', { level: 1, name: 'Cuộc thi đầu tiên' })).toBeVisible()
  await look(page, 'contest-new')
  await page.getByLabel('Tên cuộc thi').fill('Cuộc thi mẫu tìm hiểu Luật')
  await page.getByLabel('Giới thiệu').fill('Dành cho mọi người.')
  await page.getByRole('button', { name: 'Tạo cuộc thi' }).click()
  await expect(page.getByLabel('Tên đơn vị tổ chức')).toBeFocused()
  await page.getByLabel('Tên đơn vị tổ chức').fill('Ban Tổ chức mẫu')
  await page.getByRole('button', { name: 'Tạo cuộc thi' }).click()
  await expect(page.getByText('Đã tạo cuộc thi.')).toBeVisible()
  await look(page, 'contest-edit')
}

test.describe('from an empty installation', () => {
  test.use({ allowedConsoleErrors: [/status of (409|422)/] })

  test('first contest, a round drafted with mistakes, mended, scheduled, opened, taken; its settings are locked', async ({
    page,
    context,
  }) => {
    // A long way through many pages, with axe on each of them.
    test.slow()
    const { databaseUrl, app } = current()
    const { origin } = app
    await signInAs(context, 'organizer')
    await createContest(page)

    // A draft with mistakes: kept, and every mistake named at its place.
    await page.getByRole('link', { name: 'Thêm đợt thi' }).click()
    await look(page, 'round-new')
    await page.getByLabel('Tên đợt thi').fill('Đợt 1: Những quy định chung')
    await page.getByLabel('Số phút làm bài').fill('nhiều')
    const cell = page.getByRole('textbox', { name: /Chuyên đề chung, Nhận biết: số câu/ })
    await cell.fill('15')
    await expect(page.getByText('có 12, thiếu 3')).toBeVisible()
    await page.getByRole('button', { name: 'Lưu và lên lịch' }).click()
    await expect(page.getByText(/^Còn \d+ chỗ cần sửa trước khi lên lịch/)).toBeVisible()
    await expect(page.getByLabel('Số phút làm bài')).toHaveValue('nhiều')
    await expect(page.getByText('Ghi số phút từ 1 đến 600.').first()).toBeVisible()
    await look(page, 'round-mistakes')

    // What is typed survives a reload before it is saved.
    await page.getByLabel('Số phút làm bài').fill('10')
    await page.reload()
    await expect(page.getByText('Đã khôi phục những gì bạn gõ mà chưa kịp lưu.')).toBeVisible()
    await expect(page.getByLabel('Số phút làm bài')).toHaveValue('10')

    // The ranking is changed with the keyboard alone.
    const up = page.getByRole('button', { name: 'Chuyển “Thời gian làm bài ngắn hơn” lên' })
    await up.focus()
    await page.keyboard.press('Enter')
    await expect(up).toBeFocused()

    // A day picked from the calendar is written as it would be typed.
    await page.locator('input[type="datetime-local"]').first().fill('2026-12-31T07:30')
    await expect(page.getByLabel('Mở lúc')).toHaveValue('31/12/2026 07:30')
    await fillWindow(page)
    await page.getByRole('button', { name: 'Lưu và lên lịch' }).click()
    // Everything is right now but the bank: the cell is named.
    await expect(page.getByText(/Chuyên đề chung, nhận biết: cần 15 câu, ngân hàng có 12/)).toBeVisible()
    await cell.fill('5')
    await page.getByRole('button', { name: 'Lưu và lên lịch' }).click()
    await expect(page.getByText(/^Đã lên lịch. Đợt thi hiện trên/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Dấu vân tay của cấu hình' })).toBeVisible()
    await look(page, 'round-scheduled')

    // The public sees it, and the page opens by itself.
    await signInAs(context, 'participant')
    const start = page.getByRole('button', { name: /^Bắt đầu làm bài/ })
    await runScript(
      databaseUrl,
      'tests/setup/open-round-soon.ts',
      'dot-1-nhung-quy-dinh-chung',
      String(OPENS_IN_MS),
    )
    await page.goto(`${origin}/dot-thi/dot-1-nhung-quy-dinh-chung`)
    await expect(start).toHaveCount(0)
    await start.click({ timeout: 2 * OPENS_IN_MS })
    await expect(page).toHaveURL(/\/lam-bai\//)
    await page.goto(`${origin}/dot-thi/dot-1-nhung-quy-dinh-chung`)
    await expect(page.getByText('Đã đối chiếu: cấu hình đang dùng đúng như đã công bố.')).toBeVisible()
    await look(page, 'public-round')
    await page.goto(`${origin}/the-le`)
    await expect(page.getByText('5 câu hỏi, 10 phút, mỗi câu đúng 10 điểm, tối đa 50 điểm.')).toBeVisible()
    await look(page, 'rules')

    // The lock holds: nothing is left on the page that could change a setting.
    await signInAs(context, 'organizer')
    await page.goto(`${origin}/to-chuc/dot-thi/dot-1-nhung-quy-dinh-chung/cau-hinh`)
    await expect(page.getByText(/Đợt thi đã mở nên cấu hình đã khóa/)).toBeVisible()
    await expect(page.getByRole('button', { name: /Lưu|Đưa về bản nháp|Xóa/ })).toHaveCount(0)
    await look(page, 'round-locked')
    await page.getByRole('link', { name: 'Xem thử đề' }).click()
    await expect(page.getByText('Đáp án:')).toHaveCount(0)
    await page.getByRole('link', { name: 'Hiện đáp án' }).click()
    await expect(page.getByText('Đáp án:')).toHaveCount(5)
    await look(page, 'paper-preview')
    await page.goto(`${origin}/to-chuc/cuoc-thi`)
    await look(page, 'contest-list')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('criteria are moved and a blueprint is copied with everything typed kept, and Enter still saves', async ({
    page,
    context,
  }) => {
    const { origin } = current().app
    await signInAs(context, 'organizer')
    await page.goto(`${origin}/to-chuc/cuoc-thi`)
    await page.getByLabel('Tên cuộc thi').fill('Cuộc thi mẫu tìm hiểu Luật')
    await page.getByLabel('Tên đơn vị tổ chức').fill('Ban Tổ chức mẫu')
    await page.getByLabel('Giới thiệu').fill('Dành cho mọi người.')
    await page.getByRole('button', { name: 'Tạo cuộc thi' }).click()

    await page.getByRole('link', { name: 'Thêm đợt thi' }).click()
    await page.getByLabel('Tên đợt thi').fill('Đợt 1')
    await fillWindow(page)
    const cell = page.getByRole('textbox', { name: /Chuyên đề chung, Nhận biết: số câu/ })
    await cell.fill('7')
    await page.getByLabel('Lượt thi được tính').selectOption('Lượt cuối cùng')
    const criteria = page.locator('#xep-hang ol').first().getByRole('listitem')
    await page.getByRole('button', { name: 'Chuyển “Thời gian làm bài ngắn hơn” lên' }).click()
    await expect(criteria.nth(1)).toContainText('Thời gian làm bài ngắn hơn')
    await expect(page.getByLabel('Tên đợt thi')).toHaveValue('Đợt 1')
    await expect(page.getByLabel('Lượt thi được tính')).toHaveValue('last')
    await page.getByLabel('Thêm tiêu chí').selectOption('Bốc thăm')
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
    await expect(criteria.last()).toContainText('Bốc thăm')
    await page.getByRole('button', { name: 'Bỏ “Dự đoán gần đáp số”' }).click()
    await expect(criteria).toHaveCount(4)
    await page.getByLabel('Tên đợt thi').press('Enter')
    await expect(page.getByText('Đã tạo bản nháp.')).toBeVisible()
    await expect(criteria).toHaveText([/Điểm/, /Thời gian làm bài/, /Thời điểm nộp bài/, /Bốc thăm/])
    await expect(page.getByLabel('Lượt thi được tính')).toHaveValue('last')

    await page.goto(`${origin}/to-chuc/dot-thi/moi`)
    await page.getByLabel('Tên đợt thi').fill('Đợt 2')
    await cell.fill('1')
    await page.getByLabel('Chép ma trận từ đợt khác').selectOption('Đợt 1')
    await page.getByRole('button', { name: 'Chép số câu' }).click()
    await expect(cell).toHaveValue('7')
    await expect(page.getByLabel('Tên đợt thi')).toHaveValue('Đợt 2')
    await expect(page.getByText('Chưa tạo được bản nháp')).toHaveCount(0)
  })
})
