import { pino } from 'pino'
import { getEnv } from './env.server.ts'

/** Structured log on standard output. No personal data: ids, codes and durations only. */
export const logger = pino({ level: getEnv().LOG_LEVEL, base: undefined })
