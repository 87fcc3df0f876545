import { data, redirect } from '@remix-run/node'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { ExtraTimeSchema, extraMinutesTextOf } from '#app/core/attempts/extra-time.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { giveExtraTime } from '#app/services/attempts/extra-time.server.ts'

export const GIVEN_PARAM = 'them-gio'

/** Refusals that are about the whole form: the attempt is not what it was when the page was made. */
const ABOUT_THE_ATTEMPT: readonly DomainErrorCode[] = [
  'attempt_ended',
  'attempt_not_found',
  'extra_time_overtaken',
]

type Give = { request: Request; roundSlug: string; decidedById: string; now: Date }

/**
 * Gives one person time as the form says: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError when the refusal is about no field, such as round_not_found
 */
export async function giveFromForm({ request, roundSlug, decidedById, now }: Give) {
  const form = await request.formData()
  const values = {
    person: textOf(form, 'person'),
    choice: textOf(form, 'choice'),
    minutes: textOf(form, 'minutes'),
    reason: textOf(form, 'reason'),
  }
  // The attempt and the deadline the organizer saw, in one value of one radio button.
  const [attemptId = '', seenDeadlineAt = ''] = values.person.split(' ')
  const parsed = ExtraTimeSchema.safeParse({
    attemptId,
    seenDeadlineAt,
    extraMs: extraMinutesTextOf(values.choice, values.minutes),
    reason: values.reason,
  })
  if (!parsed.success) {
    const { attemptId: who, seenDeadlineAt: seen, ...others } = fieldErrorsOf(parsed.error)
    const person = who ?? seen

    return data(
      { errors: person ? { person, ...others } : others, values },
      { status: statusOf('invalid_input') },
    )
  }

  let id: string
  try {
    id = await giveExtraTime({ ...parsed.data, roundSlug, decidedById, now })
  } catch (error) {
    if (!(error instanceof DomainError) || !ABOUT_THE_ATTEMPT.includes(error.code)) throw error

    return data({ errors: { form: error.code }, values }, { status: statusOf(error.code) })
  }
  throw redirect(`${paths.liveRound(roundSlug)}?${new URLSearchParams({ [GIVEN_PARAM]: id })}`)
}
