/**
 * Vietnamese typed for fonts from before Unicode (TCVN3 for .VnTime, VNI for VNI-Times), and UTF-8 that a program
 * read as Windows-1252. Recognised by the result: what converts to Vietnamese syllables was Vietnamese.
 */
export type LegacyEncoding = 'tcvn3' | 'vni' | 'mojibake'

const TCVN3_CODES = 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§'
const TCVN3_LETTERS = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ'
const TCVN3 = new Map([...TCVN3_CODES].map((code, index) => [code, [...TCVN3_LETTERS][index] ?? code]))

/** VNI writes a letter and then its mark as another character. */
const VNI_PAIRS = vniPairs()
const VNI_SINGLES = new Map(
  [...'ìíæóòôöñîÌÍÆÓÒÔÖÑÎ'].map((code, index) => [code, [...'ìíỉĩịơưđỵÌÍỈĨỊƠƯĐỴ'][index] ?? code]),
)

function vniPairs(): ReadonlyMap<string, string> {
  const rows: [base: string, marks: string, letters: string][] = [
    ['a', 'øùûõïêèéúüëâàáåãä', 'àáảãạăằắẳẵặâầấẩẫậ'],
    ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
    ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
    ['u', 'øùûõï', 'ùúủũụ'],
    ['y', 'øùûõ', 'ỳýỷỹ'],
    ['ô', 'øùûõï', 'ờớởỡợ'],
    ['ö', 'øùûõï', 'ừứửữự'],
  ]
  const pairs = new Map<string, string>()
  for (const [base, marks, letters] of rows) {
    for (const [index, mark] of [...marks].entries()) {
      const letter = [...letters][index] ?? ''
      pairs.set(base + mark, letter)
      pairs.set(base.toUpperCase() + mark, letter.toUpperCase())
      pairs.set(base.toUpperCase() + mark.toUpperCase(), letter.toUpperCase())
    }
  }

  return pairs
}

/** Windows-1252 of the bytes 0x80–0x9F; the others are their own code points. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** @returns the text in Unicode; characters that the encoding does not know stay */
export function convertLegacy(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
      return [...text].map((char) => TCVN3.get(char) ?? char).join('')
    case 'vni':
      return fromVni(text)
    case 'mojibake':
      return fromMojibake(text)
    default:
      return encoding satisfies never
  }
}

function fromVni(text: string): string {
  const chars = [...text]
  let converted = ''
  for (let index = 0; index < chars.length; index++) {
    const char = chars[index] ?? ''
    const pair = VNI_PAIRS.get(char + (chars[index + 1] ?? ''))
    if (pair) index++
    converted += pair ?? VNI_SINGLES.get(char) ?? char
  }

  return converted
}

const CONTINUATION = `[\u0080-\u00BF${WINDOWS_1252_HIGH}]`
const MISREAD = new RegExp(
  `[\u00C2-\u00DF]${CONTINUATION}|[\u00E0-\u00EF]${CONTINUATION}{2}|[\u00F0-\u00F4]${CONTINUATION}{3}`,
  'gu',
)

/** Each sequence of UTF-8 that was read character by character; the rest stays. */
function fromMojibake(text: string): string {
  return text.replace(MISREAD, (sequence) => {
    const [lead = 0, ...rest] = [...sequence].map(byteOf)
    const ofLead = lead & (0xff >> (rest.length + 2))
    const code = rest.reduce((value, byte) => value * 64 + (byte & 0x3f), ofLead)

    return code <= 0x10ffff ? String.fromCodePoint(code) : sequence
  })
}

function byteOf(char: string): number {
  const high = WINDOWS_1252_HIGH.indexOf(char)

  return high === -1 ? char.charCodeAt(0) : 0x80 + high
}

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu
const SYLLABLE =
  /^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?(?:oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ue|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?$/u

function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONE_MARKS)?.length ?? 0

  return tones <= 1 && SYLLABLE.test(decomposed.replace(TONE_MARKS, '').normalize('NFC'))
}

const BETWEEN_WORDS = /[\s.,;:!?()[\]{}"'/“”‘’…–\-+*=<>%0-9|_&]+/u
const BEYOND_ASCII = /[\u0080-\uFFFF]/u

type Plausibility = { words: number; syllables: number }

function plausibilityOf(text: string): Plausibility {
  const words = text
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => BEYOND_ASCII.test(word))

  return { words: words.length, syllables: words.filter(isSyllable).length }
}

/**
 * How much a text looks like Vietnamese: valid syllables among the words with letters beyond ASCII, 0 to 1.
 * @returns null when it has no such words
 */
export function vietnameseShare(text: string): number | null {
  const { words, syllables } = plausibilityOf(text)

  return words === 0 ? null : syllables / words
}

const ENCODINGS: readonly LegacyEncoding[] = ['mojibake', 'tcvn3', 'vni']
/** A Vietnamese text full of foreign names stays above the first, converted legacy text above the second. */
const LOOKS_FOREIGN_BELOW = 0.7
const LOOKS_VIETNAMESE_FROM = 0.8

/**
 * Recognises a text that only makes sense after conversion.
 * @returns null for Unicode text, and for text that no conversion turns into Vietnamese
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  const asIs = vietnameseShare(text)
  if (asIs === null || asIs >= LOOKS_FOREIGN_BELOW) return null
  const best = ENCODINGS.map((encoding) => {
    const converted = convertLegacy(text, encoding)

    // A conversion that leaves nothing beyond ASCII, or nothing changed, explains nothing.
    return { encoding, share: converted === text ? 0 : (vietnameseShare(converted) ?? 0) }
  }).reduce((a, b) => (b.share > a.share ? b : a))

  return best.share >= LOOKS_VIETNAMESE_FROM && best.share > asIs ? best.encoding : null
}

/** @returns the encoding that a font's name stands for; names of upper-case fonts (".VnTimeH") end with H */
export function legacyFontOf(fontName: string): { encoding: LegacyEncoding; isUpperCase: boolean } | null {
  if (/^\.vn/iu.test(fontName)) return { encoding: 'tcvn3', isUpperCase: /H$/u.test(fontName) }

  return /^vni[- ]/iu.test(fontName) ? { encoding: 'vni', isUpperCase: false } : null
}
