import { defineMessages } from '../messages.ts'
import { dateInputEn } from './date-input.en.ts'
import { dateInputVi } from './date-input.vi.ts'

export const dateInput = defineMessages({ vi: dateInputVi, en: dateInputEn })
