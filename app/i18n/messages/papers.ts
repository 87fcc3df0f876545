import { defineMessages } from '../messages.ts'
import { papersEn } from './papers.en.ts'
import { papersVi } from './papers.vi.ts'

export const papers = defineMessages({ vi: papersVi, en: papersEn })
