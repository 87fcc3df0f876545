import { defineMessages } from '../messages.ts'
import { boardEn } from './board.en.ts'
import { boardVi } from './board.vi.ts'

export const board = defineMessages({ vi: boardVi, en: boardEn })
