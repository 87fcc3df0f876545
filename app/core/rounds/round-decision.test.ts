import { expect, test } from 'vitest'
import { closureSchemaFor, extensionSchemaAt } from './round-decision.ts'

const NOW = new Date('2026-11-23T07:00:00.000Z')

function problemsOf(form: { closesAt: string; reason: string }): Record<string, string> {
  const parsed = extensionSchemaAt(NOW).safeParse(form)

  return Object.fromEntries(
    (parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  )
}

test('an extension is read in Vietnam’s time, with its reason trimmed', () => {
  const form = { closesAt: '2026-11-23T18:00', reason: '  Mất điện  ' }

  expect(extensionSchemaAt(NOW).parse(form)).toEqual({
    closesAt: new Date('2026-11-23T11:00:00.000Z'),
    reason: 'Mất điện',
  })
})

test('each mistake of an extension is named at its field, all at once', () => {
  expect(problemsOf({ closesAt: '', reason: ' ' })).toEqual({
    closesAt: 'closes_at_missing',
    reason: 'reason_missing',
  })
  expect(problemsOf({ closesAt: '2026-02-30T10:00', reason: 'a'.repeat(501) })).toEqual({
    closesAt: 'closes_at_invalid',
    reason: 'reason_too_long',
  })
})

test('an end more than a year ahead is a slip of the hand', () => {
  expect(problemsOf({ closesAt: '2027-11-24T14:00', reason: 'Lý do' })).toEqual({})
  expect(problemsOf({ closesAt: '2027-11-24T14:01', reason: 'Lý do' })).toEqual({
    closesAt: 'closes_at_too_far',
  })
  expect(problemsOf({ closesAt: '2206-11-23T14:00', reason: 'Lý do' })).toEqual({
    closesAt: 'closes_at_too_far',
  })
})

test.each(['KẾT THÚC', 'kết thúc', ' Ket  Thuc ', 'KẾT THÚC'.normalize('NFD')])(
  'typing “%s” confirms the closing',
  (confirmation) => {
    expect(closureSchemaFor('KẾT THÚC').safeParse({ reason: 'Lý do', confirmation }).success).toBe(true)
  },
)

test.each(['', 'KẾT', 'KẾT THÚC!', 'có'])('typing “%s” does not confirm the closing', (confirmation) => {
  const parsed = closureSchemaFor('KẾT THÚC').safeParse({ reason: '', confirmation })

  expect(parsed.error?.issues.map(({ message }) => message).sort()).toEqual([
    'confirmation_wrong',
    'reason_missing',
  ])
})
