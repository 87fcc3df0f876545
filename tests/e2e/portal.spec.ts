import type { BrowserContext, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test as base, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { seedSignedInParticipant } from '../setup/e2e-people.ts'
import { startPortal } from '../setup/portal-site.ts'

const BOARD = '/nhung/bang-xep-hang?so=5&dot=dot-1'
const BANNERS = ['575x72', '212x800', '250x500', '728x90', '300x250', '1200x300']

type Portal = {
  /** Opens a portal on another site with what was pasted into it. */
  openPortal: (content: string) => Promise<void>
}

const test = base.extend<Portal>({
  openPortal: async ({ page }, use) => {
    const closings: (() => Promise<void>)[] = []
    await use(async (content) => {
      const portal = await startPortal(content)
      closings.push(portal.close)
      await page.goto(portal.address)
    })
    for (const close of closings) await close()
  },
})

/** Presses "copy" at a snippet and reads the clipboard. */
async function copySnippet(page: Page, label: RegExp): Promise<string> {
  const section = page.locator('section').filter({ has: page.getByLabel(label) })
  await section.getByRole('button', { name: 'Sao chép mã' }).click()
  await expect(section.getByRole('status')).toHaveText(/^Đã sao chép/)

  return page.evaluate(() => navigator.clipboard.readText())
}

async function copySnippets(page: Page, context: BrowserContext, origin: string, query: string) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  await page.goto(`/cong-thong-tin?${query}`)

  return {
    banner: await copySnippet(page, /^Mã nhúng ảnh banner/),
    board: await copySnippet(page, /^Mã nhúng bảng xếp hạng/),
  }
}

for (const [kind, query, size] of [
  ['svg', 'dot=dot-1&so=5', [575, 72]],
  ['png', 'co=250x500&kieu=png&dot=dot-1&so=5', [250, 500]],
] as const) {
  test(`a portal shows the pasted ${kind} banner and the board; the banner leads to the contest and the board`, async ({
    page,
    context,
    origin,
    openPortal,
  }) => {
    const { banner, board } = await copySnippets(page, context, origin, query)
    await openPortal(banner + board)

    const picture = page.getByRole('img', { name: /vào thi và xem bảng xếp hạng$/ })
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
      .toEqual(size)
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('tbody').getByRole('row')).toHaveCount(5)
    await expect(frame.getByText('Kết quả tạm thời')).toBeVisible()

    const opened = page.waitForEvent('popup')
    await picture.click()
    const contest = await opened
    await expect(contest).toHaveURL(`${origin}/`)
    await contest.getByRole('link', { name: 'Xem toàn bộ bảng xếp hạng' }).click()
    await expect(contest).toHaveURL(/\/dot-thi\/[\w-]+\/bang-xep-hang$/)
    await expect(contest.locator('tbody').getByRole('row').first()).toBeVisible()
  })
}

test('links of the embedded board open the contest in a page of its own', async ({
  page,
  origin,
  openPortal,
}) => {
  await openPortal(`<iframe src="${origin}${BOARD}" width="300" height="900" title="Bảng"></iframe>`)
  const frame = page.frameLocator('iframe')
  const opened = page.waitForEvent('popup')
  await frame.getByRole('link', { name: /^Xem toàn bộ bảng xếp hạng/ }).click()

  await expect(await opened).toHaveURL(`${origin}/dot-thi/dot-1/bang-xep-hang`)
  await frame.getByRole('link', { name: 'Làm mới' }).click()
  await expect(frame.locator('tbody').getByRole('row')).toHaveCount(5)
})

test.describe('every other page', () => {
  test.use({ allowedConsoleErrors: [/frame-ancestors/] })

  test('refuses to be framed', async ({ page, request, origin, openPortal }) => {
    const pages = [
      '/',
      '/dang-nhap',
      '/dang-ky',
      '/bang-xep-hang',
      '/dot-thi/dot-2',
      '/the-le',
      '/thong-ke',
      '/thong-bao',
      '/on-tap',
      '/bien-nhan',
      '/cong-thong-tin',
      '/nhung/khong-co',
      '/nhung/bang-xep-hang/khong-co',
      '/nhung/..%2fdang-nhap',
    ]
    for (const path of pages) {
      const { 'content-security-policy': policy } = (await request.get(path)).headers()
      expect([path, policy?.match(/frame-ancestors [^;]*/)?.[0]]).toEqual([path, "frame-ancestors 'none'"])
    }

    await openPortal(
      `<iframe src="${origin}/dang-nhap"></iframe><iframe src="${origin}/cong-thong-tin"></iframe>`,
    )
    const urls = () => page.frames().map((frame) => frame.url().split('/')[0])
    await expect.poll(urls).toEqual(['http:', 'chrome-error:', 'chrome-error:'])
  })
})

test('the embedded board and the banners are the same for every reader, signed in or not', async ({
  request,
  origin,
}) => {
  const { cookie } = await seedSignedInParticipant(origin)
  const get = async (path: string, headers: Record<string, string>) => {
    const response = await request.get(path, { headers })

    return { body: (await response.body()).toString('base64'), headers: response.headers() }
  }
  for (const path of [BOARD, '/nhung/banner/575x72.svg', '/nhung/banner/575x72.png']) {
    const [visitor, reader] = await Promise.all([
      get(path, {}),
      get(path, { cookie: `${cookie}; hoithi_theme=dark; hoithi_locale=en` }),
    ])

    expect(reader.body).toBe(visitor.body)
    expect(reader.headers['cache-control']).toMatch(/^public, max-age=\d+$/)
    expect(reader.headers.vary).toBe('Accept-Encoding')
    expect(reader.headers['set-cookie']).toBeUndefined()
  }
})

test('a picture that did not change is not sent again', async ({ request }) => {
  for (const name of BANNERS.flatMap((size) => [`${size}.svg`, `${size}.png`])) {
    const first = await request.get(`/nhung/banner/${name}`)
    const again = await request.get(`/nhung/banner/${name}`, {
      headers: { 'If-None-Match': first.headers().etag ?? '' },
    })

    expect([name, first.status(), again.status()]).toEqual([name, 200, 304])
    expect(again.headers()['cross-origin-resource-policy']).toBe('cross-origin')
    // Link checkers of portals ask for the head only.
    const head = await request.head(`/nhung/banner/${name}`)
    expect([name, head.status(), head.headers()['content-length']]).toEqual([name, 200, undefined])
  }
})

for (const [theme, ground] of [
  ['sang', 'rgb(255, 253, 249)'],
  ['toi', 'rgb(30, 23, 19)'],
] as const) {
  test(`the embedded board has no scripts, no faults and its own ground (${theme}), in a narrow column too`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 250, height: 800 })
    await page.goto(`${BOARD}&nen=${theme}`)

    await expect(page.locator('script')).toHaveCount(0)
    await expect(page.locator('body > div')).toHaveCSS('background-color', ground)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(250)
    await expectNoAxeViolations(page)
  })
}

test.describe('a frame with an outdated address', () => {
  test.use({ allowedConsoleErrors: [/404/] })

  test('says so in the frame', async ({ page, origin, openPortal }) => {
    await openPortal(`<iframe src="${origin}/nhung/bang-xep-hang?dot=khong-co" title="Bảng"></iframe>`)

    await expect(page.frameLocator('iframe').getByText(/^Không có bảng xếp hạng này/)).toBeVisible()
  })
})

test('an administrator finds the kit in the footer, chooses, and sees what it will look like', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Dành cho cổng thông tin' }).click()
  await page.getByLabel('Kích thước').selectOption('250x500')
  await page.getByLabel('Bảng của').selectOption({ label: 'Đợt 1: Những quy định chung' })
  await page.getByLabel('Số người hiện trên bảng').fill('4')
  await page.getByLabel('Nền').selectOption('Tối')
  await page.getByRole('button', { name: 'Cập nhật mã nhúng' }).click()

  await expect(page.getByLabel('Mã nhúng ảnh banner 250 × 500')).toHaveValue(/250x500\.svg" width="250"/)
  await expect(page.getByLabel('Mã nhúng bảng xếp hạng')).toHaveValue(/so=4&amp;nen=toi&amp;dot=dot-1"/)
  await expect(page.frameLocator('iframe').locator('tbody').getByRole('row')).toHaveCount(4)
  await expectNoAxeViolations(page)
  await expectNothingTooWide(page)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the kit offers its snippets to be copied by hand, and the choice works', async ({ page }) => {
    await page.goto('/cong-thong-tin')
    await page.getByLabel('Kích thước').selectOption('728x90')
    await page.getByRole('button', { name: 'Cập nhật mã nhúng' }).click()

    await expect(page.getByLabel('Mã nhúng ảnh banner 728 × 90')).toHaveValue(/728x90\.svg/)
    await expect(page.getByText(/Ctrl \+ A để chọn hết/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Sao chép mã' })).toHaveCount(0)
  })
})
