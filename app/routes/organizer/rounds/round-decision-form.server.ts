import { data, redirect } from '@remix-run/node'
import { ANNOUNCEMENT_TITLE_MAX_LENGTH, AnnouncementSchema } from '#app/core/contests/announcement-form.ts'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { fullMinuteAfter, localTimeOf } from '#app/core/local-time.ts'
import { newEndTextOf } from '#app/core/rounds/new-round-end.ts'
import { closureSchemaFor, extensionSchemaAt } from '#app/core/rounds/round-decision.ts'
import { fieldErrorsOf, textOf } from '#app/http/form-errors.ts'
import type { FieldErrors } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { createFormatters } from '#app/i18n/formatters.ts'
import { localeOf } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { announcing } from '#app/i18n/messages/announcing.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { closeRound, extendRound } from '#app/services/rounds/decisions.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import { withDone } from './round-done.ts'

type Decide = { request: Request; roundSlug: string; decidedById: string; now: Date }

/** Refusals by the use cases that belong to a field; `form` stands for the whole. */
const FIELD_OF_CODE: Partial<Record<DomainErrorCode, string>> = {
  extension_not_later: 'closesAt',
  reason_missing: 'reason',
  round_already_closed: 'form',
  round_not_open: 'form',
}

/**
 * Extends or closes a round as the form says: a redirect when done, the mistakes and what was typed when not.
 * @throws DomainError when the refusal is about no field, such as round_not_found
 */
export async function decideFromForm({ request, roundSlug, decidedById, now }: Decide) {
  const form = await request.formData()
  const cookies = request.headers.get('Cookie')
  const made = { roundSlug, decidedById, now }
  if (textOf(form, 'intent') === 'close') {
    const word = organizer[localeOf(cookies)].closeWord
    const values = { reason: textOf(form, 'reason'), confirmation: textOf(form, 'confirmation') }
    const parsed = closureSchemaFor(word).safeParse(values)
    if (!parsed.success) return refuse('close', fieldErrorsOf(parsed.error), values)
    const { reason } = parsed.data

    return decide('close', values, roundSlug, () => closeRound({ ...made, reason }))
  }

  const values = {
    choice: textOf(form, 'choice'),
    closesAt: textOf(form, 'closesAt'),
    reason: textOf(form, 'reason'),
    announce: textOf(form, 'announce'),
    announcementText: textOf(form, 'announcementText'),
  }
  const closesAt = newEndTextOf(values.choice, values.closesAt)
  const parsed = extensionSchemaAt(now).safeParse({ closesAt, reason: values.reason })
  if (!parsed.success) return refuse('extend', fieldErrorsOf(parsed.error), values)
  const extension = parsed.data
  const round = await getRound(roundSlug)
  if (!round) throw new DomainError('round_not_found')
  const announcement = announcementOf(round.title, values, extension, localeOf(cookies))
  if (announcement && !announcement.success)
    return refuse(
      'extend',
      { announcementText: fieldErrorsOf(announcement.error).text ?? 'text_missing' },
      values,
    )

  return decide('extend', values, roundSlug, () =>
    extendRound({ ...made, ...extension, announcement: announcement?.data ?? null }),
  )
}

/** The announcement that goes with an extension; null when none was asked for. A text left empty writes itself. */
function announcementOf(
  roundTitle: string,
  values: { announce: string; announcementText: string },
  { closesAt, reason }: { closesAt: Date; reason: string },
  locale: Locale,
) {
  if (values.announce === '') return null
  const t = translate(locale, announcing)
  const { dateTime } = createFormatters(locale)

  return AnnouncementSchema.safeParse({
    title: t('extendTitle', { round: roundTitle }).slice(0, ANNOUNCEMENT_TITLE_MAX_LENGTH),
    text:
      values.announcementText.trim() === ''
        ? t('extendText', { closesAt: dateTime(closesAt), reason })
        : values.announcementText,
    severity: 'important',
    visibleFrom: '',
    visibleUntil: localTimeOf(fullMinuteAfter(closesAt)),
    isOnEveryPage: true,
  })
}

type Intent = 'extend' | 'close'
type Values = Readonly<Record<string, string>>

async function decide(intent: Intent, values: Values, roundSlug: string, work: () => Promise<void>) {
  try {
    await work()
  } catch (error) {
    const field = error instanceof DomainError ? FIELD_OF_CODE[error.code] : undefined
    if (!(error instanceof DomainError) || !field) throw error

    return refuse(intent, { [field]: error.code }, values, statusOf(error.code))
  }
  const done = intent === 'close' ? 'closed' : 'extended'

  throw redirect(withDone(paths.organizerRound(roundSlug), done))
}

function refuse(intent: Intent, errors: FieldErrors, values: Values, status = statusOf('invalid_input')) {
  return data({ intent, errors, values }, { status })
}
