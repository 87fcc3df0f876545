import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from '@playwright/test'
import { localTimeOf } from '#app/core/local-time.ts'
import { startApp } from '../setup/app-process.ts'
import type { AppProcess } from '../setup/app-process.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'
import { createDatabase, dropDatabase, ensureTemplate } from '../setup/test-databases.ts'

const run = promisify(execFile)
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** Enough to fill in the last fields and to schedule before the round opens. */
const LEAD_MS = 25 * SECOND_MS

type Installation = { app: AppProcess; name: string; cookies: { organizer: string; participant: string } }

let installation: Installation | null = null

/** An application of its own with nothing but a bank: there is no contest yet. */
test.beforeEach(async () => {
  const server = process.env.E2E_DATABASE_URL ?? ''
  const name = `hoithi_setup_${randomBytes(4).toString('hex')}`
  const databaseUrl = await createDatabase(server, await ensureTemplate(server), name)
  const { stdout } = await run(process.execPath, ['tests/setup/seed-empty-installation.ts'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  installation = {
    name,
    cookies: JSON.parse(stdout) as Installation['cookies'],
    app: await startApp({ databaseUrl }),
  }
})

test.afterEach(async () => {
  await installation?.app.stop()
  if (installation) await dropDatabase(process.env.E2E_DATABASE_URL ?? '', installation.name)
  installation = null
})

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

/** Nothing wider than the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

async function look(page: Page, name: string): Promise<void> {
  await expectNoSideways(page)
  await expectNoAxeViolations(page)
  if (process.env.SHOTS)
    await page.screenshot({
      path: `${process.env.SHOTS}/${name}-${page.viewportSize()?.width}.png`,
      fullPage: true,
    })
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
    // The round opens at a full minute, and the machine may be busy.
    test.setTimeout(300_000)
    const { origin } = current().app
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

    const opensAt = new Date(Math.ceil((Date.now() + LEAD_MS) / MINUTE_MS) * MINUTE_MS)
    await page.getByLabel('Mở lúc').fill(localTimeOf(opensAt))
    await page.getByLabel('Kết thúc lúc').fill(localTimeOf(new Date(opensAt.getTime() + 60 * MINUTE_MS)))
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
    await page.goto(`${origin}/dot-thi/dot-1-nhung-quy-dinh-chung`)
    await page.getByRole('button', { name: /^Bắt đầu làm bài/ }).click({ timeout: 90_000 })
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
