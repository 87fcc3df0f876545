import { defineMessages } from '../messages.ts'
import { rankingEn } from './ranking.en.ts'
import { rankingVi } from './ranking.vi.ts'

export const ranking = defineMessages({ vi: rankingVi, en: rankingEn })
