import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../app/server/questions-command.ts', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-thi-questions-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Without a database: an address where none listens. */
async function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' },
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (texts.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (texts.err += chunk.toString()))

  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...texts })))
}

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)

  return path
}

test('a good file: one JSON document on the output, nothing beside it, exit 0', async () => {
  const path = await fileOf('tot.txt', 'Câu 1. Một?\nA. x\nB. y\nĐáp án: B\n')
  const { code, out, err } = await run('preview', path, '--json')

  expect([code, err]).toEqual([0, ''])
  expect(JSON.parse(out)).toEqual({
    file: 'tot.txt',
    format: 'text',
    encoding: 'utf-8',
    legacyEncoding: null,
    counts: { questions: 1, good: 1, withErrors: 0, withWarnings: 0, skipped: 0, duplicates: 0 },
    questions: [
      {
        number: 1,
        place: { question: 1, line: 1, text: 'dòng 1, câu 1' },
        code: null,
        topic: null,
        difficulty: null,
        stem: 'Một?',
        options: ['x', 'y'],
        key: [1],
        keyLetters: 'B',
        isMultiple: false,
        explanation: '',
        citations: [],
        evidence: [],
        review: null,
        validFrom: null,
        validTo: null,
        problems: [],
      },
    ],
    problems: [],
    skipped: [],
    duplicates: [],
  })
})

test('an error in the file: it is named with its place, exit 1', async () => {
  const path = await fileOf('thieu.csv', 'Câu hỏi;A;B;Đáp án\nMột?;x;y;A\nHai?;x;y;\n')
  const { code, out, err } = await run('preview', path, '--json')

  expect([code, err]).toEqual([1, ''])
  expect((JSON.parse(out) as { problems: unknown[] }).problems).toMatchObject([
    { severity: 'error', code: 'key_missing', place: { line: 3, text: 'dòng 3, câu 2' }, excerpt: 'Hai?' },
  ])
})

test('a refused file: its reason is the one problem, exit 1', async () => {
  const { code, out, err } = await run('preview', await fileOf('a.docx', '%PDF-1.7'), '--json')

  expect([code, err]).toEqual([1, ''])
  expect(JSON.parse(out)).toMatchObject({ format: null, questions: [], problems: [{ code: 'file_pdf' }] })
})

test.each([
  [['preview']],
  [['preview', 'khong-co.docx', '--json']],
  [['preview', tmpdir()]],
  [['xem', 'a.docx']],
])('called wrongly, as in %j: a sentence beside an empty output, exit 2', async (args) => {
  const { code, out, err } = await run(...args)

  expect([code, out]).toEqual([2, ''])
  expect(err).not.toContain('    at ')
})
