import { defineMessages } from '../messages.ts'
import { announcingEn } from './announcing.en.ts'
import { announcingVi } from './announcing.vi.ts'

/** The organizers' pages on which announcements are written. */
export const announcing = defineMessages({ vi: announcingVi, en: announcingEn })
export type AnnouncingText = keyof typeof announcingVi
