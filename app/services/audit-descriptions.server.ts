import { z } from 'zod'
import { db } from '../db/client.server.ts'
import { SETUP_ACTIONS } from './audit.server.ts'
import type { SetupAction } from './audit.server.ts'

const RoundChangeSchema = z.object({ reason: z.string(), from: z.coerce.date(), to: z.coerce.date() })
const BankLoadSchema = z.object({
  added: z.number(),
  changed: z.number(),
  retired: z.number(),
  restored: z.number(),
  unchanged: z.number(),
})

/** Set-up events carry what they are about: a draft may be renamed or gone when the log is read. */
const SetupDetailsSchema = z.object({
  title: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })).default([]),
  isComplete: z.boolean().default(true),
  fingerprint: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  source: z.string().default(''),
  from: z.string().default(''),
})

/** What was done, with the names of what it was done to. */
export type AuditedAction =
  | ({ action: 'round.extend' | 'round.close'; roundTitle: string } & z.infer<typeof RoundChangeSchema>)
  | ({ action: 'bank.load'; bankTitle: string } & z.infer<typeof BankLoadSchema>)
  | { action: 'profile_request.handle'; personName: string }
  | ({ action: 'setup'; step: SetupAction } & z.infer<typeof SetupDetailsSchema>)
  /**
   * Every other action: the sentence of this name in app/i18n/messages/audit, filled with these values; without a sentence
   * it is shown as it is stored rather than left out.
   */
  | { action: 'other'; name: string; subject: string; subjectName: string; values: AuditValues }

/** The flat details of an event; instants and days as they are written in JSON. */
export type AuditValues = Readonly<Record<string, string | number>>

type StoredEvent = { action: string; subject: string; details: unknown }
type SubjectNames = ReadonlyMap<string, string>

const DetailsSchema = z.record(z.string(), z.unknown())

/** What an event says; `names` from loadSubjectNames. */
export function describe({ action, subject, details }: StoredEvent, names: SubjectNames): AuditedAction {
  const name = names.get(subject) ?? subject
  const change = RoundChangeSchema.safeParse(details)
  if ((action === 'round.extend' || action === 'round.close') && change.success)
    return { action, roundTitle: name, ...change.data }

  const load = BankLoadSchema.safeParse(details)
  if (action === 'bank.load' && load.success) return { action, bankTitle: name, ...load.data }

  const setup = SetupDetailsSchema.safeParse(details)
  const step = SETUP_ACTIONS.find((known) => known === action)
  if (step && setup.success) return { action: 'setup', step, ...setup.data }

  if (action === 'profile_request.handle') return { action, personName: name }

  return {
    action: 'other',
    name: action,
    subject,
    subjectName: nameOf(subject, names),
    values: valuesOf(details),
  }
}

/** Subjects without a row to look a name up in, such as "question:law-06-2022/chung-001", are named by their id. */
function nameOf(subject: string, names: SubjectNames): string {
  return names.get(subject) ?? subject.replace(/^\w+:/, '')
}

function valuesOf(details: unknown): AuditValues {
  const parsed = DetailsSchema.safeParse(details)

  return Object.fromEntries(
    Object.entries(parsed.data ?? {}).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}

/** Names for subjects such as "round:dot-1"; one query per kind, however many events. */
export async function loadSubjectNames(subjects: readonly string[]): Promise<SubjectNames> {
  const keysOf = (kind: string): string[] => [
    ...new Set(subjects.filter((subject) => subject.startsWith(`${kind}:`))),
  ]
  const idsOf = (kind: string): string[] => keysOf(kind).map((subject) => subject.slice(kind.length + 1))
  const [rounds, banks, requests, people, attempts, units] = await Promise.all([
    db.round.findMany({ where: { slug: { in: idsOf('round') } }, select: { slug: true, title: true } }),
    db.questionBank.findMany({ where: { slug: { in: idsOf('bank') } }, select: { slug: true, title: true } }),
    db.profileRequest.findMany({
      where: { id: { in: idsOf('profile_request') } },
      select: { id: true, user: { select: { fullName: true } } },
    }),
    db.user.findMany({ where: { id: { in: idsOf('user') } }, select: { id: true, fullName: true } }),
    db.attempt.findMany({
      where: { id: { in: idsOf('attempt') } },
      select: { id: true, participant: { select: { fullName: true, loginName: true } } },
    }),
    db.unit.findMany({ where: { id: { in: idsOf('unit') } }, select: { id: true, name: true } }),
  ])

  return new Map([
    ...rounds.map(({ slug, title }) => [`round:${slug}`, title] as const),
    ...banks.map(({ slug, title }) => [`bank:${slug}`, title] as const),
    ...requests.map(({ id, user }) => [`profile_request:${id}`, user.fullName] as const),
    ...people.map(({ id, fullName }) => [`user:${id}`, fullName] as const),
    ...units.map(({ id, name }) => [`unit:${id}`, name] as const),
    ...attempts.map(
      ({ id, participant }) =>
        [`attempt:${id}`, `${participant.fullName} (${participant.loginName})`] as const,
    ),
  ])
}
