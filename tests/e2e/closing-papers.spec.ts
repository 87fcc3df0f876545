import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { readDocx } from '../factories/read-docx.ts'
import { seedClosedRound } from '../setup/e2e-closing.ts'
import { expect, expectNoAxeViolations, test, expectNothingTooWide } from '../setup/e2e-fixtures.ts'
import { useStaff } from '../setup/e2e-insight.ts'

async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await started

  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('papers of a counted round are found from its page and downloaded in the chosen layout', async ({
  page,
  origin,
  context,
}) => {
  const { slug } = await seedClosedRound()
  await useStaff(origin, context, 'auditor')
  await page.goto(`/to-chuc/dot-thi/${slug}`)
  await page.getByRole('link', { name: 'Văn bản và giấy chứng nhận' }).click()
  await expect(page.getByText('mỗi văn bản và giấy chứng nhận đều ghi “DỰ THẢO”')).toBeVisible()

  const state = await downloaded(page, 'Tải DOCX: Biên bản xét giải')
  expect(state.name).toBe(`bien-ban-xet-giai-${slug}.docx`)
  expect(readDocx(state.bytes).text).toContain('Độc lập - Tự do - Hạnh phúc')
  await page.getByLabel('Cơ quan của Đảng').check()
  const party = await downloaded(page, 'Tải DOCX: Quyết định công nhận kết quả')
  expect(readDocx(party.bytes).text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')

  await page.getByRole('link', { name: 'Tổng kết đợt thi' }).click()
  await page.getByRole('link', { name: 'Văn bản và giấy chứng nhận' }).click()
  await expect(page).toHaveURL(/\/van-ban$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`each winner has a certificate of their own, and axe finds nothing in ${colorScheme}`, async ({
    page,
    origin,
    context,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { slug } = await seedClosedRound({ prizes: [{ title: 'Giải Nhì', count: 2 }] })
    await useStaff(origin, context, 'organizer')
    await page.goto(`/to-chuc/dot-thi/${slug}/van-ban`)
    const one = await downloaded(page, 'Tải PDF: giấy chứng nhận của Lê Mẫu An')
    const pages = async (bytes: Uint8Array) =>
      (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })).text
    expect(await pages(one.bytes)).toEqual([expect.stringContaining('Lê Mẫu An')])
    const all = await downloaded(page, 'Tải tất cả trong một tệp (2)')
    expect(all.name).toBe(`giay-chung-nhan-${slug}.pdf`)
    expect(await pages(all.bytes)).toHaveLength(2)
    await expectNoAxeViolations(page)
    await expectNothingTooWide(page)
  })
}

test('while a round is open its papers wait, and the page says why', async ({ page, origin, context }) => {
  await useStaff(origin, context, 'auditor')
  await page.goto('/to-chuc/dot-thi/dot-2/van-ban')

  await expect(page.getByText(/^Chưa lập được văn bản/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tải DOCX: Tờ trình' })).toBeDisabled()
  await expectNoAxeViolations(page)
})
