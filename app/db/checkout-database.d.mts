import type { EmbeddedPostgres } from './embedded-postgres.ts'

export function startDatabaseOfCheckout(): Promise<EmbeddedPostgres>
