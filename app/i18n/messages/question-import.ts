import { defineMessages } from '../messages.ts'
import type { Params, Translate } from '../messages.ts'
import { questionImportEn } from './question-import.en.ts'
import { questionImportVi } from './question-import.vi.ts'
import type { Place, Problem } from '../../core/questions/import/draft.ts'

export const questionImport = defineMessages({ vi: questionImportVi, en: questionImportEn })

type ImportTexts = typeof questionImportVi
type T = Translate<ImportTexts>

/** "trang tính “Sheet1”, dòng 5, cột C, câu 4" */
export function describePlace(t: T, place: Place): string {
  const parts = [
    place.sheet && t('placeSheet', { sheet: place.sheet }),
    place.row && t('placeRow', { row: place.row }),
    place.paragraph && t('placeParagraph', { paragraph: place.paragraph }),
    place.line && t('placeLine', { line: place.line }),
    place.column && t('placeColumn', { column: place.column }),
    place.question && t('placeQuestion', { question: place.question }),
  ].filter((part) => typeof part === 'string')

  return parts.length > 0 ? parts.join(', ') : t('placeFile')
}

/** The sentence of a problem, or of something skipped. */
export function describeProblem(t: T, { code, params }: Pick<Problem, 'code' | 'params'>): string {
  return t(`problem_${code}`, spelledOut(t, params))
}

/** The sentence for a refused file. */
export function describeRefusal(t: T, details: Readonly<Record<string, unknown>>): string {
  const key = `refused_${String(details['reason'])}`
  const params = Object.fromEntries(
    Object.entries(details).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )

  return t(isKey(key) ? key : 'refused_unknown_format', params)
}

/** Sources of keys and encodings travel as codes. */
function spelledOut(t: T, params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const key = name.endsWith('Source') ? `source_${value}` : name === 'encoding' ? `encoding_${value}` : ''

      return [name, isKey(key) ? t(key) : value]
    }),
  )
}

function isKey(key: string): key is keyof ImportTexts {
  return key in questionImportVi
}
