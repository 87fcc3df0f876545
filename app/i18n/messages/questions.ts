import { defineMessages } from '../messages.ts'
import { questionsEn } from './questions.en.ts'
import { questionsVi } from './questions.vi.ts'

export const questions = defineMessages({ vi: questionsVi, en: questionsEn })
export type QuestionsText = keyof typeof questionsVi
