import { defineMessages } from '../messages.ts'
import { ownAttemptsEn } from './own-attempts.en.ts'
import { ownAttemptsVi } from './own-attempts.vi.ts'

/** The list of one's attempts, apart from the account's texts: the page of a round shows it too. */
export const ownAttempts = defineMessages({ vi: ownAttemptsVi, en: ownAttemptsEn })
