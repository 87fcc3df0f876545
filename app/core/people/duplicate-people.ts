/** Why two accounts may be one person. */
export type DuplicateEvidence = 'same_name' | 'same_unit' | 'similar_phone'

export type ComparedPerson = { searchName: string; unitId: string | null; loginName: string }

/** Digits in which two phone numbers of one person typically differ: one mistyped. */
const MAX_DIFFERENT_DIGITS = 1

/**
 * What speaks for two accounts being one person. The same name in the same unit is enough to be looked at, and so is
 * the same name with phone numbers that differ in one digit or in two that changed places.
 * @returns null when it is too little
 */
export function duplicateEvidenceOf(a: ComparedPerson, b: ComparedPerson): DuplicateEvidence[] | null {
  if (a.searchName !== b.searchName) return null
  const evidence: DuplicateEvidence[] = ['same_name']
  if (a.unitId !== null && a.unitId === b.unitId) evidence.push('same_unit')
  if (areSimilarPhones(a.loginName, b.loginName)) evidence.push('similar_phone')

  return evidence.length > 1 ? evidence : null
}

function areSimilarPhones(a: string, b: string): boolean {
  if (!/^\d{10}$/.test(a) || !/^\d{10}$/.test(b)) return false
  const different = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]))
  if (different.length <= MAX_DIFFERENT_DIGITS) return true
  const [first = 0, second = 0] = different

  return different.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
