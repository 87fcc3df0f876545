import { defineMessages } from '../messages.ts'
import { regradeEn } from './regrade.en.ts'
import { regradeVi } from './regrade.vi.ts'

export const regrade = defineMessages({ vi: regradeVi, en: regradeEn })
export type RegradeText = keyof typeof regradeVi
