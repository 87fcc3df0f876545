import {
  convertLegacy,
  legacyFontOf,
  vietnameseShare,
} from '../../../../core/questions/import/legacy-fonts.ts'
import type { LegacyEncoding } from '../../../../core/questions/import/legacy-fonts.ts'
import { childOf, elementsOf, valOf, xmlText } from '../xml.server.ts'
import type { XmlElement } from '../xml.server.ts'
import { readRunSettings, resolveRun } from './run-looks.ts'
import type { Styles } from './run-looks.ts'

/** What is known of a whole document before its paragraphs are read. */
export type LegacyDocument = {
  /** What most of it is typed in, when that is not Unicode. */
  encoding: LegacyEncoding | null
  /** Some font of before Unicode is named in it. */
  hasFonts: boolean
}

/** How the runs of one paragraph are converted: those in a font of before Unicode, and the others. */
export type LegacyRuns = { areFontsTrue: boolean; ofOthers: LegacyEncoding | null }

export function namesLegacyFont(xml: string): boolean {
  return /"(?:\.vn|vni[- ])/i.test(xml)
}

/**
 * A font's name alone proves nothing, Unicode text may carry it too: the runs in such fonts are converted when that
 * gives better Vietnamese, and so are the others in a document that is typed in an old encoding.
 */
export function legacyOfRuns(
  paragraph: XmlElement,
  style: string | null,
  { legacy, styles }: { legacy: LegacyDocument; styles: Styles },
): LegacyRuns {
  if (!legacy.hasFonts && !legacy.encoding) return { areFontsTrue: false, ofOthers: null }
  const inFonts = { asIs: '', converted: '' }
  let others = ''
  for (const run of runsOf(paragraph)) {
    const rPr = childOf(run, 'rPr')
    const { font } = resolveRun(styles, style, valOf(rPr, 'rStyle'), readRunSettings(rPr))
    const text = elementsOf(run, 't').map(xmlText).join('')
    const named = legacyFontOf(font ?? '')
    // A gap, so that words of different fonts do not run together.
    inFonts.asIs += named ? text : ' '
    inFonts.converted += named ? convertLegacy(text, named.encoding) : ' '
    others += named ? ' ' : text
  }
  const ofOthers = legacy.encoding
  const convertsOthers =
    ofOthers !== null && isBetter(others, convertLegacy(others, ofOthers), legacy.encoding !== null)

  return {
    areFontsTrue: isBetter(inFonts.asIs, inFonts.converted, legacy.encoding !== null),
    ofOthers: convertsOthers ? ofOthers : null,
  }
}

/** Of two readings that are equally plausible the document's wins. */
function isBetter(text: string, converted: string, isDocumentLegacy: boolean): boolean {
  const [before, after] = [vietnameseShare(text), vietnameseShare(converted) ?? 1]

  return before !== null && (after > before || (isDocumentLegacy && after >= before))
}

/** @returns null when the text is Unicode */
export function unicodeOf(text: string, font: string | undefined, legacy: LegacyRuns): string | null {
  const named = legacyFontOf(font ?? '')
  if (named && legacy.areFontsTrue) {
    const converted = convertLegacy(text, named.encoding)

    return named.isUpperCase ? converted.toUpperCase() : converted
  }

  return !named && legacy.ofOthers ? convertLegacy(text, legacy.ofOthers) : null
}

function runsOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'r') return [child]

    return ['del', 'moveFrom', 'pPr'].includes(child.name) ? [] : runsOf(child)
  })
}
