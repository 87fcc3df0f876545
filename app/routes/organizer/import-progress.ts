import { data } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { getQuestionUpload } from '#app/services/questions/question-uploads.server.ts'

/** How far a running import is; null when it is not running. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.write'))
  const { state } = await orThrowResponse(
    getQuestionUpload(params.bank ?? '', params.importId ?? '', context.now),
  )

  return data({ doneCount: state.kind === 'running' ? state.doneCount : null })
}
