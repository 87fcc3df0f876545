import type { BrowserContext } from '@playwright/test'
import { seedRunningAttempt } from '../setup/e2e-attempts.ts'
import { expect, test } from '../setup/e2e-fixtures.ts'
import { measurePage } from '../setup/page-costs.ts'

const kB = 1_000
/** Far below the 0.1 that is called good: fonts and pictures come without anything jumping. */
const MAX_LAYOUT_SHIFT = 0.02

type Budget = {
  name: string
  maxScriptBytes: number
  /** Gives the address; may make what stands there. */
  open: (origin: string, context: BrowserContext) => Promise<string> | string
}

const BUDGETS: readonly Budget[] = [
  { name: 'the home page', maxScriptBytes: 110 * kB, open: () => '/' },
  { name: 'a board', maxScriptBytes: 110 * kB, open: () => '/dot-thi/dot-1/bang-xep-hang' },
  { name: 'a round', maxScriptBytes: 110 * kB, open: () => '/dot-thi/dot-2' },
  { name: 'the rules', maxScriptBytes: 110 * kB, open: () => '/the-le' },
  { name: 'sign-in', maxScriptBytes: 110 * kB, open: () => '/dang-nhap' },
  {
    name: 'the paper',
    maxScriptBytes: 115 * kB,
    open: async (origin, context) => `/lam-bai/${(await seedRunningAttempt(origin, context)).attemptId}`,
  },
]

for (const { name, maxScriptBytes, open } of BUDGETS) {
  test(`${name} keeps its budget of scripts, nothing on it jumps, and its largest part needs no scripts`, async ({
    page,
    context,
    browser,
    origin,
  }, testInfo) => {
    const path = await open(origin, context)
    await page.goto(path)
    const { scriptBytes, layoutShift, largest } = await measurePage(page)
    testInfo.annotations.push({
      type: 'costs',
      description: `${name}: scripts ${(scriptBytes / kB).toFixed(1)} kB, CLS ${layoutShift.toFixed(3)}, LCP <${largest?.tag}> ${largest?.paintedAfterMs} ms`,
    })

    expect(scriptBytes, 'compressed bytes of scripts').toBeGreaterThan(10 * kB)
    expect(scriptBytes, 'compressed bytes of scripts').toBeLessThan(maxScriptBytes)
    expect(layoutShift, 'layout shift').toBeLessThanOrEqual(MAX_LAYOUT_SHIFT)
    expect(largest, 'the browser reports a largest paint').not.toBeNull()

    const withoutScripts = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: false,
      storageState: await context.storageState(),
      viewport: page.viewportSize(),
    })
    const plain = await withoutScripts.newPage()
    await plain.goto(path)
    const same = plain.locator(largest?.tag ?? '').filter({ hasText: largest?.text ?? '' })
    await expect(same.first()).toBeInViewport()
    await withoutScripts.close()
  })
}

test('a page that jumps is measured as one', async ({ page }) => {
  await page.setContent('<p style="height: 60vh; background: gold">Bảng xếp hạng</p>')
  const { layoutShift: still } = await measurePage(page)
  await page.evaluate(() => {
    const late = document.createElement('div')
    late.style.height = '50vh'
    document.body.prepend(late)
  })
  const { layoutShift: jumped } = await measurePage(page)

  expect(still).toBe(0)
  expect(jumped).toBeGreaterThan(MAX_LAYOUT_SHIFT)
})
