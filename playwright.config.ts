import { defineConfig } from '@playwright/test'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/**
 * What these prove does not depend on the size of the screen: journeys through the console, clocks, connections and
 * replies. On the phone only their pages are looked at.
 */
const ON_ANY_SCREEN =
  /(?:answer-key|closing|complaint|exam-devices|exam-saving|exam-time|item-analysis|live|organizer|people|question-bank|question-editor|regrade|request-bounds|set-up|staff|units)\.spec\.ts$/
const LOOKS_AT_PAGES = /axe finds nothing|\bwider?\b/

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/setup/e2e-global.ts',
  outputDir: 'test-results',
  reporter: process.env.CI ? [['dot'], ['html', { open: 'never' }]] : [['list']],
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try is a test that fails.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  use: {
    browserName: 'chromium',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  // Pictures for the README are made on demand only (npm run screenshots): they prove nothing.
  projects: process.env.SCREENSHOTS
    ? [{ name: 'screenshots', testDir: 'tests/screenshots' }]
    : [
        { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
        { name: 'phone', use: phone, testIgnore: ON_ANY_SCREEN },
        { name: 'phone pages', use: phone, testMatch: ON_ANY_SCREEN, grep: LOOKS_AT_PAGES },
      ],
})
