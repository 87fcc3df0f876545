import { formatProvision, parseCitation } from '#app/core/questions/citation.ts'
import { createFormatters } from '#app/i18n/formatters.ts'
import type { Formatters } from '#app/i18n/formatters.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translate } from '#app/i18n/messages.ts'
import { audit } from '#app/i18n/messages/audit.ts'
import { organizer } from '#app/i18n/messages/organizer.ts'
import { createSetupSentence } from './setup-sentence.ts'
import type { SetupEvent } from './setup-sentence.ts'

type RoundChange = { roundTitle: string; reason: string; from: Date; to: Date }
type BankLoad = {
  bankTitle: string
  added: number
  changed: number
  retired: number
  restored: number
  unchanged: number
}
type Values = Readonly<Record<string, string | number>>

export type Done =
  | ({ action: 'round.extend' | 'round.close' } & RoundChange)
  | ({ action: 'bank.load' } & BankLoad)
  | { action: 'profile_request.handle'; personName: string }
  | ({ action: 'setup' } & SetupEvent)
  | { action: 'other'; name: string; subject: string; subjectName: string; values: Values }

export type AuditWords = {
  /** What was done, after the name of who did it. */
  sentenceOf: (done: Done) => string
  actorOf: (actor: { fullName: string; loginName: string } | null) => string
  /** A kind of action, for a choice among them. */
  labelOf: (action: string) => string
}

const LOAD_PARTS = [
  ['added', 'auditAdded'],
  ['changed', 'auditChanged'],
  ['retired', 'auditRetired'],
  ['restored', 'auditRestored'],
  ['unchanged', 'auditUnchanged'],
] as const

/** The audit log in words, for pages and files alike. */
export function createAuditWords(locale: Locale): AuditWords {
  const tOrganizer = translate(locale, organizer)
  const texts: Readonly<Record<string, string>> = audit[locale]
  const t = translate(locale, { vi: texts, en: texts })
  const formatters = createFormatters(locale)
  const setupSentenceOf = createSetupSentence(locale)

  return {
    sentenceOf: (done) => {
      switch (done.action) {
        case 'round.extend':
        case 'round.close':
          return tOrganizer(done.action === 'round.extend' ? 'auditExtend' : 'auditClose', {
            title: done.roundTitle,
            reason: done.reason,
            from: formatters.dateTime(done.from),
            to: formatters.dateTime(done.to),
          })
        case 'bank.load':
          return tOrganizer('auditBankLoad', {
            title: done.bankTitle,
            changes: LOAD_PARTS.filter(([part]) => done[part] > 0)
              .map(([part, text]) => tOrganizer(text, { count: formatters.number(done[part]) }))
              .join(', '),
          })
        case 'profile_request.handle':
          return tOrganizer('auditRequest', { name: done.personName })
        case 'setup':
          return setupSentenceOf(done)
        case 'other': {
          if (texts[done.name] === undefined) return t('other', { name: done.name, subject: done.subject })
          const values = Object.entries(done.values).map(
            ([key, value]) => [key, wordsOf(value, texts, formatters)] as const,
          )
          const sentence = t(done.name, { ...Object.fromEntries(values), name: done.subjectName })

          return done.values.note ? t('withNote', { sentence, note: done.values.note }) : sentence
        }
        default:
          return done satisfies never
      }
    },
    actorOf: (actor) => (actor ? t('actorNamed', actor) : t('operator')),
    labelOf: (action) => texts[`label:${action}`] ?? action,
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** A stored value as people read it: days, instants, provisions of the law, roles and states. */
function wordsOf(
  value: string | number,
  texts: Readonly<Record<string, string>>,
  { date, dateTime, number }: Formatters,
): string {
  if (typeof value === 'number') return number(value)
  if (DAY.test(value)) return date(value)
  if (INSTANT.test(value)) return dateTime(value)
  if (parseCitation(value)) return formatProvision(value)

  return texts[`role_${value}`] ?? texts[`state_${value}`] ?? value
}
