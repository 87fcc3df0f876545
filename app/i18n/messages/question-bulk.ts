import { defineMessages } from '../messages.ts'
import { questionBulkEn } from './question-bulk.en.ts'
import { questionBulkVi } from './question-bulk.vi.ts'

export const questionBulk = defineMessages({ vi: questionBulkVi, en: questionBulkEn })
