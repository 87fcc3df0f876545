import { raisedOrLowered } from './figures.ts'
import { tidyLine } from './tidy.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  hellip: '…',
  ndash: '–',
  mdash: '—',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  le: '≤',
  ge: '≥',
  ne: '≠',
  rarr: '→',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  igrave: 'ì',
  iacute: 'í',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ugrave: 'ù',
  uacute: 'ú',
  yacute: 'ý',
  eth: 'ð',
}

/** Text of HTML without its tags; scripts, styles and comments are dropped with what they hold. */
export function stripHtml(html: string): string {
  const text = withoutHidden(html)
    .replace(/<su([bp])\b[^<>]*>([^<>]*)<\/su\1\s*>/giu, (_, kind: string, inner: string) =>
      raisedOrLowered(inner, kind.toLowerCase() === 'p' ? 'raised' : 'lowered'),
    )
    .replace(/<\/?(?:p|div|br|li|ul|ol|tr|td|th|table|h\d|blockquote|pre)\b[^<>]*>/giu, ' ')
    .replace(/<\/?[a-z][^<>]*>/giu, '')

  return decodeEntities(text)
}

const HIDDEN: readonly [start: RegExp, end: string][] = [
  [/<!--/gu, '-->'],
  [/<script\b/giu, '</script'],
  [/<style\b/giu, '</style'],
]

/** Without comments, scripts and styles; one that never ends takes the rest with it. */
function withoutHidden(html: string): string {
  return HIDDEN.reduce((text, [start, end]) => {
    if (!start.test(text)) return text
    const lower = text.toLowerCase()
    let kept = ''
    let from = 0
    for (const { index } of text.matchAll(start)) {
      if (index < from) continue
      const close = lower.indexOf(end, index)
      kept += `${text.slice(from, index)} `
      from = close === -1 ? text.length : close + end.length
    }

    return kept + text.slice(from)
  }, html)
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) {
        const char = ENTITIES[name.toLowerCase()]

        return char === undefined ? whole : /^[A-Z]/u.test(name) ? char.toUpperCase() : char
      }
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)

      return code > 0 && code <= 0x10ffff ? tidyLine(String.fromCodePoint(code)) : ''
    },
  )
}
