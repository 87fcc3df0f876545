import { PAPER_VARIANTS } from '../core/closing/papers/paper.ts'
import type { PaperKind, PaperVariant } from '../core/closing/papers/paper.ts'
import { PAPER_FILES, PAPER_PARAMS } from './paths.ts'

/** The layout that was chosen; that of state bodies when the address names none. */
export function variantOf(url: URL): PaperVariant {
  const named = url.searchParams.get(PAPER_PARAMS.variant)

  return PAPER_VARIANTS.find((variant) => variant === named) ?? 'state'
}

/** The paper that a file's name asks for, or null. */
export function paperKindOf(fileName: string): PaperKind | null {
  const found = Object.entries(PAPER_FILES).find(([, name]) => `${name}.docx` === fileName)

  return found ? (found[0] as PaperKind) : null
}
