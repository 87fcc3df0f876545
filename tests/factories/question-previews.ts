import { lettersOf } from '#app/core/questions/import/draft.ts'
import { previewQuestionFile } from '#app/services/questions/files/preview.server.ts'

export async function previewOf(bytes: Uint8Array | string, name = 'tep') {
  return previewQuestionFile(Buffer.from(bytes as Uint8Array), name)
}

/** "stem | option / option = key (problem codes)" of each question. */
export async function summaryOf(bytes: Uint8Array | string): Promise<string[]> {
  const { questions } = await previewOf(bytes)

  return questions.map(({ stem, options, key, explanation, problems }) =>
    [
      `${stem} | ${options.join(' / ')} = ${lettersOf(key)}`,
      explanation && `> ${explanation}`,
      ...problems.map(({ code }) => `! ${code}`),
    ]
      .filter(Boolean)
      .join(' '),
  )
}
