import { data, redirect } from '@remix-run/node'
import type { AnswerRefusal } from '#app/components/complaint/complaint-answer.tsx'
import { ComplaintAnswerSchema } from '#app/core/complaints/complaint-form.ts'
import { isVerdict } from '#app/core/complaints/complaint.ts'
import type { ComplaintState } from '#app/core/complaints/complaint.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { acknowledgeComplaint, answerComplaint } from '#app/services/complaints/complaint-review.server.ts'

type Handle = { request: Request; number: number; actorId: string; now: Date }

const DONE_PARAM = 'xong'
const DONE = { acknowledged: 'tiep-nhan', answered: 'tra-loi' } as const

/**
 * Takes a complaint up or answers it as the form says: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError complaint_not_found
 */
export async function handleFromForm({ request, number, actorId, now }: Handle) {
  const form = await request.formData()
  const values = { verdict: textOf(form, 'verdict'), answer: textOf(form, 'answer') }
  if (textOf(form, 'intent') === 'acknowledge')
    return attempt(number, 'acknowledged', values, () => acknowledgeComplaint(number, actorId, now))

  const parsed = ComplaintAnswerSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrorsOf(parsed.error), values, statusOf('invalid_input'))
  const answer = { number, actorId, now, ...parsed.data }

  return attempt(number, 'answered', values, () => answerComplaint(answer))
}

async function attempt(
  number: number,
  done: keyof typeof DONE,
  values: AnswerRefusal['values'],
  work: () => Promise<void>,
) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'complaint_not_found') throw error

    return refuse({ form: error.code }, values, statusOf(error.code))
  }

  throw redirect(`${paths.complaint(number)}?${new URLSearchParams({ [DONE_PARAM]: DONE[done] })}`)
}

function refuse(errors: AnswerRefusal['errors'], values: AnswerRefusal['values'], status: number) {
  const refusal: AnswerRefusal = { errors, values }

  return data(refusal, { status })
}

/** What the address says was just done, as far as it is true. */
export function handledOf(url: string, state: ComplaintState): keyof typeof DONE | null {
  const done = new URL(url).searchParams.get(DONE_PARAM)
  if (done === DONE.acknowledged && state === 'in_review') return 'acknowledged'

  return done === DONE.answered && isVerdict(state) ? 'answered' : null
}
