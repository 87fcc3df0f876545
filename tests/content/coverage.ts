// What `npm run questions:coverage` writes, and what the content test compares with the files.
import { z } from 'zod'
import type { QuestionEntry } from '../../app/core/questions/question-file.ts'
import { BankFileSchema, TopicFileSchema } from '../../app/core/questions/question-file.ts'
import { CHAPTERS, articlesOf, keyLongestShare, keyPlaceShares, percentOf } from './question-bank.ts'
import type { Bank } from './question-bank.ts'

const START = '<!-- coverage:start (written by npm run questions:coverage) -->'
const END = '<!-- coverage:end -->'

/** The README with the part between the markers replaced. @throws Error when it has no markers. */
export function withCoverage(readme: string, bank: Bank): string {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END)
  if (start === -1 || end < start) throw new Error('questions/README.md has lost its coverage markers')

  return `${readme.slice(0, start)}${START}\n\n${coverageOf(bank)}\n\n${readme.slice(end)}`
}

/** JSON schemas for editors, by file name under questions/schema/. */
export function jsonSchemas(): Record<string, string> {
  return {
    'topic.schema.json': jsonSchemaOf(TopicFileSchema, 'Questions of one topic'),
    'bank.schema.json': jsonSchemaOf(BankFileSchema, 'What a question bank rests on'),
  }
}

function jsonSchemaOf(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
}

function coverageOf({ topics }: Bank): string {
  const all = topics.flatMap((topic) => topic.questions)
  const places = keyPlaceShares(all).map((share) => `${share.toFixed(0)} %`)

  return [
    '| Topic | Questions | Difficulty 1 | 2 | 3 | Several right | To review | Articles |',
    '|---|---:|---:|---:|---:|---:|---:|---|',
    ...topics.map((topic) => rowOf(`\`${topic.topic}\` ${topic.title}`, topic.questions)),
    rowOf('**All**', all),
    '',
    `Articles covered by chapter: ${CHAPTERS.map((chapter) => chapterCoverage(chapter, all)).join(' · ')}.`,
    '',
    `Right option at place 1 to 4: ${places.join(', ')}. Right option alone the longest: ${keyLongestShare(all).toFixed(0)} %.`,
    `Several right options: ${percentOf(all.filter((each) => each.answer.length > 1).length, all.length).toFixed(0)} %.`,
  ].join('\n')
}

function rowOf(name: string, questions: readonly QuestionEntry[]): string {
  const count = (matches: (question: QuestionEntry) => boolean) => questions.filter(matches).length
  const cells = [
    name,
    questions.length,
    ...[1, 2, 3].map((difficulty) => count((question) => question.difficulty === difficulty)),
    count((question) => question.answer.length > 1),
    count((question) => question.review !== undefined),
    rangesOf(articlesOf(questions)),
  ]

  return `| ${cells.join(' | ')} |`
}

function chapterCoverage(
  [chapter, first, last]: (typeof CHAPTERS)[number],
  questions: readonly QuestionEntry[],
) {
  const covered = articlesOf(questions).filter((article) => article >= first && article <= last).length

  return `${chapter} ${covered}/${last - first + 1}`
}

/** [1, 2, 3, 7] → "1–3, 7" */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = []
  for (const number of numbers) {
    const range = ranges.at(-1)
    if (range && range[1] === number - 1) range[1] = number
    else ranges.push([number, number])
  }

  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ')
}
