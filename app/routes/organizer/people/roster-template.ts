import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { rosterTemplate } from '#app/services/people/roster-import.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return downloadOf(await rosterTemplate(context.now), 'mau-danh-sach-nguoi-du-thi', 'xlsx')
}
