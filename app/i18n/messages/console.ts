import { defineMessages } from '../messages.ts'
import { consoleEn } from './console.en.ts'
import { consoleVi } from './console.vi.ts'

export const consoleMessages = defineMessages({ vi: consoleVi, en: consoleEn })
export type ConsoleText = keyof typeof consoleVi
