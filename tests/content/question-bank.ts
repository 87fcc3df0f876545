// Reads a bank's folder as the application's loader does, without a database, and counts what is in it.
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { BankFileSchema, TopicFileSchema } from '../../app/core/questions/question-file.ts'
import type { BankFile, QuestionEntry, TopicFile } from '../../app/core/questions/question-file.ts'

export const QUESTIONS_FOLDER = fileURLToPath(new URL('../../questions/', import.meta.url))
export const BANK_SLUG = 'law-06-2022'

/** Articles of the law by chapter: first and last. */
export const CHAPTERS = [
  ['I', 1, 15],
  ['II', 16, 32],
  ['III', 33, 76],
  ['IV', 77, 85],
  ['V', 86, 87],
  ['VI', 88, 92],
  ['VII', 93, 93],
  ['VIII', 94, 96],
] as const
export const LAST_ARTICLE = 96

export type Bank = { bank: BankFile; topics: (TopicFile & { file: string; source: string })[] }

/** @throws Error naming the file when it breaks the format. */
export async function readBank(slug: string): Promise<Bank> {
  const folder = `${QUESTIONS_FOLDER}${slug}/`
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'bank.yaml')
    .sort()
  const bank = BankFileSchema.parse(parse(await readFile(`${folder}bank.yaml`, 'utf8')))
  const topics = await Promise.all(
    names.map(async (file) => {
      const source = await readFile(folder + file, 'utf8')
      const parsed = TopicFileSchema.safeParse(parse(source))
      if (!parsed.success) throw new Error(`${file}:\n${z.prettifyError(parsed.error)}`)

      return { ...parsed.data, file, source }
    }),
  )

  return { bank, topics }
}

export function articleOf(citation: string): number {
  return Number(/^D(\d+)/.exec(citation)?.[1])
}

/** The articles that the questions rest on, in order. */
export function articlesOf(questions: readonly QuestionEntry[]): number[] {
  return [...new Set(questions.flatMap((question) => question.citation.map(articleOf)))].sort((a, b) => a - b)
}

/** Share of a whole in percent; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole
}

/** Among the questions with one right option: the share whose right option stands at each place, in percent. */
export function keyPlaceShares(questions: readonly QuestionEntry[]): number[] {
  const single = questions.filter(hasOneRight)

  return [0, 1, 2, 3].map((place) =>
    percentOf(single.filter((question) => question.answer[0] === place).length, single.length),
  )
}

/** Among the questions with one right option: the share whose right option alone is the longest, in percent. */
export function keyLongestShare(questions: readonly QuestionEntry[]): number {
  const single = questions.filter(hasOneRight)
  const telling = single.filter(({ options, answer: [key = 0] }) =>
    options.every((option, place) => place === key || option.length < (options[key]?.length ?? 0)),
  )

  return percentOf(telling.length, single.length)
}

function hasOneRight(question: QuestionEntry): boolean {
  return question.answer.length === 1
}
