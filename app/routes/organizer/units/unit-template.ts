import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { unitTemplate } from '#app/services/units/unit-import.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))

  return downloadOf(await unitTemplate(), 'mau-don-vi', 'xlsx')
}
