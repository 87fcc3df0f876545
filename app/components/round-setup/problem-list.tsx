import { DIFFICULTIES } from '../../core/rounds/blueprint-form.ts'
import { roundSetup } from '#app/i18n/messages/round-setup.ts'
import type { RoundSetupText } from '#app/i18n/messages/round-setup.ts'
import { useFormatters, useT } from '#app/i18n/use-texts.ts'
import { Alert } from '../ui/alert.tsx'
import { ROUND_SECTIONS, isFieldOf } from './round-sections.ts'

const FIELD_LABELS: Readonly<Record<string, RoundSetupText>> = {
  bankId: 'bank',
  rankingPolicy: 'rankingSection',
}

/** Every mistake of the saved form, each leading to its place. */
export function ProblemList({ problems }: { problems: Readonly<Record<string, string>> }) {
  const t = useT(roundSetup)
  const fields = ROUND_SECTIONS.flatMap((section) =>
    Object.keys(problems).filter((field) => isFieldOf(section, field)),
  )
  const labelOf = (field: string): string =>
    field.startsWith('cell:') ? t('blueprint') : t(FIELD_LABELS[field] ?? (field as RoundSetupText))

  return (
    <Alert kind="warn" title={t('incompleteTitle', { count: fields.length })}>
      <p className="text-sm">{t('incompleteText')}</p>
      <ul className="mt-2 grid gap-1">
        {fields.map((field) => (
          <li key={field}>
            <a href={`#${encodeURIComponent(field)}`} className="link inline-block py-1.5">
              {labelOf(field)}
            </a>
            : {t(problems[field] as RoundSetupText)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

type Warning = { code: string; title?: string }

/** What is allowed but usually not meant. */
export function WarningList({ warnings }: { warnings: readonly Warning[] }) {
  const t = useT(roundSetup)
  if (warnings.length === 0) return null

  return (
    <Alert kind="warn" title={t('warningsTitle')}>
      <ul className="grid list-disc gap-1 pl-5">
        {warnings.map(({ code, title = '' }) => (
          <li key={code + title}>{t(`warn_${code}` as RoundSetupText, { title })}</li>
        ))}
      </ul>
    </Alert>
  )
}

export type Shortfall = { topic: string; difficulty: number; wanted: number; available: number }

type RefusalProps = {
  code: RoundSetupText
  shortfalls: readonly Shortfall[]
  topicTitles: Readonly<Record<string, string>>
}

/** Why the round was not scheduled; a shortfall is named by its cell. */
export function ScheduleRefusal({ code, shortfalls, topicTitles }: RefusalProps) {
  const t = useT(roundSetup)
  const { number } = useFormatters()
  const difficultyOf = (value: number) => DIFFICULTIES.find((difficulty) => difficulty === value) ?? 1

  return (
    <Alert kind="bad" title={t('refusedTitle')}>
      <p>{t(code)}</p>
      {shortfalls.length > 0 && (
        <ul className="grid list-disc gap-1 pl-5">
          {shortfalls.map(({ topic, difficulty, wanted, available }) => (
            <li key={`${topic}:${difficulty}`}>
              <a href={`#${encodeURIComponent(`cell:${topic}:${difficulty}`)}`} className="link">
                {t('shortfallText', {
                  topic: topicTitles[topic] ?? topic,
                  difficulty: t(`difficulty_${difficultyOf(difficulty)}`).toLowerCase(),
                  wanted: number(wanted),
                  available: number(available),
                })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Alert>
  )
}
