/** What a key press on the paper asks for. */
export type PaperCommand = { kind: 'pick'; optionIndex: number } | { kind: 'previous' | 'next' | 'flag' }

/** A key press, without the DOM. */
export type KeyPress = {
  key: string
  hasModifier: boolean
  /** Text is being composed, as Vietnamese input methods do. */
  isComposing: boolean
  /** Where the focus is: a field to write in, a radio button or check box, anything else. */
  target: 'text' | 'choice' | 'other'
  /** Whether the page can scroll no further in that direction. */
  isAtTop: boolean
  isAtBottom: boolean
}

const FLAG_KEY = 'f'

/**
 * The command of a key press; null leaves the key to the browser. Left and right turn the page even on a radio
 * button: there they would silently change the answer (up and down still move among the options). PageUp and
 * PageDown scroll first and turn the page at its end.
 * @param hasCharacterKeys false when the person switched single-character keys off (WCAG 2.1.4)
 */
export function commandOf(
  press: KeyPress,
  optionCount: number,
  hasCharacterKeys: boolean,
): PaperCommand | null {
  if (press.hasModifier || press.isComposing || press.target === 'text') return null

  switch (press.key) {
    case 'ArrowLeft':
      return { kind: 'previous' }
    case 'ArrowRight':
      return { kind: 'next' }
    case 'PageUp':
      return press.isAtTop ? { kind: 'previous' } : null
    case 'PageDown':
      return press.isAtBottom ? { kind: 'next' } : null
    default:
      return hasCharacterKeys ? characterCommandOf(press.key.toLowerCase(), optionCount) : null
  }
}

/** "A" for the first option; the letter people see on it and may press, except F, which flags. */
export function optionLetter(optionIndex: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + optionIndex)
}

function characterCommandOf(key: string, optionCount: number): PaperCommand | null {
  if (key === FLAG_KEY) return { kind: 'flag' }
  if (!/^[1-9a-z]$/.test(key)) return null

  const optionIndex = /\d/.test(key) ? Number(key) - 1 : key.charCodeAt(0) - 'a'.charCodeAt(0)

  return optionIndex < optionCount ? { kind: 'pick', optionIndex } : null
}
