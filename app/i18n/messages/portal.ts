import { defineMessages } from '../messages.ts'
import { portalEn } from './portal.en.ts'
import { portalVi } from './portal.vi.ts'

export const portal = defineMessages({ vi: portalVi, en: portalEn })
