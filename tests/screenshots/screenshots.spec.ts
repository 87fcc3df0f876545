import { mkdir, writeFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { openPaper, optionsOf, seedRunningAttempt } from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'
import { seedSignedInOrganizer } from '../setup/e2e-people.ts'

/** The pictures of the README, of the sample contest: `npm run screenshots` writes them anew. */
const FOLDER = new URL('../../docs/screenshots/', import.meta.url)
const WEBP_QUALITY = 82

const DEVICES = {
  desktop: { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
} as const

const SCENES: Readonly<
  Record<string, (page: Page, context: BrowserContext, origin: string) => Promise<unknown>>
> = {
  home: (page) => page.goto('/'),
  paper: async (page, context, origin) => {
    const { attemptId } = await seedRunningAttempt(origin, context)
    await openPaper(page, attemptId)
    for (const option of [1, 3, 0]) {
      await optionsOf(page).nth(option).check()
      await page.getByRole('button', { name: 'Câu sau' }).click()
    }
    await optionsOf(page).nth(2).check()
    await expect(page.getByText(/Đã lưu lúc/)).toBeVisible()
  },
  board: async (page) => {
    await page.goto('/dot-thi/dot-1/bang-xep-hang')
    if (isPhone(page)) await page.locator('table').evaluate((table) => table.scrollIntoView())
  },
  console: async (page, context, origin) => {
    await seedSignedInOrganizer(origin, context)
    await page.goto('/to-chuc/dot-thi/dot-2')
  },
  'portal-kit': async (page) => {
    await page.goto('/cong-thong-tin?dot=dot-1&so=5&co=1200x300')
    await page.getByRole('heading', { name: 'Ảnh banner' }).evaluate((heading) => heading.scrollIntoView())
  },
}

function isPhone(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 600
}

/** WebP is a fifth of PNG; only the browser's own protocol makes it. */
async function writePicture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: WEBP_QUALITY })
  await mkdir(FOLDER, { recursive: true })
  await writeFile(new URL(`${name}.webp`, FOLDER), Buffer.from(data, 'base64'))
}

for (const [device, look] of Object.entries(DEVICES)) {
  test.describe(device, () => {
    test.use({ ...look, colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

    for (const [scene, show] of Object.entries(SCENES)) {
      test(`${scene} on a ${device}`, async ({ page, context, origin }) => {
        await show(page, context, origin)
        await writePicture(page, `${scene}-${device}`)
      })
    }
  })
}
