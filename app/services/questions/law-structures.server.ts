import law062022 from '../../../questions/law/law-06-2022.structure.json' with { type: 'json' }
import { LawStructureSchema } from '../../core/questions/law-structure.ts'
import type { LawStructure } from '../../core/questions/law-structure.ts'

const STRUCTURES: readonly LawStructure[] = [LawStructureSchema.parse(law062022)]

/** The index of the law a bank rests on, found by the number of the law; null when there is none. */
export function lawStructureOf({ law }: { law: string }): LawStructure | null {
  return STRUCTURES.find(({ number }) => law.includes(number)) ?? null
}
