/** The one normal form in which text is stored: NFC, single spaces, trimmed. */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Text for search without accents: "Nguyễn Thị Đào" → "nguyen thi dao". */
export function foldForSearch(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The given name is the last word of a Vietnamese name. */
export function givenNameOf(fullName: string): string {
  return normalizeText(fullName).split(' ').at(-1) ?? ''
}

/**
 * How somebody is shown who did not agree to the publication of the name: initials, "Nguyễn Văn An" → "N. V. A.".
 * Nothing but the initials: the family name alone with a unit often tells who it is.
 */
export function initialsOf(fullName: string): string {
  return normalizeText(fullName)
    .split(' ')
    .map((word) => `${[...word][0]?.toLocaleUpperCase('vi') ?? ''}.`)
    .join(' ')
}

/** Name order of a Vietnamese list: given name first, then the whole name. */
export function compareVietnameseNames(a: string, b: string): number {
  return collator.compare(givenNameOf(a), givenNameOf(b)) || collator.compare(a, b)
}

const collator = new Intl.Collator('vi')
