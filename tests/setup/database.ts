import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { createDatabase, dropDatabase } from './test-databases.ts'

// Every test file has a database of its own, so files run side by side and in any order.
const maintenanceUrl = inject('maintenanceUrl')
const name = `hoithi_test_${inject('runId')}_${randomBytes(4).toString('hex')}`

process.env.DATABASE_URL = await createDatabase(maintenanceUrl, inject('template'), name)

// Registered first, so it runs last: after the file's own clean-up.
afterAll(() => dropDatabase(maintenanceUrl, name))
