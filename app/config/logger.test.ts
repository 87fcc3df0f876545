import { expect, test } from 'vitest'
import { serializeError } from './logger.server.ts'

test('the log tells what failed and where, and quotes no row of the database', () => {
  const failure = Object.assign(new Error('new row violates check constraint "score"'), {
    code: '23514',
    constraint: 'score',
    detail: 'Failing row contains (0912345678, Nguyễn Thị Mẫu, $argon2id$v=19$…).',
    where: "unnamed portal parameter $1 = '0912345678'",
  })
  const outer = new Error('not stored', { cause: failure })

  for (const error of [failure, outer]) {
    const told = JSON.stringify(serializeError(error))
    expect(told).toContain('violates check constraint')
    expect(told).not.toMatch(/0912345678|argon2id/)
  }
  expect(serializeError(failure)).toMatchObject({ code: '23514', constraint: 'score' })
})
