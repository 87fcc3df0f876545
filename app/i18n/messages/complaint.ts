import { defineMessages } from '../messages.ts'
import { complaintEn } from './complaint.en.ts'
import { complaintVi } from './complaint.vi.ts'

export const complaint = defineMessages({ vi: complaintVi, en: complaintEn })
export type ComplaintTextKey = keyof typeof complaintVi
