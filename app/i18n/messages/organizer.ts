import { defineMessages } from '../messages.ts'
import { organizerEn } from './organizer.en.ts'
import { organizerVi } from './organizer.vi.ts'

export const organizer = defineMessages({ vi: organizerVi, en: organizerEn })
export type OrganizerText = keyof typeof organizerVi
