import { defineMessages } from '../messages.ts'
import { closingEn } from './closing.en.ts'
import { closingVi } from './closing.vi.ts'

export const closing = defineMessages({ vi: closingVi, en: closingEn })
export type ClosingText = keyof typeof closingVi
