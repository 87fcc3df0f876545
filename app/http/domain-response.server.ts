import { data } from '@remix-run/node'
import { DomainError } from '../core/domain-error.ts'
import { statusOf } from './problem.ts'

/**
 * Lets a loader or action answer a refusal with its status: the error boundary receives `{code, ...details}`.
 * Anything else rises as the bug it is.
 */
export async function orThrowResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    throw data({ code: error.code, ...error.details }, { status: statusOf(error.code) })
  }
}
