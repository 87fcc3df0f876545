import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { seedOfficialRound } from '../setup/e2e-closing.ts'
import { expect, expectNoAxeViolations, test } from '../setup/e2e-fixtures.ts'
import { seedOwnOrganizer } from '../setup/e2e-organizers.ts'

const run = promisify(execFile)

/** The application stores an official result a few seconds after it was declared. */
async function expectStored(page: Page, address: string): Promise<void> {
  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Kiểm chứng kết quả' })).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('anybody downloads the official result, checks it without a database, and finds the own receipt in it', async ({
  page,
}, testInfo) => {
  test.slow()
  const { slug, receiptCode } = await seedOfficialRound()
  await expectStored(page, `/dot-thi/${slug}`)
  const hash = await page
    .locator('p', { hasText: /^[0-9a-f]{64}$/ })
    .first()
    .innerText()
  await expectNoAxeViolations(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Tải tệp kết quả' }).click()
  const path = testInfo.outputPath('ket-qua.json')
  await (await coming).saveAs(path)

  const { stdout } = await run(process.execPath, ['app/server/verify-results-command.ts', path, '--json'])
  const report = JSON.parse(stdout) as { same: boolean; hashes: { round: string; results: string }[] }
  expect(report).toMatchObject({ same: true, hashes: [{ round: slug, results: hash }] })

  await page.goto(`/dot-thi/${slug}/bang-xep-hang`)
  await expect(page.getByText(hash)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto(`/bien-nhan/${receiptCode}`)
  await expect(page.getByText(/^Có, hạng 1\. Mã trong tệp kết quả: [0-9a-f]{16}$/)).toBeVisible()
  await expectNoAxeViolations(page)
})

test('the staff download the full file and the workbook; a visitor gets neither', async ({
  page,
  origin,
  context,
}) => {
  const { slug } = await seedOfficialRound()
  await expectStored(page, `/dot-thi/${slug}`)
  const full = `/to-chuc/dot-thi/${slug}/ket-qua.json`
  expect((await page.request.get(full, { maxRedirects: 0 })).status()).toBe(302)

  await seedOwnOrganizer(origin, context)
  await page.goto(`/to-chuc/dot-thi/${slug}/tong-ket?buoc=cong-bo`)
  await expectNoAxeViolations(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Bảng tính (XLSX)' }).click()
  expect((await coming).suggestedFilename()).toBe(`ket-qua-${slug}.xlsx`)
  const file = await page.request.get(full)
  expect(await file.json()).toMatchObject({ detail: 'full', rounds: [{ slug, awards: [{ rank: 1 }] }] })
})
