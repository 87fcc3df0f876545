import type { XmlElement } from '../xml.server.ts'

/** Characters of the fonts Wingdings (ticks, boxes, arrows) and Symbol (Greek, mathematics) by their codes. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x50: '✓',
  0x52: '☑',
  0x6f: '☐',
  0xa7: '▪',
  0xa8: '☐',
  0xb7: '•',
  0xe0: '→',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}
const GREEK_FROM = 0x61
const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const CAPITAL_GREEK_FROM = 0x41
const CAPITAL_GREEK = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xac: '←',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xce: '∈',
  0xd6: '√',
  0xdb: '⇔',
  0xde: '⇒',
  0xe5: '∑',
}
const LOST = '\uFFFD'

/** A w:sym. An unknown ornament is left out; an unknown letter of mathematics shows as lost. */
export function symbolOf({ attributes }: XmlElement): string {
  return characterOf(Number.parseInt(attributes['char'] ?? '', 16) & 0xff, attributes['font'])
}

/** Text in which such characters stand as private ones, U+F000 and up. */
export function withSymbols(text: string, font: string | undefined): string {
  return text.replace(/[\uF020-\uF0FF]/gu, (char) => characterOf(char.charCodeAt(0) & 0xff, font))
}

function characterOf(code: number, font: string | undefined): string {
  if (!/^symbol$/i.test(font ?? '')) return WINGDINGS[code] ?? ''
  const own =
    SYMBOL[code] ?? GREEK[code - GREEK_FROM] ?? CAPITAL_GREEK[code - CAPITAL_GREEK_FROM] ?? undefined

  return own ?? (code >= 0x20 && code < 0x41 ? String.fromCharCode(code) : LOST)
}
