/** Crockford's base 32: no I, L, O, U, so a code survives being read out or copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 12
const GROUP_LENGTH = 4

/** Bytes of randomness a code is made of (5 bits each are used: 60 bits in all). */
export const RECEIPT_RANDOM_BYTES = CODE_LENGTH

/** A receipt code from random bytes, in its stored form: "7K3M9P2QX4TB". */
export function receiptCodeFrom(randomBytes: Uint8Array): string {
  return Array.from(randomBytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
}

/** "7K3M9P2QX4TB" → "7K3M-9P2Q-X4TB". */
export function formatReceiptCode(code: string): string {
  return code.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'g'))?.join('-') ?? code
}

/** Reads a code as people type it (lower case, spaces, hyphens, O for 0, I or L for 1); null when it can't be one. */
export function parseReceiptCode(input: string): string | null {
  const code = input.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

  return code.length === CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}
