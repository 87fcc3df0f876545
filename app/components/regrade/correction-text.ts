import { regrade } from '#app/i18n/messages/regrade.ts'
import { useT } from '#app/i18n/use-texts.ts'
import type { CorrectionKind } from '../../core/regrades/regrade.ts'
import { optionLetter } from '../exam/paper-keys.ts'

/** A function that names a correction with its options: "Chấp nhận thêm câu trả lời khác: B, C". */
export function useCorrectionText() {
  const t = useT(regrade)

  return ({ kind, options }: { kind: CorrectionKind; options: readonly number[] }): string => {
    const letters = options.map(optionLetter).join(', ')

    return letters === '' ? t(`kind_${kind}`) : `${t(`kind_${kind}`)}: ${letters}`
  }
}
