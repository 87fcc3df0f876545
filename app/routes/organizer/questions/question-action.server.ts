import { data } from '@remix-run/node'
import { z } from 'zod'
import type { SessionUser } from '#app/auth/session-user.ts'
import type { ActionAnswer } from '#app/components/questions/action-result.tsx'
import { can } from '#app/core/people/capabilities.ts'
import type { Role } from '#app/core/people/capabilities.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { QUESTION_ACTIONS, capabilitiesFor, undoOf } from '#app/core/questions/question-state.ts'
import type { QuestionActionKind } from '#app/core/questions/question-state.ts'
import { textOf } from '#app/http/form-errors.ts'
import { statusOf } from '#app/http/problem.ts'
import { actOnQuestions } from '#app/services/questions/question-actions.server.ts'

/** A page of the list is far less. */
const MAX_CODES = 500

const NoteSchema = z.string().max(500)

/** Refusals that are told on the page, above what was asked for. */
const TOLD_ON_THE_PAGE = ['note_missing', 'round_left_short']

type ActFromForm = { form: FormData; bankSlug: string; user: SessionUser; now: Date }

/** Whether this role may do it; the server asks again whoever sends it. */
export function mayDo(role: Role, kind: QuestionActionKind): boolean {
  return capabilitiesFor(kind).some((capability) => can(role, capability))
}

/** Does what the form of the list, or of one question, asks for. */
export async function actFromForm({ form, bankSlug, user, now }: ActFromForm) {
  const kind = z.enum(QUESTION_ACTIONS).safeParse(form.get('kind')).data
  const codes = form.getAll('code').filter((code) => typeof code === 'string')
  const note = textOf(form, 'note')
  const clearedAt = z.iso.datetime().safeParse(form.get('clearedAt')).data
  if (!kind) return refuse('action_missing')
  if (codes.length === 0 || codes.length > MAX_CODES) return refuse('nothing_selected')
  if (!mayDo(user.role, kind)) return refuse('action_not_allowed', 403)
  if (!NoteSchema.safeParse(note).success) return refuse('note_too_long')
  if (kind === 'reflag' && !clearedAt) return refuse('action_missing')

  try {
    const result = await actOnQuestions({
      bankSlug,
      codes: [...new Set(codes)],
      kind,
      note,
      clearedAt: clearedAt ? new Date(clearedAt) : undefined,
      actorId: user.id,
      now,
    })
    const undo = undoOf(kind)

    return data<ActionAnswer>({
      outcome: 'done',
      kind,
      ...result,
      undo: undo && mayDo(user.role, undo) ? undo : null,
      at: now,
    })
  } catch (error) {
    if (!(error instanceof DomainError) || !TOLD_ON_THE_PAGE.includes(error.code)) throw error

    return refuse(error.code, statusOf(error.code), error.details.rounds)
  }
}

function refuse(error: string, status = statusOf('invalid_input'), rounds: unknown = []) {
  const titles = z.array(z.string()).safeParse(rounds).data ?? []

  return data<ActionAnswer>({ outcome: 'refused', error, rounds: titles }, { status })
}
