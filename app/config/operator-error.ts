/** A failure the operator of the server can repair: says what is wrong and the way out, in Vietnamese. */
export class OperatorError extends Error {
  readonly remedy: string

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options)
    this.name = 'OperatorError'
    this.remedy = remedy
  }
}
