import { createRandom } from '../../core/random.ts'
import { db } from '../../db/client.server.ts'

const FAMILY_NAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
]
const GIVEN_NAMES = [
  'An', 'Ánh', 'Bình', 'Châu', 'Cường', 'Đào', 'Đức', 'Giang', 'Hà', 'Hạnh', 'Hiếu', 'Hoa', 'Hồng', 'Hương', 'Khánh',
  'Lan', 'Liên', 'Linh', 'Long', 'Mai', 'Minh', 'Nga', 'Ngọc', 'Nhung', 'Oanh', 'Phúc', 'Phương', 'Quân', 'Quỳnh', 'Sơn',
  'Tâm', 'Thảo', 'Thắng', 'Thủy', 'Trang', 'Trí', 'Tuấn', 'Tú', 'Uyên', 'Vân', 'Việt', 'Xuân', 'Yến',
] // prettier-ignore

/** Most people agree to be named; the others show what the board does without consent. */
const NAME_CONSENT_SHARE = 0.8

/**
 * People for the sample contest: every one has "Mẫu" (sample) as middle name, belongs to a sample unit and can't
 * sign in (no password). All agreed to take part, most to be named. Spread over the units by their head-counts.
 * @returns their ids, in a fixed order
 */
export async function createSamplePeople(
  count: number,
  createdAt: Date,
  noticeVersion: string,
): Promise<string[]> {
  const random = createRandom('sample people')
  const units = await db.unit.findMany({
    orderBy: { position: 'asc' },
    select: { id: true, headCount: true },
  })
  // One seat per head: drawing a seat draws a unit by its size.
  const seats = units.flatMap((unit) => Array.from({ length: unit.headCount ?? 0 }, () => unit.id))
  const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T

  const people = Array.from({ length: count }, (_, index) => ({
    id: `sample-person-${String(index + 1).padStart(4, '0')}`,
    role: 'participant' as const,
    loginName: `mau-${String(index + 1).padStart(4, '0')}`,
    fullName: `${pick(FAMILY_NAMES)} Mẫu ${pick(GIVEN_NAMES)}`,
    unitId: pick(seats),
    publishesName: random.next() < NAME_CONSENT_SHARE,
    createdAt,
  }))
  await db.user.createMany({ data: people })
  await db.consent.createMany({
    data: people.flatMap(({ id: userId, publishesName }) =>
      (['processing', 'name_publication'] as const).map((kind) => ({
        userId,
        kind,
        isGiven: kind === 'processing' || publishesName,
        noticeVersion,
        recordedAt: createdAt,
      })),
    ),
  })

  return people.map((person) => person.id)
}
