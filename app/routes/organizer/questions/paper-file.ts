import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { printPaper } from '#app/services/questions/paper-print.server.ts'
import type { PrintedPart } from '#app/services/questions/paper-print.server.ts'

const PARTS: Readonly<Record<string, PrintedPart>> = { 'de.docx': 'paper', 'dap-an.docx': 'key' }
const SEED = /^[0-9a-f]{8}$/

/** The paper of a seed as the preview shows it, or its key, as a Word file. */
export async function loader({ request, params, context: { now } }: LoaderFunctionArgs) {
  const part = PARTS[params.part ?? '']
  const { id: actorId } = await orThrowResponse(
    requireStaff(request, part === 'key' ? 'questions.read' : 'contest.read'),
  )
  const seed = new URL(request.url).searchParams.get('hat') ?? ''

  return orThrowResponse(download(part, { slug: params.slug ?? '', seed, actorId, now }))
}

type Wanted = { slug: string; seed: string; actorId: string; now: Date }

async function download(part: PrintedPart | undefined, wanted: Wanted): Promise<Response> {
  if (!part || !SEED.test(wanted.seed)) throw new DomainError('not_found')
  const bytes = await printPaper({ ...wanted, part })

  return downloadOf(bytes, `${part === 'paper' ? 'de' : 'dap-an'}-${wanted.slug}-${wanted.seed}`, 'docx')
}
