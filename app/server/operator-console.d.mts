export class PrepareError extends Error {
  constructor(problem: string, remedy: string, options?: ErrorOptions)
  readonly remedy: string
}
export function step<Result>(label: string, work: () => Promise<Result> | Result): Promise<Result>
export function formatSeconds(startedAt: number): string
export function printFailure(error: Error & { remedy?: string }): void
