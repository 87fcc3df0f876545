import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { PapersPage } from '#app/components/closing-papers/papers-page.tsx'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { loadPaperDesk } from '#app/services/closing/closing-paper-desk.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Văn bản ${data?.title ?? 'đợt thi'} – Ban Tổ chức – Hội Thi` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'results.read'))

  return orThrowResponse(loadPaperDesk(params.slug ?? '', context.now))
}

export default function Papers() {
  return <PapersPage view={useLoaderData<typeof loader>()} />
}
