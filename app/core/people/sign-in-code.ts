/** Letters and digits that are told apart on paper and on the phone: no 0/O, 1/I/L, 5/S, 8/B, U/V. */
export const CODE_ALPHABET = 'ACDEFGHJKMNPQRTWXY234679'

/** Read out at the help desk: eight characters are enough for a code that is hashed slowly and lives for hours. */
export const HELP_DESK_CODE_LENGTH = 8
/** Printed on a slip and good for weeks: sixteen characters of it can't be guessed from a plain hash (73 bits). */
export const SLIP_CODE_LENGTH = 16

/**
 * A code of so many characters, each drawn by `below`, which gives a number below its argument that nobody can guess.
 */
export function drawCode(length: number, below: (bound: number) => number): string {
  return Array.from({ length }, () => CODE_ALPHABET[below(CODE_ALPHABET.length)]).join('')
}

/** The one form of a code however it was typed, or null when it is none of that length. */
export function parseCode(typed: string, length: number): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')

  return code.length === length && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : null
}

/** In groups of four, as it is printed and read out. */
export function writtenCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}
