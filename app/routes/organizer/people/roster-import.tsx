import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStaff } from '#app/auth/guards.server.ts'
import { DoneNote } from '#app/components/organizer/done-note.tsx'
import { ListImport } from '#app/components/organizer/list-import.tsx'
import { RosterImportPreview } from '#app/components/organizer/people/roster-import-preview.tsx'
import { LinkButton } from '#app/components/ui/button.tsx'
import { vietnamDayOf } from '#app/core/calendar-day.ts'
import { DomainError } from '#app/core/domain-error.ts'
import { orThrowResponse } from '#app/http/domain-response.server.ts'
import { textOf } from '#app/http/form-errors.ts'
import { paths } from '#app/http/paths.ts'
import { people as peopleTexts } from '#app/i18n/messages/people.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { discardDraft } from '#app/services/import-drafts.server.ts'
import {
  applyRosterImport,
  chooseUnits,
  loadRosterImport,
} from '#app/services/people/roster-import.server.ts'
import { listConsoleUnits } from '#app/services/units/unit-console.server.ts'
import { chosenUnitsOf, previewOf } from './roster-preview.server.ts'

export const meta: MetaFunction = () => [{ title: 'Xem trước danh sách – Ban Tổ chức – Hội Thi' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await orThrowResponse(requireStaff(request, 'people.manage'))
  const [{ state, ...draft }, units] = await Promise.all([
    orThrowResponse(loadRosterImport(params.importId ?? '', context.now)),
    listConsoleUnits(vietnamDayOf(context.now)),
  ])

  return {
    ...draft,
    state:
      state.kind === 'waiting'
        ? {
            kind: state.kind,
            interruptedAt: state.interruptedAt,
            preview: previewOf(state.plan, units),
          }
        : state,
    units: units.filter(({ isValid }) => isValid).map(({ id, name, depth }) => ({ id, name, depth })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: actorId } = await orThrowResponse(requireStaff(request, 'people.manage'))
  const importId = params.importId ?? ''
  const form = await request.formData()
  const intent = textOf(form, 'intent')
  if (intent === 'discard') {
    await discardDraft(importId, 'people')

    return redirect(paths.rosterImports)
  }
  try {
    if (intent === 'units') await chooseUnits(importId, chosenUnitsOf(form))
    else await applyRosterImport(importId, { actorId, now: context.now })

    return redirect(paths.rosterImport(importId))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error

    return data({ error: error.code }, { status: 409 })
  }
}

export default function RosterImport() {
  const t = useT(peopleTexts)
  const { dateTime, number } = useFormatters()
  const { id, fileName, rowCount, doneCount, state, units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const interruptedAt = state.kind === 'waiting' ? state.interruptedAt : null

  return (
    <ListImport
      back={{ to: paths.rosterImports, label: t('importTitle') }}
      fileName={fileName}
      state={state.kind}
      progress={{ href: paths.rosterImport(id), doneCount, rowCount }}
      isRefused={answer !== undefined}
      interrupted={interruptedAt && t('interrupted', { time: dateTime(interruptedAt) })}
    >
      {state.kind === 'waiting' && <RosterImportPreview preview={state.preview} units={units} />}
      {state.kind === 'applied' && (
        <>
          <DoneNote>{t('applied', { added: number(state.added) })}</DoneNote>
          <LinkButton to={`${paths.people}?tinh-trang=new`} className="sm:justify-self-start">
            {t('toSlips')}
          </LinkButton>
        </>
      )}
    </ListImport>
  )
}
