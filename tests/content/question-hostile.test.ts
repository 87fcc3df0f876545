/** Whatever bytes come: the readers read or refuse, within seconds. */
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { DomainError } from '#app/core/domain-error.ts'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'
import { WHOLE_FILES } from '../fixtures/questions/make-files.ts'

const preview = (bytes: Uint8Array, name = 'tep') => previewQuestionFile(Buffer.from(bytes), name)

/** Pieces that mean something to one of the parsers, in any order. */
const pieces = fc
  .array(
    fc.constantFrom(
      'Câu 1.',
      'A.',
      'B)',
      '\n',
      '\n\n',
      '\t',
      'Đáp án: ',
      'ANSWER: A',
      '1-B 2-C',
      '*',
      '>',
      '{',
      '}',
      '=',
      '~',
      '::',
      '//',
      ';',
      ',',
      '"',
      'topic:',
      'questions:',
      '<quiz>',
      '<question type="multichoice">',
      '</',
      '&',
      '\\',
      '\u0000',
      'ạ',
      'Luật',
      '****',
      '((((',
      'sep=;\n',
      'STT;Câu hỏi;A;B;Đáp án\n',
      '$CATEGORY: ',
      '%50%',
      '- ',
      '\u00AD',
      '\uFEFF',
    ),
    { maxLength: 60 },
  )
  .map((parts) => Buffer.from(parts.join('')))
const mangled = fc
  .tuple(
    fc.constantFrom(...Object.keys(WHOLE_FILES)),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
  )
  .map(([name, changes]) => {
    const bytes = Buffer.from(WHOLE_FILES[name]?.() ?? [])
    for (const [at, value] of changes) bytes[at % bytes.length] = value

    return bytes
  })

/** Bytes changed inside the parts of an archive, which is then whole again. */
const mangledInside = fc
  .tuple(
    fc.constantFrom(...Object.keys(WHOLE_FILES).filter((name) => /\.(?:docx|xlsx)$/.test(name))),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
  )
  .map(([name, changes]) => {
    const members = Object.entries(unzipSync(WHOLE_FILES[name]?.() ?? new Uint8Array()))
    for (const [member, at, value] of changes) {
      const bytes = members[member % members.length]?.[1]
      if (bytes) bytes[at % bytes.length] = value
    }

    return Buffer.from(zipSync(Object.fromEntries(members)))
  })
/** A piece of markup taken out, doubled or put elsewhere: still XML, but not what its program writes. */
const rearranged = fc
  .tuple(
    fc.constantFrom(...Object.keys(WHOLE_FILES).filter((name) => /\.(?:docx|xlsx)$/.test(name))),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
  )
  .map(([name, moves]) => {
    const members = unzipSync(WHOLE_FILES[name]?.() ?? new Uint8Array())
    for (const [member, from, to] of moves) {
      const names = Object.keys(members).filter((each) => each.endsWith('.xml'))
      const chosen = names[member % names.length] ?? ''
      const pieces = strFromU8(members[chosen] ?? new Uint8Array()).split(/(?=<)/u)
      pieces.splice(to % pieces.length, from % 2, pieces[from % pieces.length] ?? '')
      members[chosen] = strToU8(pieces.join(''))
    }

    return Buffer.from(zipSync(members))
  })

test('no bytes make the preview do anything but read or refuse, and soon', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        pieces,
        mangled,
        mangledInside,
        rearranged,
        fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
      ),
      async (bytes) => {
        const startedMs = performance.now()
        const outcome = await previewQuestionFile(bytes, 'tep').catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DomainError)
        expect(performance.now() - startedMs).toBeLessThan(3_000)
      },
    ),
    { numRuns: 600 },
  )
}, 60_000)

test.each([
  ['opening braces', '{'.repeat(200_000)],
  ['blanks', `Câu 1.${' '.repeat(90_000)}x`],
  ['option letters', 'A. '.repeat(30_000)],
  ['numbers', '1-A '.repeat(20_000)],
  ['quotes', '"'.repeat(200_000)],
  ['full stops', `Câu 1. ${'.'.repeat(90_000)}x`],
  ['dashes', `Câu 1. ${'- '.repeat(40_000)}x`],
  ['brackets', `Câu 1. ${'('.repeat(90_000)}x`],
  ['letters', `Câu 1. ${'a'.repeat(90_000)}`],
  ['stars', '* '.repeat(40_000)],
  [
    'comments of HTML',
    `<quiz><question type="multichoice"><questiontext><text>${'&lt;!--'.repeat(60_000)}</text></questiontext></question></quiz>`,
  ],
  [
    'scripts of HTML',
    `<quiz><question type="multichoice"><questiontext><text>${'&lt;script>'.repeat(60_000)}</text></questiontext></question></quiz>`,
  ],
  ['citations', `Câu 1. x\nA. y\nB. z\nCăn cứ: ${'khoản 1, '.repeat(9_000)}`],
])(
  'a file of nothing but %s is done within seconds',
  async (_what, text) => {
    const startedMs = performance.now()
    await preview(Buffer.from(text)).catch((error: unknown) => expect(error).toBeInstanceOf(DomainError))

    expect(performance.now() - startedMs).toBeLessThan(4_000)
  },
  20_000,
)
