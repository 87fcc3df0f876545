import { defineMessages } from '../messages.ts'
import { analysisEn } from './analysis.en.ts'
import { analysisVi } from './analysis.vi.ts'

export const analysis = defineMessages({ vi: analysisVi, en: analysisEn })
export type AnalysisText = keyof typeof analysisVi
