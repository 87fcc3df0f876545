import { expect, test } from 'vitest'
import { CorrectionFormSchema, regradeConfirmationFor } from './regrade-form.ts'

const FORM = { versionId: 'v', kind: 'accept_also', also: '1,3', renewed: '2', reason: ' Đáp án sai ' }
const errorsOf = (form: object) =>
  CorrectionFormSchema.safeParse({ ...FORM, ...form }).error?.issues.map(({ message }) => message)

test('each kind takes the options of its own group, and those that need none take none', () => {
  const optionsOf = (kind: string) => CorrectionFormSchema.parse({ ...FORM, kind }).options

  expect(optionsOf('accept_also')).toEqual([1, 3])
  expect(optionsOf('new_key')).toEqual([2])
  expect(optionsOf('give_all')).toEqual([])
  expect(optionsOf('annul')).toEqual([])
  expect(CorrectionFormSchema.parse({ ...FORM, also: '' }).options).toEqual([])
})

test('a kind and a reason must be given, and options are places', () => {
  expect(CorrectionFormSchema.parse(FORM).reason).toBe('Đáp án sai')
  expect(errorsOf({ kind: '' })).toEqual(['kind_missing'])
  expect(errorsOf({ reason: ' ' })).toEqual(['reason_missing'])
  expect(errorsOf({ reason: 'x'.repeat(501) })).toEqual(['reason_too_long'])
  for (const also of ['x', '-1', '1.5', '99']) expect(errorsOf({ also })).toEqual(['options_unknown'])
})

test('nothing is confirmed without the word and a note; accents and capitals do not matter', () => {
  const parse = (confirmation: string, publicNote = 'Hủy câu') =>
    regradeConfirmationFor('CHẤM LẠI').safeParse({ previewKey: 'k', publicNote, confirmation }).success

  expect(parse('cham lai')).toBe(true)
  expect(parse('chấm')).toBe(false)
  expect(parse('CHẤM LẠI', ' ')).toBe(false)
})
