import { defineMessages } from '../messages.ts'
import { boardStateEn } from './board-state.en.ts'
import { boardStateVi } from './board-state.vi.ts'

export const boardState = defineMessages({ vi: boardStateVi, en: boardStateEn })
