import type { Phase } from '#app/core/rounds/round-phase.ts'

type RoundName = { slug: string; title: string }

/** What is to be told of a contest in one sentence, on a banner for instance. */
export type Headline =
  | { kind: 'open'; round: RoundName; until: Date }
  | { kind: 'upcoming'; round: RoundName; from: Date }
  /** The last round is over and the last attempts are being counted. */
  | { kind: 'counting'; round: RoundName }
  | { kind: 'results'; round: RoundName }
  /** No ranked round is public yet. */
  | { kind: 'announced' }

export type HeadlineRound = RoundName & {
  kind: 'ranked' | 'practice'
  phase: Phase
  opensAt: Date
  closesAt: Date
}

/**
 * The one thing to tell: a round that can be taken now (the one that ends first), otherwise the next to open,
 * otherwise how the last one stands.
 */
export function headlineOf(rounds: readonly HeadlineRound[]): Headline {
  const ranked = rounds.filter(({ kind, phase }) => kind === 'ranked' && phase !== 'draft')
  const open = earliest(
    ranked.filter(({ phase }) => phase === 'open'),
    ({ closesAt }) => closesAt,
  )
  if (open) return { kind: 'open', round: nameOf(open), until: open.closesAt }

  const next = earliest(
    ranked.filter(({ phase }) => phase === 'scheduled'),
    ({ opensAt }) => opensAt,
  )
  if (next) return { kind: 'upcoming', round: nameOf(next), from: next.opensAt }

  const last = ranked.toSorted((a, b) => b.closesAt.getTime() - a.closesAt.getTime())[0]
  if (!last) return { kind: 'announced' }

  return { kind: last.phase === 'closed' ? 'counting' : 'results', round: nameOf(last) }
}

/** When the clock alone makes another announcement true; null when only a decision or a count does. */
export function headlineEndsAt(rounds: readonly HeadlineRound[], now: Date): Date | null {
  const moments = rounds
    .filter(({ kind, phase }) => kind === 'ranked' && phase !== 'draft')
    .flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
    .filter((moment) => moment > now)

  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null
}

function earliest(rounds: readonly HeadlineRound[], momentOf: (round: HeadlineRound) => Date) {
  return rounds.toSorted((a, b) => momentOf(a).getTime() - momentOf(b).getTime())[0]
}

function nameOf({ slug, title }: RoundName): RoundName {
  return { slug, title }
}
