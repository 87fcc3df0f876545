import { expect, test } from 'vitest'
import { BANNER_SIZES } from '../core/contests/banner-size.ts'
import type { BannerTexts } from './banner-texts.ts'
import { drawBanner } from './banner.server.ts'
import { toPng } from './png.server.ts'
import { outlineOf, widthOf } from './typeface.server.ts'

const TEXTS: BannerTexts = {
  title: 'Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng',
  organizer: 'Ban Tổ chức “Hội thi” & bạn bè',
  round: 'Đợt 2: Danh hiệu thi đua',
  state: 'Đang mở',
  detail: 'đến 17:00 ngày 07/12/2026',
  action: 'Vào thi',
}
const LONG =
  'Cuộc thi tìm hiểu pháp luật về phòng, chống tham nhũng, lãng phí, tiêu cực trong cán bộ, công chức '.repeat(
    3,
  )
const WORST: BannerTexts = {
  title: LONG,
  organizer: LONG,
  round: LONG,
  state: LONG,
  detail: LONG,
  action: 'Xem kết quả',
}

const PNG_SIGNATURE = '89504e470d0a1a0a'

test.each(BANNER_SIZES)('$name is a picture that needs nothing but itself', (size) => {
  const svg = drawBanner(size, TEXTS)

  expect(svg).toContain(`width="${size.width}" height="${size.height}"`)
  expect(svg).not.toMatch(/<(?:text|image|script|style|foreignObject)|url\(|href="(?!#)|font/)
  for (const [, name] of svg.matchAll(/href="#(\w+)"/g)) expect(svg).toContain(`<path id="${name}" d="M`)
})

test('who cannot see the picture reads the same from its title', () => {
  expect(drawBanner(BANNER_SIZES[0], TEXTS)).toContain(
    `<title>${TEXTS.title}. Đang mở đến 17:00 ngày 07/12/2026. Ban Tổ chức “Hội thi” &#38; bạn bè.</title>`,
  )
})

test.each(BANNER_SIZES)('$name as PNG has its very size and the same bytes each time', async (size) => {
  const svg = drawBanner(size, TEXTS)
  const png = Buffer.from(await toPng(svg))

  expect(png.toString('hex', 0, 8)).toBe(PNG_SIGNATURE)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size.width, size.height])
  expect(Buffer.from(await toPng(drawBanner(size, TEXTS))).equals(png)).toBe(true)
})

test.each(BANNER_SIZES)('in $name even endless texts stay inside the picture', (size) => {
  const places = [
    ...drawBanner(size, WORST).matchAll(
      /translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+) -[\d.]+\)">(.*?)<\/g>/g,
    ),
  ].map(([, x, y, scale, uses = '']) => {
    const lastUse = [...uses.matchAll(/x="([\d.-]+)"/g)].at(-1)?.[1]

    return { left: Number(x), baseline: Number(y), right: Number(x) + Number(lastUse ?? 0) * Number(scale) }
  })

  expect(places.length).toBeGreaterThan(3)
  for (const { left, right, baseline } of places) {
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThan(size.width)
    expect(baseline).toBeGreaterThan(0)
    expect(baseline).toBeLessThan(size.height)
  }
})

test('every Vietnamese letter is drawn, composed or not; what the fonts lack is left out', () => {
  const letters = [...'ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ']
  const both = [...letters, ...letters.map((letter) => letter.toUpperCase())]

  expect(both.filter((letter) => !outlineOf(letter, 'semibold', 16, 0, 0).includes('<use'))).toEqual([])
  expect(outlineOf('ế'.normalize('NFD'), 'regular', 16, 0, 0)).toBe(outlineOf('ế', 'regular', 16, 0, 0))
  expect(widthOf('Hội 🎉thi', 'regular', 16)).toBe(widthOf('Hội thi', 'regular', 16))
})
