import { defineMessages } from '../messages.ts'
import { staffEn } from './staff.en.ts'
import { staffVi } from './staff.vi.ts'

export const staff = defineMessages({ vi: staffVi, en: staffEn })
export type StaffText = keyof typeof staffVi
