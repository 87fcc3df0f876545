/** Citations as people write them, "điểm a khoản 1 Điều 21 Luật Thi đua, khen thưởng", as the bank's ids, "D21.1.a". */
import { CitationSchema } from '#app/core/questions/question-file.ts'
import { tidyText } from './tidy.ts'

export type CitationReading = {
  ids: string[]
  /** What the ids do not say, such as the name of another document; empty when they say everything. */
  rest: string
  /** The articles belong to another document than a law: a decree, a circular … */
  isOtherDocument: boolean
}

const ID = /\bD\d{1,3}(?:\.\d{1,2}(?:\.[a-zđ])?)?(?![\p{L}\d.])/gu
const SHORT = /(?<!\p{L})Đ\.?\s?(\d{1,3})(?:\.(\d{1,2})(?:\.([a-zđ]))?)?(?![\p{L}\d])/gu
const LIST_END = '(?![\\p{L}\\p{M}\\d])'
const NUMBERS = `(\\d{1,3}(?:\\s*(?:,|;|và|–|-)\\s*\\d{1,3}(?!\\s*(?:năm|\\/)))*)${LIST_END}`
const LETTERS = `([a-zđ](?:\\s*(?:,|;|và)\\s*[a-zđ]${LIST_END})*)${LIST_END}`
const PART = new RegExp(`(?:các\\s+)?(?:(điểm)\\s+${LETTERS}|(khoản|điều)\\s+(?:số\\s+)?${NUMBERS})`, 'giu')
const OTHER_DOCUMENT =
  /nghị\s*định|thông\s*tư|quyết\s*định|nghị\s*quyết|chỉ\s*thị|hiến\s*pháp|hướng\s*dẫn\s*số/iu
const LAW =
  /(?:của\s+)?(?:bộ\s+)?luật(?:\s+(?:số\s+\S+|này|năm \d{4}|[^\d.;()]+?))?(?:\s*(?:số|năm)\s*[\d/\p{L}]+)*(?=$|[.;)(])/giu
const FILLERS = /[\s,;.()[\]:–-]|và|theo|tại|của|quy định|căn cứ/giu

/** Reads all citations of a text. Parts may stand from the smallest to the largest or the other way round. */
export function readCitations(text: string): CitationReading {
  const words = tidyText(text)
  const ids = [...words.matchAll(ID)].map((match) => match[0])
  const shorts = ids.length > 0 ? [] : [...words.matchAll(SHORT)].map(([, ...parts]) => idOf(parts))
  const parts = [...words.matchAll(PART)].map(partOf)
  const spelled = parts.some((part) => part.kind === 'điều') ? combine(parts) : []
  const found = [...new Set([...ids, ...shorts, ...spelled])].filter(
    (id) => CitationSchema.safeParse(id).success,
  )
  const rest = words
    .replace(ID, '')
    .replace(SHORT, '')
    .replace(PART, '')
    .replace(LAW, '')
    .replace(FILLERS, '')

  return {
    ids: found,
    rest: rest === '' && found.length > 0 ? '' : words,
    isOtherDocument: OTHER_DOCUMENT.test(words) && ids.length === 0,
  }
}

type Part = { kind: string; values: string[] }

function partOf(match: RegExpMatchArray): Part {
  const [, pointWord, letters, numberWord, numbers] = match
  const kind = (pointWord ?? numberWord ?? '').toLowerCase().normalize('NFC')

  return { kind, values: pointWord ? lettersOf(letters ?? '') : numbersOf(numbers ?? '') }
}

function lettersOf(text: string): string[] {
  return text.toLowerCase().split(/\s*(?:,|;|và)\s*/u)
}

/** "1, 2 và 5" and "1 - 3". */
function numbersOf(text: string): string[] {
  return text.split(/\s*(?:,|;|và)\s*/u).flatMap((item) => {
    const [from, to] = item.split(/\s*[–-]\s*/u).map(Number)
    if (from === undefined || to === undefined || to < from || to - from > 20) return [item.trim()]

    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  })
}

/** Points and clauses belong to the next article when they stand before it, otherwise to the article before. */
function combine(parts: readonly Part[]): string[] {
  const isLargestFirst = parts[0]?.kind === 'điều'

  return isLargestFirst ? combineDescending(parts) : combineAscending(parts)
}

function combineAscending(parts: readonly Part[]): string[] {
  const ids: string[] = []
  let points: string[] = []
  let tails: string[] = []
  for (const { kind, values } of parts) {
    if (kind === 'điểm') points = values
    else if (kind === 'khoản') {
      tails.push(
        ...values.flatMap((clause) =>
          points.length ? points.map((point) => `.${clause}.${point}`) : [`.${clause}`],
        ),
      )
      points = []
    } else {
      ids.push(
        ...values.flatMap((article) =>
          tails.length ? tails.map((tail) => `D${article}${tail}`) : [`D${article}`],
        ),
      )
      tails = []
      points = []
    }
  }

  return ids
}

function combineDescending(parts: readonly Part[]): string[] {
  const ids: string[] = []
  let articles: string[] = []
  let clauses: string[] = []
  for (const [index, { kind, values }] of parts.entries()) {
    const next = parts[index + 1]?.kind
    if (kind === 'điều') {
      articles = values
      clauses = []
      if (next !== 'khoản') ids.push(...values.map((article) => `D${article}`))
    } else if (kind === 'khoản') {
      clauses = values
      if (next !== 'điểm')
        ids.push(...articles.flatMap((article) => values.map((clause) => `D${article}.${clause}`)))
    } else {
      ids.push(
        ...articles.flatMap((article) =>
          clauses.flatMap((clause) => values.map((point) => `D${article}.${clause}.${point}`)),
        ),
      )
    }
  }

  return ids
}

function idOf([article, clause, point]: readonly (string | undefined)[]): string {
  return `D${[article, clause, point].filter((part) => part !== undefined).join('.')}`
}
