import { foldLabel } from './tidy.ts'

const WORDS: Readonly<Record<string, 1 | 2 | 3>> = {
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 3,
  nb: 1,
  'nhan biet': 1,
  biet: 1,
  de: 1,
  easy: 1,
  'muc 1': 1,
  'muc do 1': 1,
  'cap 1': 1,
  i: 1,
  th: 2,
  'thong hieu': 2,
  hieu: 2,
  tb: 2,
  'trung binh': 2,
  vua: 2,
  medium: 2,
  'muc 2': 2,
  'muc do 2': 2,
  'cap 2': 2,
  ii: 2,
  vd: 3,
  'van dung': 3,
  vdc: 3,
  'van dung cao': 3,
  'van dung thap': 3,
  kho: 3,
  'rat kho': 3,
  hard: 3,
  'muc 3': 3,
  'muc do 3': 3,
  'cap 3': 3,
  iii: 3,
  'muc 4': 3,
}

/** "Nhận biết", "TH", "khó", "2" as the bank counts: 1 recognition, 2 understanding, 3 application. */
export function difficultyOf(words: string): 1 | 2 | 3 | null {
  return WORDS[foldLabel(words)] ?? null
}
