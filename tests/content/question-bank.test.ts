import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { QuestionEntry } from '#app/core/questions/question-file.ts'
import { foldForSearch } from '#app/core/vietnamese-text.ts'
import { jsonSchemas, withCoverage } from './coverage.ts'
import {
  BANK_SLUG,
  LAST_ARTICLE,
  QUESTIONS_FOLDER,
  articleOf,
  articlesOf,
  keyLongestShare,
  keyPlaceShares,
  percentOf,
  readBank,
} from './question-bank.ts'

const { bank, topics } = await readBank(BANK_SLUG)
const questions = topics.flatMap((topic) => topic.questions)

/** What the contest's blueprints count on; a topic may grow, never shrink below. */
const LEAST_QUESTIONS: Record<string, number> = {
  'general-provisions': 60,
  'emulation-titles': 65,
  orders: 70,
  medals: 12,
  'honorary-titles': 30,
  prizes: 10,
  commendations: 20,
  'authority-procedure': 38,
  'rights-management': 18,
  'violations-effect': 14,
}

const idsWhere = (matches: (question: QuestionEntry) => boolean) =>
  questions.filter(matches).map(({ id }) => id)
const shareWhere = (matches: (question: QuestionEntry) => boolean) =>
  percentOf(idsWhere(matches).length, questions.length)
const folded = (text: string) =>
  foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Values that appear more than once. */
function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

test('the bank holds the topics and at least the questions that the contest counts on', () => {
  expect(topics.map(({ topic }) => topic).sort()).toEqual(Object.keys(LEAST_QUESTIONS).sort())
  for (const topic of topics) {
    expect(topic.questions.length, topic.topic).toBeGreaterThanOrEqual(
      LEAST_QUESTIONS[topic.topic] ?? Infinity,
    )
  }
  expect(questions.length).toBeGreaterThanOrEqual(320)
})

test('the bank says which text of the law it rests on, and that it must be reviewed', () => {
  expect(bank.lawVersion).toBe('Văn bản ban hành ngày 15/6/2022, chưa gồm sửa đổi bởi Luật số 06/2026/QH16')
  expect(bank.statusNotice).toMatch(/rà soát.*văn bản hợp nhất/u)
})

test('every question has an id of its own that begins with its topic', () => {
  expect(repeated(questions.map(({ id }) => id))).toEqual([])
  for (const topic of topics) {
    const misplaced = topic.questions.filter(({ id }) => !new RegExp(`^${topic.topic}-\\d{3}$`).test(id))

    expect(misplaced.map(({ id }) => id)).toEqual([])
  }
})

test('no two questions ask the same, whatever the accents, case and punctuation', () => {
  expect(repeated(questions.map(({ stem }) => folded(stem)))).toEqual([])
})

test('no two options of a question say the same, whatever the case and punctuation', () => {
  // Accents stay: "bằng" and "bảng" are different words.
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}%]+/gu, ' ')
      .trim()

  expect(idsWhere(({ options }) => new Set(options.map(bare)).size < options.length)).toEqual([])
})

test('files are in the composed Unicode form', () => {
  expect(topics.filter(({ source }) => source !== source.normalize('NFC')).map(({ file }) => file)).toEqual(
    [],
  )
})

test('a stem ends as a question or as a sentence to complete, an option without a full stop', () => {
  expect(idsWhere(({ stem }) => !/[?:]$/.test(stem))).toEqual([])
  expect(idsWhere(({ options }) => options.some((option) => option.endsWith('.')))).toEqual([])
})

test('no option refers to the others: their order differs in every paper', () => {
  const refersToOthers =
    /phương án trên|câu trên|đáp án trên|tất cả các (phương án|đáp án)|cả (a|b|c|hai|ba) (và|phương án)/iu

  expect(idsWhere(({ options }) => options.some((option) => refersToOthers.test(option)))).toEqual([])
})

test('every citation names an article of the law, and every article is asked about', () => {
  expect(
    idsWhere(({ citation }) =>
      citation.some((each) => articleOf(each) < 1 || articleOf(each) > LAST_ARTICLE),
    ),
  ).toEqual([])
  expect(articlesOf(questions)).toHaveLength(LAST_ARTICLE)
})

test('every question has four options, an explanation, a citation and evidence', () => {
  const isWhole = ({ options, explanation, citation, evidence }: QuestionEntry) =>
    options.length === 4 && explanation !== '' && citation.length > 0 && evidence.length > 0

  expect(idsWhere((question) => !isWhole(question))).toEqual([])
})

test('evidence is at most twelve words', () => {
  expect(idsWhere(({ evidence }) => evidence.some((phrase) => phrase.split(/\s+/).length > 12))).toEqual([])
})

test('the place of the right option tells nothing', () => {
  for (const share of keyPlaceShares(questions)) {
    expect(share).toBeGreaterThanOrEqual(18)
    expect(share).toBeLessThanOrEqual(32)
  }
})

test('the length of the right option tells nothing', () => {
  expect(keyLongestShare(questions)).toBeLessThanOrEqual(40)
})

test('about one question in ten has several right options, and none has all four', () => {
  const share = shareWhere(({ answer }) => answer.length > 1)

  expect(share).toBeGreaterThanOrEqual(8)
  expect(share).toBeLessThanOrEqual(14)
  expect(idsWhere(({ answer, options }) => answer.length === options.length)).toEqual([])
})

test('at most one question in twenty waits for a review', () => {
  expect(shareWhere(({ review }) => review !== undefined)).toBeLessThanOrEqual(5)
})

test('recognition, understanding and application are about four, four and two tenths', () => {
  const shares = [1, 2, 3].map((difficulty) => shareWhere((question) => question.difficulty === difficulty))
  const wanted = [40, 40, 20]

  for (const [index, share] of shares.entries())
    expect(Math.abs(share - (wanted[index] ?? 0))).toBeLessThanOrEqual(7)
})

test('the coverage in questions/README.md is up to date (npm run questions:coverage)', async () => {
  const readme = await readFile(`${QUESTIONS_FOLDER}README.md`, 'utf8')

  expect(readme).toBe(withCoverage(readme, { bank, topics }))
})

test.each(Object.entries(jsonSchemas()))(
  'questions/schema/%s is up to date (npm run questions:coverage)',
  async (name, text) => {
    expect(await readFile(`${QUESTIONS_FOLDER}schema/${name}`, 'utf8')).toBe(text)
  },
)
