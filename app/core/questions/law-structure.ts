import { z } from 'zod'
import { parseCitation } from './citation.ts'

/** Index of a law: its articles with their titles, clauses and points; no text of the law beyond the titles. */
export const LawStructureSchema = z.object({
  law: z.string().min(1),
  number: z.string().min(1),
  passedOn: z.iso.date(),
  inForceFrom: z.iso.date(),
  provenance: z.string().min(1),
  /** What the index does not contain. */
  amendmentNote: z.string(),
  articles: z.array(
    z.object({
      article: z.number().int().positive(),
      title: z.string().min(1),
      clauses: z.array(
        z.object({ clause: z.number().int().positive(), points: z.array(z.string().regex(/^[a-zđ]$/)) }),
      ),
    }),
  ),
})
export type LawStructure = z.infer<typeof LawStructureSchema>

/** Whether the law has such an article, clause or point. */
export function hasProvision({ articles }: LawStructure, id: string): boolean {
  const parts = parseCitation(id)
  const article = parts && articles.find((candidate) => String(candidate.article) === parts.article)
  if (!parts || !article) return false
  if (parts.clause === null) return true
  const clause = article.clauses.find((candidate) => String(candidate.clause) === parts.clause)
  if (!clause) return false

  return parts.point === null || clause.points.includes(parts.point)
}

/**
 * Whether what cites `citation` rests on the provision: on the provision itself or a part of it (D21 and D21.1.a), and
 * also on a whole of which the provision is a part, because an amended point amends its article.
 */
export function restsOn(citation: string, provision: string): boolean {
  return isWithin(citation, provision) || isWithin(provision, citation)
}

function isWithin(part: string, whole: string): boolean {
  return part === whole || part.startsWith(`${whole}.`)
}
