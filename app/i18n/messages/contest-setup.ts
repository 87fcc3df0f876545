import { defineMessages } from '../messages.ts'
import { contestSetupEn } from './contest-setup.en.ts'
import { contestSetupVi } from './contest-setup.vi.ts'

export const contestSetup = defineMessages({ vi: contestSetupVi, en: contestSetupEn })
export type ContestSetupText = keyof typeof contestSetupVi
