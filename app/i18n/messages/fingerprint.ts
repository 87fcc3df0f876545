import { defineMessages } from '../messages.ts'
import { fingerprintEn } from './fingerprint.en.ts'
import { fingerprintVi } from './fingerprint.vi.ts'

export const fingerprint = defineMessages({ vi: fingerprintVi, en: fingerprintEn })
