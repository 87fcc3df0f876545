import { pino, stdSerializers } from 'pino'
import type { SerializedError } from 'pino'
import { getEnv } from './env.server.ts'

/** What PostgreSQL tells beside the message of an error: it quotes rows ("Failing row contains …"), secrets among them. */
const QUOTES_OF_DATA = ['detail', 'where', 'hint', 'internalQuery', 'query', 'parameters', 'meta'] as const

/** Structured log on standard output. No personal data: ids, codes and durations only. */
export const logger = pino({
  level: getEnv().LOG_LEVEL,
  base: undefined,
  serializers: { err: serializeError },
})

/** How an error stands in the log: with its cause, without what it quotes of the data. */
export function serializeError(cause: Error): Record<string, unknown> {
  const error: SerializedError = stdSerializers.err(cause)
  const told = Object.entries(error).filter(([name]) => !QUOTES_OF_DATA.some((quote) => quote === name))

  return { type: error.type, message: error.message, stack: error.stack, ...Object.fromEntries(told) }
}
