import { defineMessages } from '../messages.ts'
import { noticesEn } from './notices.en.ts'
import { noticesVi } from './notices.vi.ts'

/** What the public reads with announcements. */
export const notices = defineMessages({ vi: noticesVi, en: noticesEn })
