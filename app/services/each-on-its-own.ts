/**
 * Does the work for one item after the other. An item whose work fails does not keep the others from theirs: one broken
 * row must never hold up everybody who comes after it.
 * @throws the first failure, after all items had their turn
 */
export async function eachOnItsOwn<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
