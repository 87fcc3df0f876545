/** Lines that belong to no question: titles of parts, the end of the file, numbers of pages. */
import type { Line } from './line.ts'

const SECTION =
  /^\s*(?:(?:phần|chương|mục|chủ đề|chuyên đề|bài|phụ lục|nhóm|part|section)\s+(?:thứ\s+)?(?:[IVXLC]+|\d{1,3}|nhất|hai|ba|tư|[A-HĐ])(?![\p{L}\d])|[IVX]{1,5}\s*[.)/–-]\s*\S)/iu
const ENDING = /^[\s\-–—_*=.~…()]*(?:hết|the end|end)?[\s\-–—_*=.~…()]*$/iu
const PAGE = /^[\s\-–—]*(?:(?:trang|page)\s*)?\d+(?:\s*\/\s*\d+)?[\s\-–—]*$/iu
const PAGE_WORD = /trang|page|^\s*[-–—]/iu

/** "CHƯƠNG II", "Phần 1: …", a line in capitals. */
export function isSectionTitle(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')

  return (letters.length >= 6 && letters === letters.toUpperCase()) || SECTION.test(text)
}

/** "--- HẾT ---", "Trang 2/4": nobody misses them. */
export function isEmptyMark(text: string): boolean {
  return ENDING.test(text) || (PAGE.test(text) && PAGE_WORD.test(text))
}

export function isNoise(line: Line): boolean {
  const text = line.text.trim()

  return line.isHeading || isSectionTitle(text) || isEmptyMark(text)
}
