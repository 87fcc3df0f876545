import { defineMessages } from '../messages.ts'
import { commonEn } from './common.en.ts'
import { commonVi } from './common.vi.ts'

export const common = defineMessages({ vi: commonVi, en: commonEn })
