import { defineMessages } from '../messages.ts'
import { listImportEn } from './list-import.en.ts'
import { listImportVi } from './list-import.vi.ts'

export const listImport = defineMessages({ vi: listImportVi, en: listImportEn })
