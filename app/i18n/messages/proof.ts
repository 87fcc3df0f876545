import { defineMessages } from '../messages.ts'
import { proofEn } from './proof.en.ts'
import { proofVi } from './proof.vi.ts'

export const proof = defineMessages({ vi: proofVi, en: proofEn })
