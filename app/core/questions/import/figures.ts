const FIGURES = '0123456789+-=()n'
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ'

/** Figures above or below the line as characters of their own, because "10²" is not "102"; words stay. */
export function raisedOrLowered(text: string, place: 'raised' | 'lowered'): string {
  if (![...text].every((char) => FIGURES.includes(char))) return text
  const target = [...(place === 'raised' ? RAISED : LOWERED)]

  return [...text].map((char) => target[FIGURES.indexOf(char)] ?? char).join('')
}
