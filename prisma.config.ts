import { defineConfig } from 'prisma/config'

/** `prisma generate` reads no database, but the CLI wants an address to be there. */
const ADDRESS_FOR_GENERATE = 'postgresql://localhost:5432/none'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL || ADDRESS_FOR_GENERATE },
})
