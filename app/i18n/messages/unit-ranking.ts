import { defineMessages } from '../messages.ts'
import { unitRankingEn } from './unit-ranking.en.ts'
import { unitRankingVi } from './unit-ranking.vi.ts'

export const unitRanking = defineMessages({ vi: unitRankingVi, en: unitRankingEn })
