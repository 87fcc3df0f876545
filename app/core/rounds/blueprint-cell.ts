/** What the bank can offer: one entry per question that may be drawn. */
export type Offer = { topic: string; difficulty: number }

/**
 * Identity of a blueprint cell; also of the drawer of questions it draws from. In a file of its own: pages that tell when
 * results are released need it, but not the schemas of a blueprint, which weigh 22 kB.
 */
export function cellKey(cell: Offer): string {
  return `${cell.topic}:${cell.difficulty}`
}
