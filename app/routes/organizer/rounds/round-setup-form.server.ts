import { data, redirect } from '@remix-run/node'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import type { RoundFormValues } from '#app/core/rounds/round-form.ts'
import { afterStep, readRoundForm, stepOf } from '#app/core/rounds/round-form-steps.ts'
import { closureSchemaFor } from '#app/core/rounds/round-decision.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { localeOf } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import { copyRound, deleteRoundDraft, saveRoundDraft } from '#app/services/rounds/round-drafts.server.ts'
import { getRound } from '#app/services/rounds/rounds.server.ts'
import {
  renewQuestionSet,
  scheduleRound,
  unscheduleRound,
} from '#app/services/rounds/schedule-rounds.server.ts'
import { loadOtherRounds } from './round-setup-page.server.ts'
import { withSetupDone } from '../setup-done.ts'

type Change = { request: Request; slug: string; actorId: string; now: Date }

/** Refusals that the page explains beside the form, with what was typed still in it. */
const EXPLAINED: readonly DomainErrorCode[] = [
  'settings_changed',
  'settings_locked',
  'opening_passed',
  'round_incomplete',
  'blueprint_not_met',
  'slug_taken',
]

/**
 * Does what the pressed button says to a round: a redirect when it is done, the refusal and what was typed when not.
 * @throws DomainError when the refusal is nothing the page can explain, such as round_not_found
 */
export async function changeRoundFromForm({ request, slug, actorId, now }: Change) {
  const form = await request.formData()
  const t = translate(localeOf(request.headers.get('Cookie')), roundSetup)
  const step = stepOf(textOf(form, 'intent'))
  if (step) {
    const values = afterStep(readRoundForm(form.entries()), {
      step,
      fieldOf: (name) => textOf(form, name),
      otherRounds: await loadOtherRounds(slug),
    })

    // Unsaved still: whoever saves it later saves on the copy it was made from.
    return data({ ...NOTHING_REFUSED, values, revision: Number(textOf(form, 'revision')), deletion: null })
  }
  switch (textOf(form, 'intent')) {
    case 'unschedule':
      return explaining(null, null, async () => {
        await unscheduleRound(slug, actorId, now)

        return withSetupDone(paths.roundSetup(slug), 'unscheduled')
      })
    case 'renew':
      return explaining(null, null, async () => {
        await renewQuestionSet(slug, actorId, now)

        return withSetupDone(paths.roundSetup(slug), 'renewed')
      })
    case 'copy':
      return explaining(null, null, async () => {
        const round = await getRound(slug)
        const copy = await copyRound(slug, t('copyOf', { title: round?.title ?? '' }), actorId, now)

        return withSetupDone(paths.roundSetup(copy.slug), 'copied')
      })
    case 'delete':
      return deleteFromForm(slug, textOf(form, 'confirmation'), t('deleteWord'), actorId, now)
    default:
      return saveFromForm(form, slug, actorId, now)
  }
}

/** Saves; and schedules when that button was pressed. What was saved stays saved when the scheduling is refused. */
async function saveFromForm(form: FormData, slug: string, actorId: string, now: Date) {
  const values = readRoundForm(form.entries())
  const revision = Number(textOf(form, 'revision'))
  const isToBeScheduled = textOf(form, 'intent') === 'schedule'

  return explaining(values, slug, async () => {
    const saved = await saveRoundDraft({ slug, revision, values, actorId, now })
    if (!isToBeScheduled || !saved.isComplete) return withSetupDone(paths.roundSetup(saved.slug), 'saved')
    await scheduleRound(saved.slug, now, actorId)

    return withSetupDone(paths.roundSetup(saved.slug), 'scheduled')
  })
}

async function deleteFromForm(slug: string, typed: string, word: string, actorId: string, now: Date) {
  const parsed = closureSchemaFor(word).shape.confirmation.safeParse(typed)
  if (!parsed.success)
    return data({ ...NOTHING_REFUSED, deletion: { typed } }, { status: statusOf('invalid_input') })

  return explaining(null, null, async () => {
    await deleteRoundDraft(slug, actorId, now)

    return withSetupDone(paths.contests, 'deleted')
  })
}

const NOTHING_REFUSED = { refusal: null, shortfalls: [], values: null, revision: null }

async function explaining(values: RoundFormValues | null, slug: string | null, work: () => Promise<string>) {
  let address: string
  try {
    address = await work()
  } catch (error) {
    if (!(error instanceof DomainError) || !EXPLAINED.includes(error.code)) throw error
    const present = slug === null ? null : await getRound(slug)

    return data(
      {
        refusal: error.code,
        shortfalls: shortfallsOf(error),
        values,
        // A second press saves over what the other person saved, knowingly.
        revision: present?.settingsRevision ?? null,
        deletion: null,
      },
      { status: statusOf(error.code) },
    )
  }
  throw redirect(address)
}

type Shortfall = { topic: string; difficulty: number; wanted: number; available: number }

function shortfallsOf({ details }: DomainError): Shortfall[] {
  return Array.isArray(details.shortfalls) ? (details.shortfalls as Shortfall[]) : []
}
