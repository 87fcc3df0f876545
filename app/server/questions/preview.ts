import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../../core/domain-error.ts'
import { previewQuestionFile } from '../../services/questions/files/preview.server.ts'
import type { QuestionFilePreview } from '../../services/questions/files/preview.server.ts'
import { docxTemplate, xlsxTemplate } from '../../services/questions/files/templates.server.ts'
import { readQuestionFile } from './read-file.ts'
import { allProblems, describeFailure, previewAsJson, previewAsText, refusalAsJson } from './print-preview.ts'

type PreviewOrder = { asJson: boolean; convertLegacy: boolean }

/** Prints what a file would bring. @returns the exit code: 1 when something is wrong */
export async function preview(path: string, { asJson, convertLegacy }: PreviewOrder): Promise<number> {
  const name = basename(path)
  const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  let result: QuestionFilePreview
  try {
    result = await previewQuestionFile(await readQuestionFile(path), name, { convertLegacy })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (asJson) print(refusalAsJson(name, error))
    else console.error(describeFailure(error))

    return 1
  }
  if (asJson) print(previewAsJson(result))
  else console.log(previewAsText(result))

  return allProblems(result).some((problem) => problem.severity === 'error') ? 1 : 0
}

export async function writeTemplate(kind: 'xlsx' | 'docx', path: string): Promise<number> {
  await writeFile(path, await (kind === 'xlsx' ? xlsxTemplate() : docxTemplate()))

  return 0
}
