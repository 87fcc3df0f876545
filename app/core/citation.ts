/** A paragraph of the law in parts: "D21.1.a" is point a of clause 1 of article 21. */
export type CitationParts = { article: string; clause: string | null; point: string | null }

/** @returns null when the id is not of this form */
export function parseCitation(id: string): CitationParts | null {
  const match = /^D(\d+)(?:\.(\d+)(?:\.([a-zđ]))?)?$/.exec(id)

  return match ? { article: match[1] ?? '', clause: match[2] ?? null, point: match[3] ?? null } : null
}
