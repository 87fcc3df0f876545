/** A paragraph of the law in parts: "D21.1.a" is point a of clause 1 of article 21. */
export type CitationParts = { article: string; clause: string | null; point: string | null }

/** @returns null when the id is not of this form */
export function parseCitation(id: string): CitationParts | null {
  const match = /^D(\d+)(?:\.(\d+)(?:\.([a-zđ]))?)?$/.exec(id)

  return match ? { article: match[1] ?? '', clause: match[2] ?? null, point: match[3] ?? null } : null
}

/**
 * Citations as Vietnamese law writes them, from the smallest part to the largest: "điểm a khoản 1 Điều 21 Luật Thi
 * đua, khen thưởng". Points of one clause name it once, and so do clauses of one article. Vietnamese in every
 * language of the interface, because the law is. Ids of another form are left as they stand.
 * @param law name of the law, with or without its number
 */
export function formatCitations(ids: readonly string[], law: string): string {
  const articles = [...Map.groupBy(ids, articleOf)].map(([article, ofArticle]) => {
    const clauses = [...Map.groupBy(ofArticle, clauseOf)].map(([clause, ofClause]) =>
      [ofClause.map(pointOf).filter(Boolean).join(', '), clause].filter(Boolean).join(' '),
    )

    return [clauses.filter(Boolean).join(', '), article].filter(Boolean).join(' ')
  })

  return `${articles.join('; ')} ${lawTitleOf(law)}`
}

/** One provision as a title: "Điều 21", "Khoản 1 Điều 21". */
export function provisionTitle(id: string): string {
  const words = [pointOf(id), clauseOf(id), articleOf(id)].filter(Boolean).join(' ')

  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** One provision as Vietnamese law writes it: "điểm a khoản 1 Điều 21". */
export function formatProvision(id: string): string {
  return formatCitations([id], '').trim()
}

function articleOf(id: string): string {
  const parts = parseCitation(id)

  return parts ? `Điều ${parts.article}` : id
}

function clauseOf(id: string): string {
  const clause = parseCitation(id)?.clause

  return clause ? `khoản ${clause}` : ''
}

function pointOf(id: string): string {
  const point = parseCitation(id)?.point

  return point ? `điểm ${point}` : ''
}

/** "Luật Thi đua, khen thưởng số 06/2022/QH15" → "Luật Thi đua, khen thưởng". */
function lawTitleOf(law: string): string {
  return law.replace(/\s+số\s+\d.*$/u, '')
}
