import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { PALETTE } from './palette.ts'

/** The token each colour of the pictures is: of the light page, but the lighter gold of the dark one. */
const TOKENS = {
  ground: ['light', 'brand-deep'],
  text: ['light', 'on-brand'],
  gold: ['dark', 'gold-text'],
  onGold: ['light', 'brand-deep'],
} as const satisfies Record<keyof typeof PALETTE, readonly ['light' | 'dark', string]>

test('pictures have the colours of the site', async () => {
  const css = await readFile(new URL('../styles/tokens.css', import.meta.url), 'utf8')
  const blocks = { light: ':root {', dark: ":root[data-theme='dark'] {" }
  const colourOf = ([theme, token]: readonly ['light' | 'dark', string]) =>
    new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(css.slice(css.indexOf(blocks[theme])))?.[1]

  for (const [name, token] of Object.entries(TOKENS))
    expect([name, colourOf(token)]).toEqual([name, PALETTE[name as keyof typeof PALETTE]])
})
