import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireUser } from '#app/auth/guards.server.ts'
import { ResultView } from '#app/components/result/result-view.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { paths } from '#app/http/paths.ts'
import { getResult } from '#app/services/results.server.ts'

export const meta: MetaFunction = () => [{ title: 'Kết quả bài thi – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = await requireUser(request)
  const attemptId = params.attemptId ?? ''
  const found = await orThrowResponse(getResult(attemptId, user.id, context.now))
  if (!found) throw redirect(paths.takePaper(attemptId))

  return found
}

export default function Result() {
  return <ResultView view={useLoaderData<typeof loader>()} />
}
