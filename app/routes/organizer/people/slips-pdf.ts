import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/auth/guards.server.ts'
import { createSlips } from '#app/auth/sign-in-links.server.ts'
import { SLIP_VALIDITIES_MS, validitySchema } from '#app/core/people/person-form.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { downloadOf } from '#app/http/download.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { publicOriginOf } from '#app/http/public-origin.server.ts'
import { createFormatters } from '#app/i18n/formatters.ts'
import { withAudit } from '#app/services/audit.server.ts'
import { getCurrentContest } from '#app/services/contests/contests.server.ts'
import { MAX_SLIPS, listSlipOwners } from '#app/services/people/people.server.ts'
import { drawSlips } from '#app/services/people/slips-pdf.server.ts'
import { chosenOf } from './lock-people.server.ts'

/** Nobody asks for this address: it answers a form, once. */
export function loader() {
  throw redirect(paths.people)
}

/** Makes new links for some people and the document that holds them; the links of earlier slips end. */
export async function action({ request, context: { now } }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const form = await request.formData()
  const unitId = textOf(form, 'don-vi')
  const personIds = chosenOf(form)
  const back = `${paths.slips}?${new URLSearchParams(
    unitId ? { 'don-vi': unitId } : personIds.map((id) => ['nguoi', id]),
  )}`
  const validity = validitySchema(SLIP_VALIDITIES_MS).safeParse(textOf(form, 'validity'))
  const owners = await listSlipOwners(unitId ? { unitId } : { personIds })
  if (!validity.success || owners.length === 0 || owners.length > MAX_SLIPS) return redirect(back)

  const expiresAt = new Date(now.getTime() + validity.data)
  const details = {
    count: owners.length,
    people: owners.map(({ id }) => id),
    expiresAt: expiresAt.toISOString(),
  }
  const subject = unitId ? `unit:${unitId}` : owners.length === 1 ? `user:${owners[0]?.id}` : 'people'
  const slips = await withAudit({ actorId, action: 'person.slips', subject, details, now }, (tx) =>
    createSlips(
      tx,
      owners.map(({ id }) => id),
      expiresAt,
    ),
  )
  const codes = new Map(slips.map(({ userId, code }) => [userId, code]))
  const contest = await getCurrentContest(now)
  const document = await drawSlips({
    contestTitle: contest?.title ?? 'Hội Thi',
    origin: publicOriginOf(request),
    linkPathOf: paths.oneTimeSignIn,
    typePath: paths.signInCode,
    // Paper is read by participants: in Vietnamese, whatever language the organizer works in.
    validUntil: createFormatters('vi').dateTime(expiresAt),
    slips: owners.flatMap(({ id, fullName, loginName, unit }) => {
      const code = codes.get(id)

      return code ? [{ fullName, loginName, unitName: unit?.name ?? '', code }] : []
    }),
  })

  return downloadOf(document, 'phieu-dang-nhap', 'pdf')
}
