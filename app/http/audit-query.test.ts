import { expect, test } from 'vitest'
import { auditQueryOf, parseAuditQuery } from './audit-query.ts'

const parse = (query: string) => parseAuditQuery(`http://localhost/to-chuc/nhat-ky?${query}`)

test('a period is days of Vietnam, the last one included', () => {
  expect(parse('tu=2026-11-01&den=2026-11-02').period).toEqual({
    from: new Date('2026-10-31T17:00:00Z'),
    to: new Date('2026-11-02T17:00:00Z'),
  })
  expect(parse('tu=2026-02-30').period).toEqual({ from: null, to: null })
})

test('what the log is asked for survives its address', () => {
  const query = { actor: 'a-1', action: 'question.approve', subject: 'chung-1', from: '2026-11-01', to: '' }

  expect(parse(auditQueryOf(query)).query).toEqual(query)
  expect(parse(auditQueryOf(query, { truoc: 'x_1' })).cursor).toBe('x_1')
})
