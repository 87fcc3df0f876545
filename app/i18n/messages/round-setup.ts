import { defineMessages } from '../messages.ts'
import { roundSetupEn } from './round-setup.en.ts'
import { roundSetupVi } from './round-setup.vi.ts'

export const roundSetup = defineMessages({ vi: roundSetupVi, en: roundSetupEn })
export type RoundSetupText = keyof typeof roundSetupVi
