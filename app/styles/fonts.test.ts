import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const VOWELS = 'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

test('the font was reduced to a set that holds every Vietnamese letter', async () => {
  const letters = await readFile(new URL('./fonts/letters.txt', import.meta.url), 'utf8')
  const needed = [...VOWELS]
    .flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))
    .concat('đ', 'Đ')

  expect(needed.filter((letter) => !letters.includes(letter))).toEqual([])
})
