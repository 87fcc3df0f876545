import { defineMessages } from '../messages.ts'
import { liveEn } from './live.en.ts'
import { liveVi } from './live.vi.ts'

/** The page that watches a running round, and extra time for one person. */
export const live = defineMessages({ vi: liveVi, en: liveEn })
export type LiveText = keyof typeof liveVi
