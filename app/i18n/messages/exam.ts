import { defineMessages } from '../messages.ts'
import { examEn } from './exam.en.ts'
import { examVi } from './exam.vi.ts'

export const exam = defineMessages({ vi: examVi, en: examEn })
