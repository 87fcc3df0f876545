import { seedClosedRound } from './e2e-closing.ts'

/** Imported late: the services read DATABASE_URL when they are loaded. */
async function loadParts() {
  process.env.DATABASE_URL = process.env.E2E_DATABASE_URL
  const [{ db }, contests, people, sets] = await Promise.all([
    import('#app/db/client.server.ts'),
    import('../factories/contests.ts'),
    import('../factories/people.ts'),
    import('#app/services/regrades/regrade-sets.server.ts'),
  ])

  return { db, ...contests, ...people, ...sets }
}

export type WrongKey = {
  slug: string
  versionId: string
  code: string
  /** The letter of the option that should have been the key. */
  letter: string
  /** Who chose it, and would come into the first place with it. */
  entering: string
  /** Who is first by the wrong key, and would not be. */
  leaving: string
}

/**
 * A settled round with one prize whose papers all have the same five questions; the key of one is wrong: Trần Mẫu Bình has
 * everything right but that one.
 */
export async function seedWrongKey(): Promise<WrongKey> {
  const { db, makeTopic, readPaper } = await loadParts()
  const { slug } = await seedClosedRound({
    prizes: [{ title: 'Giải Nhất', count: 1 }],
    topics: [makeTopic('chung', 5)],
  })
  const attempt = await db.attempt.findFirstOrThrow({
    where: { round: { slug }, participant: { fullName: 'Trần Mẫu Bình' } },
  })
  const versionId = (await readPaper(attempt.id)).at(-1)?.versionId ?? ''
  const choiceOf = async ({ id, answers }: Pick<typeof attempt, 'id' | 'answers'>) => {
    const position = (await readPaper(id)).findIndex((drawn) => drawn.versionId === versionId)
    const [chosen] = (answers as Record<string, string[]>)[String(position + 1)] ?? []

    return (await readPaper(id))[position]?.options.find((option) => option.id === chosen)?.index ?? 0
  }
  const place = await choiceOf(attempt)
  const others = await db.attempt.findMany({ where: { round: { slug }, id: { not: attempt.id } } })
  // Papers are drawn at random: somebody else may have made the same mistake, and would gain too.
  if ((await Promise.all(others.map(choiceOf))).includes(place)) return seedWrongKey()
  const { id, question } = await db.questionVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { id: true, question: { select: { code: true } } },
  })

  return {
    slug,
    versionId: id,
    code: question.code,
    letter: 'ABCD'[place] ?? '',
    entering: 'Trần Mẫu Bình',
    leaving: 'Lê Mẫu An',
  }
}

/** Puts the right key into the round's open set; the running application computes the preview. */
export async function prepareNewKey({ slug, versionId, letter }: WrongKey, reason: string): Promise<void> {
  const { writeCorrection, seedOrganizer } = await loadParts()
  await writeCorrection({
    roundSlug: slug,
    versionId,
    kind: 'new_key',
    options: ['ABCD'.indexOf(letter)],
    reason,
    actorId: (await seedOrganizer()).id,
    now: new Date(),
  })
}

/** Puts the annulment of one of the round's questions into its open set. */
export async function prepareAnnulment(slug: string, reason: string): Promise<void> {
  const { db, writeCorrection, seedOrganizer } = await loadParts()
  const { bankId } = await db.round.findUniqueOrThrow({ where: { slug } })
  const { id: versionId } = await db.questionVersion.findFirstOrThrow({ where: { question: { bankId } } })
  const actorId = (await seedOrganizer()).id
  await writeCorrection({
    roundSlug: slug,
    versionId,
    kind: 'annul',
    options: [],
    reason,
    actorId,
    now: new Date(),
  })
}

/** Somebody else agrees on another list of prizes: previews made before no longer hold. */
export async function addPrize(slug: string): Promise<void> {
  const { db } = await loadParts()
  const prizes = [
    { title: 'Giải Nhất', count: 1 },
    { title: 'Giải Nhì', count: 1 },
  ]
  await db.round.update({ where: { slug }, data: { prizes } })
}

/** The scores of a round's attempts, in the order in which people took part. */
export async function readScores(slug: string): Promise<(number | null)[]> {
  const { db } = await loadParts()
  const attempts = await db.attempt.findMany({
    where: { round: { slug } },
    orderBy: { id: 'asc' },
    select: { score: true },
  })

  return attempts.map(({ score }) => score)
}
