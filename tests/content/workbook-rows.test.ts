import { expect, test } from 'vitest'
import { readWorkbook } from '#app/services/workbook.server.ts'
import { xlsxOf } from '../fixtures/questions/make-xlsx.ts'

test('cells of a list are what Excel shows, days are calendar days, and rows keep their numbers', async () => {
  const workbook = xlsxOf([
    ['Họ và tên', 'Ngày', 'Số'],
    [],
    ['Nguyễn Văn Mẫu', { serial: 44_727, format: 'dd/mm/yyyy' }, 912_345_678],
    ['Trần Thị Mẫu', { formula: 'A1', value: '15/6/2022' }, 2.5],
  ])

  expect(await readWorkbook(workbook, { maxRows: 10 })).toEqual([
    ['Họ và tên', 'Ngày', 'Số'],
    [],
    ['Nguyễn Văn Mẫu', '2022-06-15', '912345678'],
    ['Trần Thị Mẫu', '15/6/2022', '2,5'],
  ])
})

test('a list with more rows than may be is refused while it is read', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => [`Người ${index}`])

  await expect(readWorkbook(xlsxOf(rows), { maxRows: 20 })).rejects.toMatchObject({
    details: { reason: 'too_many_rows' },
  })
})
