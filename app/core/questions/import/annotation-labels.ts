/** The words by which people announce keys, explanations and the like, as they stand in a line of text. */
export type Annotation =
  | 'answer'
  | 'explanation'
  | 'citation'
  | 'topic'
  | 'difficulty'
  | 'code'
  | 'evidence'
  | 'review'
  | 'validFrom'
  | 'validTo'

const LEAD = '^\\s*(?:[*•\\-–+=→⇒>#]+\\s*)*(?:\\*\\*|__)?[(\\[]?\\s*'
const COLON = '\\s*(?:\\*\\*|__)?\\s*[:：.–\\-=]+(?:\\*\\*|__)?\\s*'

/** Words that open a line about a question. The ones of an answer may do without a colon; the others may not. */
const ANNOTATIONS: readonly [Annotation, RegExp][] = [
  [
    'answer',
    new RegExp(
      `${LEAD}(?:(?:đáp\\s*án|đ\\s?/?\\s?a|đ\\.a\\.?|phương án|câu trả lời|trả lời|lựa chọn|kết quả)(?:\\s*(?:đúng|chính xác|chuẩn))?(?:\\s*nhất)?|đúng|answers?|correct(?:\\s*answers?)?|ans|key|chọn)(?:\\s*(?:của\\s*)?câu(?:\\s*hỏi)?\\s*\\d+)?(?:\\s*(?:là|is|câu|đáp án|phương án|ý)|${COLON}|\\s+(?=[A-Ha-h1-8](?![\\p{L}\\p{M}\\p{N}])))+\\s*`,
      'iu',
    ),
  ],
  ['answer', /^\s*(?:[→⇒]|=>|->)\s*(?=[A-H](?:\s*[,;]\s*[A-H])*\s*[.)]?\s*$)/u],
  [
    'explanation',
    new RegExp(
      `${LEAD}(?:(?:lời\\s*|phần\\s*)?giải\\s*(?:thích|nghĩa|đáp)(?:\\s*(?:đáp án|chi tiết|thêm))?|lời\\s*giải(?:\\s*chi tiết)?|hướng dẫn(?:\\s*(?:giải|trả lời))?|diễn giải|gợi ý(?:\\s*(?:đáp án|trả lời))?|lý do|lí do|explanation|rationale|feedback)${COLON}`,
      'iu',
    ),
  ],
  [
    'citation',
    new RegExp(
      `${LEAD}(?:(?:căn cứ|cơ sở)(?:\\s*pháp\\s*l[ýí])?|trích dẫn|dẫn chứng pháp lý|nguồn(?:\\s*tham khảo)?|điều luật|viện dẫn|tham khảo|citation|reference)${COLON}`,
      'iu',
    ),
  ],
  ['topic', new RegExp(`${LEAD}(?:chủ đề|chuyên đề|lĩnh vực|topic)${COLON}`, 'iu')],
  [
    'difficulty',
    new RegExp(`${LEAD}(?:mức\\s*độ(?:\\s*nhận thức)?|độ\\s*khó|cấp\\s*độ|difficulty|level)${COLON}`, 'iu'),
  ],
  ['code', new RegExp(`${LEAD}(?:mã(?:\\s*(?:câu(?:\\s*hỏi)?|số))?|id)${COLON}`, 'iu')],
  ['evidence', new RegExp(`${LEAD}(?:minh chứng|evidence)${COLON}`, 'iu')],
  ['validFrom', new RegExp(`${LEAD}(?:có\\s+)?(?:hiệu lực|giá trị)\\s+từ(?:\\s+ngày)?${COLON}`, 'iu')],
  [
    'validTo',
    new RegExp(
      `${LEAD}(?:(?:có\\s+)?(?:hiệu lực|giá trị)\\s+(?:đến|tới)|hết\\s+(?:hiệu lực|giá trị))(?:\\s+ngày)?${COLON}`,
      'iu',
    ),
  ],
  ['review', new RegExp(`${LEAD}(?:cần xem lại|xem lại|review)${COLON}`, 'iu')],
]

/** "Đáp án: B", "Giải thích: …", "Căn cứ: …" at the beginning of a line; `length` characters belong to the label. */
export function annotationOf(text: string): { kind: Annotation; length: number } | null {
  for (const [kind, pattern] of ANNOTATIONS) {
    const match = pattern.exec(text)
    if (match) return { kind, length: match[0].length }
  }

  return null
}

/** "… (Đáp án: B)" or "… ĐA: B" at the end of a stem or option. */
const TRAILING_ANSWER =
  /[\s.?;,]*[([]?\s*(?:[→⇒]|=>|->)?\s*(?:đáp\s*án(?:\s*đúng)?|đa|answer|ans)(?:\s*(?:là|[:.=-]))\s*([A-H](?:\s*(?:[,;&+]|và)?\s*[A-H])*)\s*[)\]]?\s*\.?\s*$/iu

export function trailingAnswerOf(text: string): { letters: string; start: number } | null {
  const match = TRAILING_ANSWER.exec(text.slice(-60))
  if (!match) return null
  const offset = Math.max(0, text.length - 60)
  const closing = /^[.?]/u.exec(match[0].trimStart()) ? match[0].length - match[0].trimStart().length + 1 : 0

  return { letters: match[1] ?? '', start: offset + match.index + closing }
}
