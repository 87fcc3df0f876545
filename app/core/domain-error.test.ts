import { expect, test } from 'vitest'
import { DomainError } from './domain-error.ts'

test('a refusal carries its stable code and the facts of the reply, and is told apart from a bug', () => {
  const refusal = new DomainError('attempts_used_up', { maxAttempts: 3 })

  expect(refusal).toBeInstanceOf(Error)
  expect(refusal).toMatchObject({
    name: 'DomainError',
    message: 'attempts_used_up',
    code: 'attempts_used_up',
    details: { maxAttempts: 3 },
  })
  expect(new DomainError('not_found').details).toEqual({})
})
