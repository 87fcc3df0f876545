import { data, redirect } from '@remix-run/node'
import { DomainError } from '#app/core/domain-error.ts'
import type { DomainErrorCode } from '#app/core/domain-error.ts'
import { paths } from '#app/http/paths.ts'
import { statusOf } from '#app/http/problem.ts'
import { parseUploadView, uploadQueryOf } from '#app/http/upload-query.ts'
import type { UploadDone } from '#app/core/questions/import/waiting-import.ts'
import { applyQuestionImport } from '#app/services/questions/apply-question-import.server.ts'
import { chooseForUpload, discardUpload } from '#app/services/questions/question-uploads.server.ts'
import { decideMany, takeProposals } from '#app/services/questions/bulk-mending.server.ts'
import { undoStep } from '#app/services/questions/import-steps.server.ts'
import {
  acceptProposal,
  agreeToLegacy,
  decideDuplicate,
  fixWaiting,
  setRemoved,
} from '#app/services/questions/mend-waiting.server.ts'
import type { Mended } from '#app/services/questions/mend-waiting.server.ts'
import type { UploadOrder } from './question-upload-form.server.ts'

const TOLD = [
  'import_gone',
  'import_not_whole',
  'question_not_found',
  'step_overtaken',
  'topic_unknown',
] as const satisfies DomainErrorCode[]
export type UploadRefusal = {
  refusal: (typeof TOLD)[number] | 'input_invalid' | 'nothing_selected' | 'offline'
}

type Asked = {
  order: UploadOrder | null
  bankSlug: string
  importId: string
  search: URLSearchParams
  actorId: string
  now: Date
}

/**
 * Does what a button of the preview asks for.
 * @returns a redirect that says what was done, or the refusal in a word; null when the page itself shows the change
 */
export async function carryOutUploadOrder(asked: Asked) {
  if (!asked.order) return refuse('input_invalid', statusOf('invalid_input'))
  try {
    return await carryOut({ ...asked, order: asked.order })
  } catch (error) {
    const code = TOLD.find((each) => error instanceof DomainError && error.code === each)
    if (!code) throw error

    return refuse(code, statusOf(code))
  }
}

function refuse(refusal: UploadRefusal['refusal'], status: number) {
  return data<UploadRefusal>({ refusal }, { status })
}

async function carryOut({ order, bankSlug, importId, search, actorId, now }: Asked & { order: UploadOrder }) {
  const page = paths.questionUpload(bankSlug, importId)
  const target = { bankSlug, importId, now }
  const tell = (what: UploadDone, about: number) =>
    redirect(page + uploadQueryOf({ ...parseUploadView(search), edited: null, done: { what, about } }))
  switch (order.intent) {
    case 'choose':
      await chooseForUpload(target, order.choices)

      return null
    case 'apply':
      await chooseForUpload(target, order.choices)
      await applyQuestionImport({ ...target, actorId })

      return redirect(page)
    case 'discard':
      await discardUpload(target)

      return redirect(paths.questionUploads(bankSlug))
    case 'convert':
      await agreeToLegacy(target)

      return tell('converted', 0)
    case 'decide':
      await decideDuplicate({ ...target, position: order.position }, order.decision)

      return null
    case 'decide-many': {
      const { choice } = order
      if (choice.kind === 'other_key' && choice.positions.length === 0)
        return refuse('nothing_selected', statusOf('invalid_input'))

      return tell('decided_many', await decideMany({ ...target, actorId }, choice))
    }
    case 'propose-many':
      return tell('proposed_many', await takeProposals({ ...target, actorId }, order.code))
    case 'undo': {
      const { restored, left } = await undoStep(target, order.step)

      return tell(left > 0 ? 'undone_some' : 'undone', restored)
    }
    case 'remove':
      await setRemoved({ ...target, position: order.position }, 'removed')

      return tell('removed', order.position)
    case 'restore':
      await setRemoved({ ...target, position: order.position }, 'kept')

      return tell('restored', order.position)
    case 'fix':
      return tell(
        doneOf(await fixWaiting({ ...target, position: order.position }, order.fix)),
        order.position,
      )
    case 'propose':
      return tell(
        doneOf(await acceptProposal({ ...target, position: order.position }, order.problem)),
        order.position,
      )
    default:
      return order satisfies never
  }
}

function doneOf(mended: Mended): UploadDone {
  return mended === 'good' ? 'fixed' : 'fixed_left'
}
