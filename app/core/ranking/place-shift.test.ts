import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeShiftOf } from './place-shift.ts'

const placing = (participantId: string, before: string, after: string) => ({ participantId, before, after })

test('who moves up over the border enters, and who falls behind it leaves, with both ranks', () => {
  const people = [placing('an', '1', '1'), placing('binh', '2', '3'), placing('chau', '3', '2')]

  expect(placeShiftOf(people, 2)).toEqual({
    movedCount: 2,
    entering: [{ participantId: 'chau', rankBefore: 3, rankAfter: 2 }],
    leaving: [{ participantId: 'binh', rankBefore: 2, rankAfter: 3 }],
  })
})

test('who becomes equal to a winner shares the rank and enters; nobody leaves', () => {
  const people = [placing('an', '1', '1'), placing('binh', '2', '1')]

  expect(placeShiftOf(people, 1)).toEqual({
    movedCount: 1,
    entering: [{ participantId: 'binh', rankBefore: 2, rankAfter: 1 }],
    leaving: [],
  })
})

test('the same facts move nobody, and looked at backwards who entered leaves', () => {
  const key = fc.integer({ min: 10, max: 20 }).map(String)
  const peopleArbitrary = fc
    .array(fc.tuple(key, key), { maxLength: 30 })
    .map((rows) => rows.map(([before, after], index) => placing(`p${index}`, before, after)))
  fc.assert(
    fc.property(peopleArbitrary, fc.nat(10), (people, places) => {
      const still = people.map(({ participantId, before }) => placing(participantId, before, before))
      const reversed = people.map(({ participantId, before, after }) => placing(participantId, after, before))
      const idsOf = (rows: { participantId: string }[]) =>
        rows.map(({ participantId }) => participantId).sort()

      expect(placeShiftOf(still, places)).toEqual({ movedCount: 0, entering: [], leaving: [] })
      expect(idsOf(placeShiftOf(reversed, places).leaving)).toEqual(
        idsOf(placeShiftOf(people, places).entering),
      )
    }),
  )
})
