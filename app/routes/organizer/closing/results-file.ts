import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { storedJsonOf } from '#app/http/download.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { readFullFile } from '#app/services/results/published-results.server.ts'

/** The official result of a round with every paper, answer and key, under pseudonyms. */
export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))
  const slug = params.slug ?? ''
  const { fullFile } = await orThrowResponse(readFullFile(slug, now))

  return storedJsonOf(request, fullFile, { name: `ket-qua-day-du-${slug}`, audience: 'staff' })
}
