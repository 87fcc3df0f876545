import type { News } from '../../core/contests/news.ts'
import type { PredictionKind } from '../../core/ranking/prediction.ts'
import type { CriterionName } from '../../core/ranking/ranking-policy.ts'
import type { Phase } from '../../core/rounds/round-phase.ts'
import type { UnitRanking } from '../../core/ranking/unit-ranking.ts'
import type { BoardRow } from '../board/board-table.tsx'
import type { UnitRow } from '../board/unit-table.tsx'
import type { DocumentListItem } from './document-list.tsx'
import type { RoundSettings } from './round-facts.tsx'

export type HomeRound = RoundSettings & {
  slug: string
  title: string
  kind: 'ranked' | 'practice'
  phase: Phase
  opensInMs: number
  closesInMs: number
}

export type HomeViewData = {
  title: string
  organizerName: string
  summary: string
  startsOn: Date | null
  endsOn: Date | null
  contactText: string
  documents: DocumentListItem[]
  /** The open ranked rounds, or else the next one. */
  featured: HomeRound[]
  /** The other ranked rounds, upcoming ones first. */
  others: HomeRound[]
  practice: { slug: string; showsKeyAtOnce: boolean } | null
  /** `waitUntil`: when the first numbers appear, while they are held back. */
  numbers: { waitUntil: Date | null; people: number; attempts: number; units: number }
  top: {
    slug: string
    title: string
    phase: Phase
    rows: BoardRow[]
    criteria: CriterionName[]
    /** Null until guesses have been compared with the truth. */
    predictionKind: PredictionKind | null
    units: { ranking: UnitRanking; rows: UnitRow[] }
  } | null
  news: News[]
}
