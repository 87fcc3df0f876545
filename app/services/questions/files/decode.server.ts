import { detectLegacy, vietnameseShare } from '../../../core/questions/import/legacy-fonts.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

/**
 * Bytes of a text file as text. Without a byte order mark, UTF-8 is what is valid UTF-8; of the Windows code pages the
 * one that gives Vietnamese is taken, and 1252 for text in the old fonts (converted later, with its author's consent).
 */
export function decodeText(bytes: Buffer): { text: string; encoding: TextEncoding } {
  const marked = byMark(bytes)
  if (marked) return marked
  const wide = wideEncodingOf(bytes)
  if (wide) return { text: decode(bytes, wide), encoding: wide }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return byLanguage(bytes)
  }
}

function byMark(bytes: Buffer): { text: string; encoding: TextEncoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'utf-16be' }
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

  return isUtf8 ? { text: decode(bytes, 'utf-8'), encoding: 'utf-8' } : null
}

/** UTF-16 without a mark: every second byte of its ASCII characters is zero. */
function wideEncodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4_096)
  if (sample.length < 4) return null
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const enough = sample.length * 0.15
  if (odd > enough && odd > even * 4) return 'utf-16le'

  return even > enough && even > odd * 4 ? 'utf-16be' : null
}

function byLanguage(bytes: Buffer): { text: string; encoding: TextEncoding } {
  const as1258 = decode(bytes, 'windows-1258').normalize('NFC')
  const as1252 = decode(bytes, 'windows-1252')
  const sample = as1252.slice(0, 100_000)
  const share1258 = vietnameseShare(as1258.slice(0, 100_000)) ?? 0
  if (share1258 < 0.7 && detectLegacy(sample) !== null) return { text: as1252, encoding: 'windows-1252' }
  if (share1258 >= (vietnameseShare(sample) ?? 0)) return { text: as1258, encoding: 'windows-1258' }

  return { text: as1252, encoding: 'windows-1252' }
}

function decode(bytes: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

/** Bytes of an XML part as text, by mark or declaration. */
export function decodeXml(bytes: Buffer): string {
  const marked = byMark(bytes) ?? null
  if (marked) return marked.text
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(
    bytes.subarray(0, 200).toString('latin1'),
  )?.[1]
  const wide = wideEncodingOf(bytes)
  if (wide) return decode(bytes, wide)
  // A declaration that was read byte by byte is not in UTF-16, whatever it says.
  if (declared === undefined || /^(?:utf|ucs|iso-10646)/i.test(declared)) return decodeText(bytes).text
  try {
    return new TextDecoder(declared).decode(bytes)
  } catch {
    return decodeText(bytes).text
  }
}
