import { z } from 'zod'
import {
  ANSWER_MAX_LENGTH,
  COMPLAINT_TEXT_MAX_LENGTH,
  COMPLAINT_TEXT_MIN_LENGTH,
  COMPLAINT_VERDICTS,
  parseTarget,
} from './complaint.ts'

/** The participant's form; messages are keys of the texts. */
export const ComplaintFormSchema = z.object({
  target: z.string().transform((text, context) => {
    const target = parseTarget(text)
    if (target) return target
    context.addIssue({ code: 'custom', message: 'target_missing' })

    return z.NEVER
  }),
  text: z
    .string()
    .trim()
    .min(COMPLAINT_TEXT_MIN_LENGTH, 'text_too_short')
    .max(COMPLAINT_TEXT_MAX_LENGTH, 'text_too_long'),
})

/** The organizer's form. */
export const ComplaintAnswerSchema = z.object({
  verdict: z.enum(COMPLAINT_VERDICTS, 'verdict_missing'),
  answer: z.string().trim().min(1, 'answer_missing').max(ANSWER_MAX_LENGTH, 'answer_too_long'),
})
