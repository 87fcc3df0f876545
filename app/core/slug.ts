import { foldForSearch } from './vietnamese-text.ts'

/** Longest part of an address that still fits on paper. */
export const SLUG_MAX_LENGTH = 60

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Last parts of the console's own addresses: a round or contest of this name could not be opened. */
const RESERVED = ['moi']

/** The address a title suggests: "Đợt 1: Những quy định chung" → "dot-1-nhung-quy-dinh-chung". May be empty. */
export function slugOf(title: string): string {
  return foldForSearch(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
}

export function isSlug(text: string): boolean {
  return text.length <= SLUG_MAX_LENGTH && SLUG.test(text) && !RESERVED.includes(text)
}
