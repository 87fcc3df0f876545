import { writeFile } from 'node:fs/promises'
import type { TestInfo } from '@playwright/test'
import { docxOf, numbered, paragraph, table } from '../fixtures/questions/make-docx.ts'

/** A file on the disk, to be picked in the browser. @returns its path */
export async function writeBytes(info: TestInfo, name: string, bytes: Uint8Array): Promise<string> {
  const path = info.outputPath(name)
  await writeFile(path, bytes)

  return path
}

/** Three questions with automatic numbering and a key table; the key of the second one points nowhere. */
export function wordWithKeyTable(mark: string): Uint8Array {
  const questions = [
    {
      stem: `Danh hiệu nào có trong câu thử một ${mark}?`,
      options: ['Danh hiệu A', 'Danh hiệu B', 'Danh hiệu C'],
    },
    {
      stem: `Hình thức nào có trong câu thử hai ${mark}?`,
      options: ['Hình thức A', 'Hình thức B', 'Hình thức C'],
    },
    { stem: `Thẩm quyền nào có trong câu thử ba ${mark}?`, options: ['Cấp A', 'Cấp B', 'Cấp C'] },
  ]

  return docxOf([
    ...questions.flatMap(({ stem, options }, index) => [
      numbered(1, 0, stem),
      ...options.map((option) => numbered(10 + index, 0, option)),
    ]),
    paragraph([{ text: 'BẢNG ĐÁP ÁN' }]),
    table([
      ['Câu', '1', '2', '3'],
      ['Đáp án', 'B', 'E', 'A'],
    ]),
  ])
}
