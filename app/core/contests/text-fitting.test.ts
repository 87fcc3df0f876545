import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText } from './text-fitting.ts'
import type { FittingRoom } from './text-fitting.ts'

/** Every letter is half as wide as the font size: widths can be counted by hand. */
const measure = (text: string, fontSize: number): number => [...text].length * fontSize * 0.5

const ROOM: FittingRoom = { maxWidth: 200, maxLines: 3, maxFontSize: 20, minFontSize: 10, lineHeight: 1.3 }

test('a short text stands on one line in the largest size', () => {
  expect(fitText('Hội thi', ROOM, measure)).toMatchObject({
    lines: ['Hội thi'],
    fontSize: 20,
    width: 70,
    height: 26,
  })
})

test('a longer text is broken into lines of about equal length, with no syllable left over', () => {
  const { lines, fontSize } = fitText('Cuộc thi trực tuyến tìm hiểu', ROOM, measure)

  expect(fontSize).toBe(20)
  expect(lines).toEqual(['Cuộc thi trực', 'tuyến tìm hiểu'])
})

test('a text is set smaller until its lines have room', () => {
  const { lines, fontSize } = fitText(
    'Cuộc thi trực tuyến tìm hiểu Luật Thi đua, khen thưởng',
    { ...ROOM, maxLines: 2 },
    measure,
  )

  expect(lines).toEqual(['Cuộc thi trực tuyến tìm hiểu', 'Luật Thi đua, khen thưởng'])
  expect(fontSize).toBe(14)
})

test('words joined by a no-break space stay on one line', () => {
  const { lines } = fitText('Luật Thi\u00a0đua, khen\u00a0thưởng mới', { ...ROOM, maxWidth: 120 }, measure)

  expect(lines.some((line) => line.includes('Thi\u00a0đua,'))).toBe(true)
  expect(lines.some((line) => line.includes('khen\u00a0thưởng'))).toBe(true)
})

test('a text without room even in the smallest size ends in an ellipsis, with no comma before it', () => {
  const { lines, fontSize } = fitText('Một hai ba, bốn năm', { ...ROOM, maxWidth: 60, maxLines: 1 }, measure)

  expect(fontSize).toBe(10)
  expect(lines).toEqual(['Một hai ba…'])
})

test('the height of the room bounds the lines too', () => {
  const text = 'Cuộc thi trực tuyến tìm hiểu Luật Thi đua'

  expect(fitText(text, { ...ROOM, maxHeight: 25 }, measure).lines).toHaveLength(1)
})

test('nothing ever leaves its room, and nothing is lost without an ellipsis', () => {
  const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ế', 'W', ',', '\u00a0') })
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 20 }),
      fc.integer({ min: 20, max: 400 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 13, max: 200 }),
      (words, maxWidth, maxLines, maxHeight) => {
        const text = words.join(' ')
        const fitted = fitText(text, { ...ROOM, maxWidth, maxLines, maxHeight }, measure)
        const isWhole = fitted.lines.join(' ') === words.join(' ')

        expect(fitted.lines.length).toBeLessThanOrEqual(maxLines)
        expect(fitted.height).toBeLessThanOrEqual(maxHeight + 1e-6)
        expect(fitted.width).toBeLessThanOrEqual(maxWidth)
        expect(fitted.fontSize).toBeGreaterThanOrEqual(ROOM.minFontSize)
        expect(isWhole || fitted.lines.some((line) => line.endsWith('…'))).toBe(true)
      },
    ),
  )
})
