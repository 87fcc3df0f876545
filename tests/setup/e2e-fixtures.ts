import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'

const WCAG_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * A reload of a page's data that a navigation overtakes leaves an unhandled rejection in Remix's single fetch
 * (remix-run/react-router#14761): nothing is shown and nothing is lost.
 */
const OVERTAKEN_RELOAD = /^AbortError: signal is aborted without reason/

type Fixtures = {
  /** Where the application of this run answers. */
  origin: string
  /** Console errors the test expects, as patterns; everything else on the console fails the test. */
  allowedConsoleErrors: RegExp[]
  /** Fails the test on page errors, console errors and refused resources (CSP). Always on. */
  quietConsole: void
}

export const test = base.extend<Fixtures>({
  origin: async ({}, use) => {
    const origin = process.env.E2E_ORIGIN
    if (!origin) throw new Error('E2E_ORIGIN is not set: run the browser tests through playwright.config.ts')
    await use(origin)
  },
  baseURL: async ({ origin }, use) => {
    await use(origin)
  },
  allowedConsoleErrors: [[], { option: true }],
  quietConsole: [
    async ({ context, allowedConsoleErrors }, use) => {
      const problems: string[] = []
      // Chromium reports what the content security policy refused as a console error.
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (problem) => problems.push(String(problem.error().stack ?? problem.error())))

      await use()

      const unexpected = problems.filter(
        (text) => ![OVERTAKEN_RELOAD, ...allowedConsoleErrors].some((allowed) => allowed.test(text)),
      )
      expect(unexpected, 'errors on the console of the page').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** No violation of WCAG 2.2 A and AA that a machine can find, each named with the elements concerned. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_TAGS).analyze()
  const report = violations.map((violation) => ({
    rule: violation.id,
    help: violation.help,
    elements: violation.nodes.map((node) => node.target.join(' ')),
  }))

  expect(report).toEqual([])
}

/** Nothing has to be scrolled sideways. */
export async function expectNothingTooWide(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
}

/**
 * Signs in through the form, as a person does.
 * Labels come from app/i18n; the form's route is in app/http/paths.ts.
 */
export async function signIn(page: Page, account: { loginName: string; password: string }): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Số điện thoại hoặc tên tài khoản').fill(account.loginName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page).not.toHaveURL(/\/dang-nhap/)
}
