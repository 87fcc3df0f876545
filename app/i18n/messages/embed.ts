import { defineMessages } from '../messages.ts'
import { embedEn } from './embed.en.ts'
import { embedVi } from './embed.vi.ts'

export const embed = defineMessages({ vi: embedVi, en: embedEn })
