import { DomainError } from '#app/core/domain-error.ts'

/** The code a use case refuses with; told in words when it does not refuse. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )

  return error instanceof DomainError ? error.code : `no refusal: ${String(error)}`
}

/** The moment `ms` milliseconds after another. */
export function later(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms)
}
