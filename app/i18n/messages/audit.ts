import { defineMessages } from '../messages.ts'
import { auditEn } from './audit.en.ts'
import { auditVi } from './audit.vi.ts'

export const audit = defineMessages({ vi: auditVi, en: auditEn })
