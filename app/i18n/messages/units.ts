import { defineMessages } from '../messages.ts'
import { unitsEn } from './units.en.ts'
import { unitsVi } from './units.vi.ts'

export const units = defineMessages({ vi: unitsVi, en: unitsEn })
export type UnitsText = keyof typeof unitsVi
