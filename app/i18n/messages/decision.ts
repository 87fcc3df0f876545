import { defineMessages } from '../messages.ts'
import { decisionEn } from './decision.en.ts'
import { decisionVi } from './decision.vi.ts'

export const decision = defineMessages({ vi: decisionVi, en: decisionEn })
