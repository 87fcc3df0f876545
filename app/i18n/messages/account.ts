import { defineMessages } from '../messages.ts'
import { accountEn } from './account.en.ts'
import { accountVi } from './account.vi.ts'

export const account = defineMessages({ vi: accountVi, en: accountEn })
export type AccountText = keyof typeof accountVi
