import { defineMessages } from '../messages.ts'
import { contestEn } from './contest.en.ts'
import { contestVi } from './contest.vi.ts'

export const contest = defineMessages({ vi: contestVi, en: contestEn })
