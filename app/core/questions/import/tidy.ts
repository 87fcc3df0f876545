/** Characters that are seen as nothing: zero-width spaces, direction marks, byte order marks. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/gu
/** Control characters and halves of pairs: no text, and PostgreSQL refuses some of them. */
const UNTEXT = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu

/** A gap is a gap however wide; bounded, it can't slow the patterns that look for its end. */
const LONG_GAP = /[ \t]{9,}/gu
const GAP = ' '.repeat(8)

/** A line of a file as the parsers read it: composed, common spaces, nothing invisible; tabs and runs of spaces stay. */
export function tidyLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(UNTEXT, '')
    .replace(SPACES, ' ')
    .replace(LONG_GAP, (gap) => (gap.includes('\t') ? '\t' : GAP))
}

/** A text as it is stored: tidy, single spaces, trimmed. A soft hyphen says nothing in Unicode text. */
export function tidyText(text: string): string {
  return tidyLine(text)
    .replace(/\u00AD/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * A text to be compared: without case, punctuation and kind of spaces. Accents stay, because "bằng" and "bảng" are
 * different words. Punctuation alone gives the empty text.
 */
export function bareText(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%<>=+]+/gu, ' ')
    .trim()
}

/** A heading or label to be recognised: without accents, case and punctuation. */
export function foldLabel(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/[^\p{L}\p{N}#%]+/gu, ' ')
    .trim()
}

const LATIN_LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  а: 'a',
  с: 'c',
  е: 'e',
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  '。': '.',
}

/** Letters of an option typed with a Cyrillic, Greek or full-width keyboard, as the Latin ones they look like. */
export function latinLetters(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[АВСЕНасеΑΒΕΗ。]/gu, (char) => LATIN_LOOKALIKES[char] ?? char)
}
