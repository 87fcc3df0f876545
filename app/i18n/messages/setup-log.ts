import { defineMessages } from '../messages.ts'
import { setupLogEn } from './setup-log.en.ts'
import { setupLogVi } from './setup-log.vi.ts'

export const setupLog = defineMessages({ vi: setupLogVi, en: setupLogEn })
export type SetupLogText = keyof typeof setupLogVi
