/**
 * Fewer people than this are never shown apart: who knows the people could tell who answered what (invariant 11).
 * Ten or five are the usual thresholds of official statistics; five leaves small units in.
 */
export const SMALLEST_GROUP = 5

export function isTooSmall(people: number): boolean {
  return people < SMALLEST_GROUP
}
