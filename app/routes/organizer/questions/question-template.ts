import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { docxTemplate, xlsxTemplate } from '#app/services/questions/files/templates.server.ts'

/** A workbook or a Word file with examples that import without an error, to be written over. */
export async function loader({ request }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'questions.write'))
  if (new URL(request.url).pathname.endsWith('.docx'))
    return downloadOf(await docxTemplate(), 'mau-cau-hoi', 'docx')

  return downloadOf(await xlsxTemplate(), 'mau-cau-hoi', 'xlsx')
}
