import { defineMessages } from '../messages.ts'
import { resultEn } from './result.en.ts'
import { resultVi } from './result.vi.ts'

export const result = defineMessages({ vi: resultVi, en: resultEn })
