import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const AA_TEXT = 4.5
const AA_CONTROL = 3

const TEXT_PAIRS = [
  ...['ink', 'muted', 'brand-text', 'gold-text', 'good', 'warn', 'bad', 'info'].flatMap((text) =>
    ['paper', 'surface', 'sunken'].map((ground) => [text, ground] as const),
  ),
  ...['brand', 'gold', 'good', 'warn', 'bad', 'info'].map((tone) => ['ink', `${tone}-soft`] as const),
  ...['good', 'warn', 'bad', 'info'].map((tone) => [tone, `${tone}-soft`] as const),
  ['brand-text', 'brand-soft'] as const,
  ['gold-text', 'gold-soft'] as const,
  ['on-brand', 'brand'] as const,
  ['on-brand', 'brand-deep'] as const,
]

const CONTROL_PAIRS = ['edge', 'focus'].flatMap((edge) =>
  ['paper', 'surface'].map((ground) => [edge, ground] as const),
)

/** The colours of a theme by name, read from the stylesheet itself. */
async function readTheme(selector: string): Promise<Map<string, string>> {
  const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''

  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255

    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]

  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]

  return (light + 0.05) / (dark + 0.05)
}

async function pairsBelow(selector: string, pairs: readonly (readonly [string, string])[], limit: number) {
  const theme = await readTheme(selector)

  return pairs
    .map(([text, ground]) => ({
      text,
      ground,
      ratio: contrast(theme.get(text) ?? '', theme.get(ground) ?? ''),
    }))
    .filter(({ ratio }) => !(ratio >= limit))
}

test.each([':root', ":root[data-theme='dark']"])(
  'every text of %s is readable on its ground (AA)',
  async (selector) => {
    expect(await pairsBelow(selector, TEXT_PAIRS, AA_TEXT)).toEqual([])
  },
)

test.each([':root', ":root[data-theme='dark']"])(
  'edges of controls and focus rings of %s can be seen (3:1)',
  async (selector) => {
    expect(await pairsBelow(selector, CONTROL_PAIRS, AA_CONTROL)).toEqual([])
  },
)

test('the dark theme is the same whether the system or the reader chose it', async () => {
  const css = await readFile(new URL('./tokens.css', import.meta.url), 'utf8')
  const blocks = css
    .split('color-scheme: dark;')
    .slice(1)
    .map((block) => (block.split('}')[0] ?? '').replace(/\s+/g, ' ').trim())

  expect(blocks).toHaveLength(2)
  expect(blocks[0]).toBe(blocks[1])
})
