import { defineMessages } from '../messages.ts'
import { rulesEn } from './rules.en.ts'
import { rulesVi } from './rules.vi.ts'

export const rules = defineMessages({ vi: rulesVi, en: rulesEn })
